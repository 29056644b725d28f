import PledgeTime
import Testing

@Suite struct CalendarLengthTests {
  @Test(
    arguments: [
      ("Asia/Shanghai", "2026-01-31T10:00", 1, 0, "2026-02-28T10:00"),
      ("Asia/Shanghai", "2026-01-31T10:00", 2, 0, "2026-03-31T10:00"),  // counted from the anchor
      ("Asia/Shanghai", "2026-01-31T10:00", 0, 5, "2026-02-05T10:00"),
      ("Asia/Shanghai", "2024-02-29T00:00", 12, 0, "2025-02-28T00:00"),
      ("Asia/Shanghai", "2026-03-31T10:00", -1, 0, "2026-02-28T10:00"),
      ("Asia/Shanghai", "2026-01-31T10:00", 1, 1, "2026-03-01T10:00"),  // months first
      ("Europe/Berlin", "2026-03-28T02:30", 0, 1, "2026-03-29T03:30"),  // 02:30 is skipped
      ("Europe/Berlin", "2026-03-28T12:00", 0, 1, "2026-03-29T12:00"),  // 23 h of real time
      ("Europe/Berlin", "2026-09-25T02:30", 1, 0, "2026-10-25T02:30"),  // the first of two
      ("Pacific/Apia", "2011-12-29T12:00", 0, 1, "2011-12-31T12:00"),  // the 30th never was
    ] as [(String, String, Int, Int, String)])
  func theSameWallClockTimeOnALaterDate(
    name: String, from: String, months: Int, days: Int, end: String
  ) throws {
    let zone = try zone(name)
    let length = CalendarLength(months: months, days: days)
    #expect(try length.adding(to: instant(from, zone), in: zone, .lastDay) == instant(end, zone))
  }

  @Test func theRuleForMonthEndsIsTheStatedOne() throws {
    let month = CalendarLength(months: 1)
    #expect(try month.adding(to: date("2026-01-31"), .lastDay) == date("2026-02-28"))
    #expect(try month.adding(to: date("2026-01-31"), .nextDay) == date("2026-03-01"))
  }

  @Test func overflowIsNil() throws {
    #expect(CalendarLength(months: .max).multiplied(by: 2) == nil)
    #expect(CalendarLength(months: 3, days: 2).multiplied(by: 4) == CalendarLength(months: 12, days: 8))
    #expect(try CalendarLength(months: .max).adding(to: date("2026-01-31"), .lastDay) == nil)
    #expect(try CalendarLength(days: .min).adding(to: date("2026-01-31"), .lastDay) == nil)
    #expect(CalendarLength(days: 1).adding(to: .latest, in: .utc, .lastDay) == nil)
  }
}
