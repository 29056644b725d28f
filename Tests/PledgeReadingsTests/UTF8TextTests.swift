import PledgeTestSupport
import Testing

@testable import PledgeReadings

@Suite struct UTF8TextTests {
  /// Mostly ASCII, with characters of any length, line feeds and bytes that are not of UTF-8.
  private func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("é".utf8), Array("武汉".utf8), Array("𠀀".utf8), [0x0a], [0x0a], [0x8a], [0x80], [0xc2],
      [0xe6, 0xad],
      [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff],
    ]
    let isSound = random.once(in: 2)
    var result: [UInt8] = []
    for _ in 0..<random.number(0...6) {
      result += Array(repeating: UInt8(random.number(0x20...0x7f)), count: random.number(0...90))
      if !random.once(in: 3) { result += pieces[random.number(0...(isSound ? 3 : pieces.count - 1))] }
    }
    return result
  }

  /// The length of the front that is valid, by the standard library.
  private func validCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    while count < bytes.count {
      let rest = bytes.dropFirst(count)
      let length = (1...4).first {
        $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      guard let length else { return count }
      count += length
    }
    return count
  }

  @Test(arguments: 1...4)
  func `a line and its first fault are found in one pass`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var faults = 0
    for number in 0..<2000 {
      let bytes = bytes(&random)
      let text = StableBytes(bytes)
      let end = bytes.firstIndex(of: 0x0a) ?? bytes.count
      let valid = validCount(bytes[..<end])
      if valid < end { faults += 1 }
      withExtendedLifetime(text) {
        let line = UTF8Text.line(text.start, text.start + text.count)
        #expect(line.end - text.start == end, "seed \(seed), case \(number)")
        #expect((line.fault.map { $0 - text.start } ?? end) == valid, "seed \(seed), case \(number)")
        let fault = UTF8Text.firstFault(text.start, text.start + end)
        #expect(fault == line.fault, "seed \(seed), case \(number)")
      }
    }
    #expect(faults > 200)
  }
}
