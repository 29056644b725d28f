import Testing

@testable import PledgeReadings

/// The answers are those of RFC 7693 and of `b2sum -l 256`.
@Suite struct BLAKE2bTests {
  @Test func `the digest of 64 bytes is that of RFC 7693, appendix A`() {
    #expect(
      BLAKE2b.digest(Array("abc".utf8), size: 64)
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
  }

  @Test func `the digest of 32 bytes is a digest of its own, not the front of the longer one`() {
    #expect(
      BLAKE2b.digest(Array("abc".utf8)) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    #expect(BLAKE2b.digest([]) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
    #expect(
      BLAKE2b.digest([UInt8](repeating: 0x61, count: 1_000_000))
        == "0741850f36cba4259628355d1073e24ddb9ca0e1bfac36fd39ae5dc2101e23a4")
  }

  /// The grand digest of RFC 7693, appendix E, without the keyed ones: digests of four lengths over inputs of
  /// six.
  @Test func `digests of each length over inputs of each length are those of the published self-test`() {
    var all = BLAKE2b()
    for size in [20, 32, 48, 64] {
      for count in [0, 3, 128, 129, 255, 1024] {
        let hexadecimal = Array(BLAKE2b.digest(selfTestInput(count), size: size).utf8)
        #expect(hexadecimal.count == size * 2)
        let bytes = stride(from: 0, to: hexadecimal.count, by: 2).map { index in
          UInt8(String(decoding: hexadecimal[index..<index + 2], as: UTF8.self), radix: 16) ?? 0
        }
        bytes.withUnsafeBytes { all.update($0) }
      }
    }
    #expect(all.finish() == "681f345ad53c6360214ea500fd259edddbca775f605fad81b9b189d6d88e15c6")
  }

  @Test(
    arguments: [
      (127, "f2fe67ff342e21b8f45e8f2e0bcd1d9243245d50ee6c78042e9c491388791c72"),
      (128, "c3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1"),
      (129, "f7f3c46ba2564ff4c4c162da1f5b605f9f1c4aa6a20652a9f9a337c1a2f5b9c9"),
      (256, "582f782226018ec33076bd8d1c42413530ac7e1126260ffc0f306ba3befc3f24"),
      (257, "227e15ed64ee8e93eb7bc53828f76eed974f2c4ab1408c3d08f212b7f8d69904"),
      (1000, "b372d0608f720c8c3dd41e9c8eecb10143b41abe520b616607e754bf79c08331"),
    ])
  func `the parts in which bytes come change nothing`(count: Int, expected: String) {
    let bytes = (0..<count).map { UInt8($0 % 251) }
    for part in [1, 2, 63, 64, 127, 128, 129, 255, 256, 1000] {
      var hash = BLAKE2b()
      var start = 0
      while start < count {
        let end = min(count, start + part)
        bytes[start..<end].withUnsafeBytes { hash.update($0) }
        // A look in between changes nothing either.
        if start == 0 { _ = hash.finish() }
        start = end
      }
      #expect(hash.finish() == expected, "in parts of \(part)")
    }
  }

  /// The input of the self-test: a Fibonacci sequence's high bytes.
  private func selfTestInput(_ count: Int) -> [UInt8] {
    var first = 0xdead_4bad &* UInt32(count)
    var second: UInt32 = 1
    return (0..<count).map { _ in
      let sum = first &+ second
      first = second
      second = sum
      return UInt8(sum >> 24)
    }
  }
}
