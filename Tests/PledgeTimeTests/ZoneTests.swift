import Foundation
import PledgeTestSupport
import PledgeTime
import Testing

@Suite struct ZoneTests {
  static let names = [
    "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Tehran", "Australia/Lord_Howe",
    "Pacific/Apia", "Asia/Shanghai", "Asia/Kathmandu", "Europe/Dublin", "Africa/Casablanca",
    "Europe/London",
    "America/St_Johns", "Asia/Gaza", "America/Santiago", "Antarctica/Troll", "Pacific/Chatham", "UTC",
  ]

  /// Every six hours at an odd minute from 1970 to 2037, and every half hour of a few years far ahead.
  @Test(arguments: names)
  func offsetsAreThoseOfFoundation(name: String) throws {
    let ours = try zone(name)
    let theirs = try #require(TimeZone(identifier: name))
    var different: [String] = []
    func compare(_ seconds: Int64) {
      let offset = theirs.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let instant = PledgeTime.Instant(microseconds: seconds * 1_000_000)
      if ours.offset(at: instant) != offset { different.append(instant.text(in: .utc)) }
    }
    for seconds in stride(from: Int64(0), to: 2_145_916_800, by: 21_607) { compare(seconds) }
    for year in [2038, 2050, 2087, 2099] {
      let start = Int64(try #require(CivilDate(year: year, month: 1, day: 1)).dayNumber) * 86_400
      for seconds in stride(from: start, to: start + 366 * 86_400, by: 1800) { compare(seconds) }
    }
    #expect(different.isEmpty, "\(different.prefix(5)) and others, \(different.count) in all")
  }

  /// The second before each transition, and the transition itself.
  @Test(arguments: names)
  func transitionsAreThoseOfFoundation(name: String) throws {
    let ours = try zone(name)
    let theirs = try #require(TimeZone(identifier: name))
    var at = PledgeTime.Instant.epoch
    let end = try PledgeTimeTests.instant("2100-01-01")
    while at < end {
      let stretch = ours.stretch(at: at)
      for instant in [at, stretch.interval.end.subtracting(.seconds(1)) ?? at] where instant < end {
        let date = Date(timeIntervalSince1970: TimeInterval(instant.microseconds / 1_000_000))
        #expect(
          Int(ours.offset(at: instant)) == theirs.secondsFromGMT(for: date), "\(instant.text(in: .utc))")
      }
      if stretch.interval.end == .latest { break }
      at = stretch.interval.end
    }
  }

  /// Beyond 2100 the rule of the footer is computed anew for each year; its answers repeat every 400 years.
  @Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"])
  func theFooterRuleRepeatsWithTheGregorianCycle(name: String) throws {
    let zone = try zone(name)
    let cycle = Duration.seconds(146_097 * 86_400)
    var instant = try PledgeTimeTests.instant("2060-01-01")
    let end = try PledgeTimeTests.instant("2064-01-01")
    while instant < end {
      let later = try #require(instant.adding(cycle))
      #expect(zone.offset(at: instant) == zone.offset(at: later))
      let muchLater = try #require(later.adding(cycle.multiplied(by: 15) ?? .zero))
      #expect(zone.offset(at: instant) == zone.offset(at: muchLater))
      instant = try #require(instant.adding(.minutes(7 * 61)))
    }
  }

  @Test(arguments: names)
  func localTimesLeadBackToTheirInstant(name: String) throws {
    let zone = try zone(name)
    let seed: UInt64 = 1884
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let instant = Instant(microseconds: .random(in: 0...5_000_000_000, using: &generator) * 1_000_000)
      let local = zone.local(instant)
      let time = try #require(WallTime(microseconds: local.microsecondsOfDay))
      let back = zone.instant(local.date, time)
      // An ambiguous time leads to its first instant, which shows the same on the wall.
      #expect(back <= instant, "seed \(seed)")
      #expect(zone.local(back) == local, "seed \(seed)")
    }
  }

  @Test(arguments: [
    // A gap of an hour at night, an hour twice: 02:30 moves to 03:30; 02:30 is the first, in summer time.
    ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z"),
    ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
    ("America/New_York", "2026-03-08T02:00", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00:00Z"),
    // The gap is at midnight: 00:15 of 16 October 2016 moves to 01:15 (−02:00).
    ("America/Sao_Paulo", "2016-10-16T00:15", "2016-10-16T03:15:00Z"),
    // Half an hour: 02:10 moves to 02:40 (+11:00); 01:40 of April is the first, at +11:00.
    ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:40:00Z"),
    ("Australia/Lord_Howe", "2026-04-05T01:40", "2026-04-04T14:40:00Z"),
    // The whole date was skipped: noon of 30 December is noon of the 31st (+14:00).
    ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z"),
    ("Asia/Kathmandu", "2026-01-01T05:45", "2026-01-01T00:00:00Z"),
  ])
  func skippedTimesMoveForwardAndAmbiguousOnesAreTheFirst(name: String, wall: String, utc: String) throws {
    #expect(try instant(wall, zone(name)) == instant(utc))
  }

  @Test(arguments: [
    ("America/Sao_Paulo", "2016-10-16", "2016-10-16T03:00:00Z"),  // begins at 01:00
    ("America/Sao_Paulo", "2017-02-19", "2017-02-19T03:00:00Z"),  // 23:00 came twice before it
    ("Asia/Tehran", "2022-03-22", "2022-03-21T20:30:00Z"),  // begins at 01:00 of +04:30
    ("Asia/Tehran", "2022-03-23", "2022-03-22T19:30:00Z"),
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),  // never was; its next date begins
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
    // 23:30 to 00:30 was skipped in 1919: the first instant shows 00:30, not the 01:00 of a moved 00:00.
    ("America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z"),
    ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"),
  ])
  func aDateBeginsWithItsFirstExistingInstant(name: String, day: String, utc: String) throws {
    #expect(try zone(name).startOfDay(date(day)) == instant(utc))
  }

  @Test func onlyTheSkippedDateDoesNotExist() throws {
    let apia = try zone("Pacific/Apia")
    #expect(try !apia.exists(date("2011-12-30")))
    #expect(try apia.exists(date("2011-12-29")))
    #expect(try apia.exists(date("2011-12-31")))
  }

  @Test func fixedOffsetsNeverChange() throws {
    let zone = try #require(Zone(fixedOffsetSeconds: 20_700))
    #expect(zone.name == "+05:45")
    #expect(zone.offset(at: .latest) == 20_700)
    #expect(Zone(fixedOffsetSeconds: 86_400) == nil)
    #expect(Zone(fixedOffsetSeconds: -86_400) == nil)
    #expect(Zone.utc.offset(at: .epoch) == 0)
  }

  @Test func extremeInstantsAndDatesHaveAnswers() throws {
    for name in Self.names {
      let zone = try zone(name)
      for instant in [PledgeTime.Instant.earliest, .latest, .epoch] { _ = zone.local(instant) }
      for number in [Int32.min, .max, CivilDate.earliest.dayNumber, CivilDate.latest.dayNumber] {
        _ = zone.instant(CivilDate(dayNumber: number), .endOfDay)
        _ = zone.startOfDay(CivilDate(dayNumber: number))
      }
    }
  }

  @Test(.disabled(if: !FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/right/UTC")))
  func filesThatCountLeapSecondsAreRefused() throws {
    let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/right/UTC"))
    #expect(Zone.parse([UInt8](bytes), name: "right/UTC") == .failure(.leapSeconds))
  }
}
