import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeReadings

/// The short way to read a time must come to what `Timestamp` says, whatever was read before.
@Suite struct InstantCacheTests {
  private func microseconds(_ text: String) -> Int64? {
    let answer = Array(text.utf8).withUnsafeBufferPointer { Timestamp.parse($0) }
    guard case .success(.instant(let instant)) = answer else { return nil }
    return instant.microseconds
  }

  private func read(_ text: String, _ cache: inout InstantCache) -> Int64? {
    let bytes = StableBytes(Array(text.utf8))
    return withExtendedLifetime(bytes) { cache.read(bytes.start, bytes.count) }
  }

  private func twoDigits(_ number: Int) -> String { String(number + 100).suffix(2).description }

  @Test(arguments: 1...4)
  func `times of any dates and offsets are read as they are written`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var cache = InstantCache()
    defer { cache.free() }
    // Years that share their last two digits have one place, as have years ten apart.
    let years = [1925, 2015, 2024, 2025, 2026, 2125]
    let offsets = ["+08:00", "+00:00", "-03:30", "+08:30"]
    for _ in 0..<5000 {
      let year = random.once(in: 3) ? years[random.number(0...5)] : 2025
      let date = "\(year)-\(twoDigits(random.number(1...12)))-\(twoDigits(random.number(1...28)))"
      let numbers = [random.number(0...23), random.number(0...59), random.number(0...59)]
      let offset = random.once(in: 5) ? offsets[random.number(0...3)] : "+08:00"
      let text = date + "T" + numbers.map(twoDigits).joined(separator: ":") + offset
      #expect(read(text, &cache) == microseconds(text), "\(text), seed \(seed)")
    }
  }

  @Test(arguments: [
    "2025-12-30T24:00:00+08:00", "2025-12-30T23:60:00+08:00", "2025-12-30T23:59:60+08:00",
    "2025-12-30T23:59:6:+08:00", "2025-12-30T23.59.59+08:00", "2025-12-30T:3:59:59+08:00",
    "2025-12-32T23:59:59+08:00", "2025-02-29T23:59:59+08:00",
    "2025-12-30T23:59:59+08.00", "2025/12/30T23:59:59+08:00", "2025-12-30T23:59:59.5+0800",
    "2025-12-30T23:59:59Z", "2025-12-30", "",
    "\0\0\0\0\0\0\0\0\0\0\023:59:59\0\0\0\0\0\0",
  ])
  func `what is no such time is left to others, also beside times that are`(text: String) {
    var cache = InstantCache()
    defer { cache.free() }
    let good = "2025-12-30T23:59:59+08:00"
    for _ in 0..<2 {
      #expect(read(text, &cache) == nil)
      #expect(read(good, &cache) == microseconds(good))
    }
  }

  @Test(arguments: ["2025-12-30 23:59:59+08:00", "2025-12-30T23:59:59.1234Z", "2025-12-30t23:59:59+08:00"])
  func `another form of the same length is left to others, or comes to what it says`(text: String) {
    var cache = InstantCache()
    defer { cache.free() }
    let good = "2025-12-30T23:59:59+08:00"
    for _ in 0..<2 {
      let found = read(text, &cache)
      #expect(found == nil || found == microseconds(text))
      #expect(read(good, &cache) == microseconds(good))
    }
  }
}
