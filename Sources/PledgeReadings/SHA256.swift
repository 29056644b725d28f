/// The SHA-256 digest (FIPS 180-4) of a stream of bytes.
///
/// It is a step of its own beside the reading, so that a caller can run it on a thread of its own.
package struct SHA256: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var tail: [UInt8] = []
  private var length: UInt64 = 0
  /// The message schedule; kept, so that a block allocates nothing.
  private var schedule = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// Takes further bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !tail.isEmpty {
      start = min(64 - tail.count, bytes.count)
      tail.append(contentsOf: bytes[..<start])
      guard tail.count == 64 else { return }
      let block = tail
      block.withUnsafeBytes { compress($0) }
      tail.removeAll(keepingCapacity: true)
    }
    let whole = start + (bytes.count - start) / 64 * 64
    if whole > start { compress(.init(rebasing: bytes[start..<whole])) }
    tail.append(contentsOf: bytes[whole...])
  }

  /// The digest of everything taken so far, as 64 hexadecimal digits.
  package func finish() -> String {
    var copy = self
    let bits = length &* 8
    var end: [UInt8] = [0x80]
    while (tail.count + end.count) % 64 != 56 { end.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    end.withUnsafeBytes { copy.update($0) }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    let s = copy.state
    for word in [s.0, s.1, s.2, s.3, s.4, s.5, s.6, s.7] {
      for shift in stride(from: 28, through: 0, by: -4) {
        text.append(digits[Int(word >> UInt32(shift) & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest of bytes in memory.
  package static func digest(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }

  /// The digest of a file as it lies on the disk, packed or not; throws `SourceError`.
  package static func digest(path: String) throws -> String {
    let source = try FileSource(path: path)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
    defer { block.deallocate() }
    var hash = SHA256()
    while true {
      let count = try source.read(into: block)
      if count == 0 { return hash.finish() }
      hash.update(.init(rebasing: block[..<count]))
    }
  }

  private mutating func compress(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    var (s0, s1, s2, s3, s4, s5, s6, s7) = state
    schedule.withUnsafeMutableBufferPointer { w in
      Self.constants.withUnsafeBufferPointer { k in
        for block in 0..<bytes.count / 64 {
          for i in 0..<16 {
            w[i] = UInt32(bigEndian: (base + (block &* 64 &+ i &* 4)).loadUnaligned(as: UInt32.self))
          }
          var (a, b, c, d, e, f, g, h) = (s0, s1, s2, s3, s4, s5, s6, s7)
          // Eight rounds a step: the eight words come back to their places, so that none is moved.
          var i = 0
          while i < 64 {
            if i >= 16, i & 15 == 0 { Self.extend(w) }
            let j = i & 15
            Self.round(a, b, c, &d, e, f, g, &h, k[i] &+ w[j])
            Self.round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ w[j &+ 1])
            Self.round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ w[j &+ 2])
            Self.round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ w[j &+ 3])
            Self.round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ w[j &+ 4])
            Self.round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ w[j &+ 5])
            Self.round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ w[j &+ 6])
            Self.round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ w[j &+ 7])
            i &+= 8
          }
          s0 = s0 &+ a
          s1 = s1 &+ b
          s2 = s2 &+ c
          s3 = s3 &+ d
          s4 = s4 &+ e
          s5 = s5 &+ f
          s6 = s6 &+ g
          s7 = s7 &+ h
        }
      }
    }
    state = (s0, s1, s2, s3, s4, s5, s6, s7)
  }

  /// One round; what it changes are the fourth and the last word.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let big = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let first = h &+ big &+ (g ^ (e & (f ^ g))) &+ word
    let small = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    d = d &+ first
    h = first &+ small &+ ((a & b) | (c & (a | b)))
  }

  /// Replaces the sixteen words of the schedule by the next sixteen.
  @inline(__always)
  private static func extend(_ w: UnsafeMutableBufferPointer<UInt32>) {
    for i in 0..<16 {
      let x = w[(i &+ 1) & 15]
      let y = w[(i &+ 14) & 15]
      let low = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ (x &>> 3)
      let high = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ (y &>> 10)
      w[i] = w[i] &+ low &+ w[(i &+ 9) & 15] &+ high
    }
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
