import PledgeTestSupport
import PledgeTime
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2025-12-30T22:24:13+08:00", 1_767_104_653_000_000),
      ("2025-12-30T14:24:13Z", 1_767_104_653_000_000), ("2025-12-30 14:24:13Z", 1_767_104_653_000_000),
      ("2025-12-30t14:24:13z", 1_767_104_653_000_000), ("2025-12-30T22:24:13+0800", 1_767_104_653_000_000),
      ("2025-12-30T22:24:13+08", 1_767_104_653_000_000),
      ("2025-12-30T09:54:13-04:30", 1_767_104_653_000_000),
      ("2025-12-30T14:24:13.000001Z", 1_767_104_653_000_001),
      ("2025-12-30T14:24:13.5Z", 1_767_104_653_500_000),
      ("2025-12-30T14:24:13,25+00:00", 1_767_104_653_250_000), ("2025-12-30T14:24Z", 1_767_104_640_000_000),
      ("2025-12-30T24:00Z", 1_767_139_200_000_000), ("1969-12-31T23:59:59-00:00", -1_000_000),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000_000), ("9999-12-31T23:59:59Z", 253_402_300_799_000_000),
    ] as [(String, Int64)])
  func aTimeWithAnOffsetIsAnInstant(text: String, microseconds: Int64) {
    #expect(Timestamp.parse(text) == .success(.instant(Instant(microseconds: microseconds))))
  }

  @Test func aTimeWithoutAnOffsetIsLeftToTheCaller() throws {
    let day = try date("2026-03-02")
    let noon = try #require(WallTime(hour: 12, minute: 0))
    #expect(Timestamp.parse("2026-03-02T12:00:00") == .success(.civil(day, noon)))
    #expect(Timestamp.parse("2026-03-02 12:00") == .success(.civil(day, noon)))
    #expect(Timestamp.parse("2026-03-02 24:00") == .success(.civil(day, .endOfDay)))
    #expect(Timestamp.parse("2026-03-02") == .success(.date(day)))
  }

  @Test(
    arguments: [
      ("", .empty), ("2026-02-29", .noSuchDate), ("2026-13-01T00:00:00Z", .noSuchDate),
      ("2026-00-10T00:00:00Z", .noSuchDate), ("2026-04-31T00:00:00+08:00", .noSuchDate),
      ("2026-04-00T00:00:00+08:00", .noSuchDate), ("2026-04-30T25:00:00Z", .noSuchTime),
      ("2026-04-30T24:00:01Z", .noSuchTime), ("2026-04-30T24:01Z", .noSuchTime),
      ("2026-04-30T12:60:00Z", .noSuchTime), ("2026-04-30T12:00:61Z", .noSuchTime),
      ("2016-12-31T23:59:60Z", .leapSecond), ("2017-01-01T07:59:60+08:00", .leapSecond),
      ("2026-04-30T12:00:00.1234567Z", .tooManyFractionDigits), ("2026-04-30T12:00:00+24:00", .noSuchTime),
      ("2026-04-30T12:00:00+08:60", .noSuchTime), ("2026-04-30T12:00:00.Z", .malformed(offset: 20)),
      ("2026-04-30T12:00:00 Z", .malformed(offset: 19)), ("2026-04-30T12", .malformed(offset: 13)),
      ("2026-04-30T", .malformed(offset: 11)), ("2026-4-30", .malformed(offset: 6)),
      ("26-04-30", .malformed(offset: 2)), ("2026/04/30", .malformed(offset: 4)),
      ("2026-04-30X12:00:00Z", .malformed(offset: 10)), ("2026-04-30T12:00:00ZZ", .malformed(offset: 20)),
      ("2026-04-30T12:00:00+8:00", .malformed(offset: 21)), ("２０２６", .malformed(offset: 0)),
      ("2026-04-30T12:00:00+08:0x", .malformed(offset: 24)),
      ("2026-04-3:T12:00:00+08:00", .malformed(offset: 9)),
    ] as [(String, Timestamp.Fault)])
  func whatIsNoTimeIsRefusedWithTheReason(text: String, fault: Timestamp.Fault) {
    #expect(Timestamp.parse(text) == .failure(fault))
  }

  @Test func writtenInstantsAreReadBack() throws {
    let seed: UInt64 = 8601
    var generator = SeededGenerator(seed: seed)
    let zones = [
      Zone.utc, try zone("Asia/Shanghai"), try zone("America/New_York"), try zone("Asia/Kathmandu"),
    ]
    for _ in 0..<4000 {
      let seconds = Int64.random(in: -1_000_000_000...60_000_000_000, using: &generator)
      let fraction = Bool.random(using: &generator) ? Int64.random(in: 0..<1_000_000, using: &generator) : 0
      let instant = Instant(microseconds: seconds * 1_000_000 + fraction)
      for zone in zones {
        let text = instant.text(in: zone)
        // Local mean time before the zones' first laws has seconds in its offset, which no parser takes.
        if zone.offset(at: instant) % 60 != 0 { continue }
        #expect(Timestamp.parse(text) == .success(.instant(instant)), "seed \(seed): \(text)")
      }
    }
  }

  @Test func theFastFormAndTheSlowOneAgreeOnAllMutations() {
    let texts = ["2024-02-29T23:59:59+08:00", "2024-02-29T23:59:59Z", "2023-02-28 10:00:59"]
    for text in texts {
      let bytes = Array(text.utf8)
      for place in bytes.indices {
        for byte in UInt8.min...UInt8.max {
          var mutated = bytes
          mutated[place] = byte
          let fast = mutated.withUnsafeBufferPointer { Timestamp.parse($0) }
          // A fraction of zero changes nothing but the way through the parser; a digit behind it would.
          if place == 19, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { continue }
          let withFraction = Array(mutated[..<19]) + Array(".0".utf8) + Array(mutated[19...])
          let slow = withFraction.withUnsafeBufferPointer { Timestamp.parse($0) }
          if case .success(let value) = fast {
            #expect(slow == .success(value))
          } else if case .success = slow {
            Issue.record("only the slow parser takes byte \(byte) at \(place)")
          }
        }
      }
    }
  }

  @Test func anyBytesGiveAnAnswer() {
    let seed: UInt64 = 4
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789-:.TZ +".utf8)
    for _ in 0..<30_000 {
      let count = Int.random(in: 0...32, using: &generator)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
      _ = bytes.withUnsafeBufferPointer { Timestamp.parse($0) }
    }
  }

  @Test func textsForPeopleLeaveOutWhatIsZero() throws {
    let shanghai = try zone("Asia/Shanghai")
    #expect(try instant("2026-03-02T04:00:00Z").plainText(in: shanghai) == "2026-03-02 12:00")
    #expect(try instant("2026-03-02T04:00:01Z").plainText(in: shanghai) == "2026-03-02 12:00:01")
    #expect(try instant("2026-03-02T04:00:00.5Z").plainText(in: shanghai) == "2026-03-02 12:00:00.5")
    #expect(try instant("2026-03-02T04:00:00Z").text(in: shanghai) == "2026-03-02T12:00:00+08:00")
    #expect(try instant("2026-03-02T04:00:00.25Z").text(in: .utc) == "2026-03-02T04:00:00.25+00:00")
    #expect(Instant.latest.text(in: shanghai).hasPrefix("+294247-01-10T"))
    #expect(Instant.earliest.text(in: shanghai).hasPrefix("-290308-12-"))
  }

  @Test(
    arguments: [("9:00", 32_400), ("09:00:30", 32_430), ("24:00", 86_400), ("0:00", 0)] as [(String, Int64)]
  )
  func timesOfDayAreRead(text: String, seconds: Int64) throws {
    #expect(try WallTime.parse(text).get().microseconds == seconds * 1_000_000)
  }

  @Test(arguments: ["", "9", "24:01", "9:60", "9:0", "123:00", "9:00x", "-9:00", "9:00:60"])
  func otherTimesOfDayAreRefused(text: String) {
    #expect(throws: Timestamp.Fault.self) { try WallTime.parse(text).get() }
  }
}
