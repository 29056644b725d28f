import PledgeTime
import Testing

@Suite struct WorkingDayTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let calendar: String
    let dayEnd: DayEnd
    let late: LateArrival
    let arrival: String
    let days: Int
    let end: String
    init(
      _ calendar: String, _ dayEnd: DayEnd, _ late: LateArrival, _ arrival: String, _ days: Int,
      _ end: String
    ) {
      self.calendar = calendar
      self.dayEnd = dayEnd
      self.late = late
      self.arrival = arrival
      self.days = days
      self.end = end
    }
    var testDescription: String { "\(calendar), \(dayEnd), \(late): \(arrival) and \(days) is \(end)" }
  }

  /// Monday is 2 March 2026; the calendar closes at 18:00.
  static let rows: [Row] = [
    Row("china", .close, .nextWorkingDay, "2026-03-02T10:00", 2, "2026-03-04T18:00"),
    Row("china", .close, .nextWorkingDay, "2026-03-02T07:00", 1, "2026-03-03T18:00"),  // before opening
    Row("china", .close, .nextWorkingDay, "2026-03-02T12:30", 1, "2026-03-03T18:00"),  // in the break
    Row("china", .close, .nextWorkingDay, "2026-03-02T18:00", 1, "2026-03-04T18:00"),  // closed: Tuesday's
    Row("china", .close, .today, "2026-03-02T18:00", 1, "2026-03-03T18:00"),  // still Monday's
    Row("china", .close, .nextWorkingDay, "2026-03-07T12:00", 1, "2026-03-10T18:00"),  // Monday is day 0
    Row("china", .close, .today, "2026-03-07T12:00", 1, "2026-03-09T18:00"),  // Saturday is day 0
    Row("china", .close, .nextWorkingDay, "2026-02-13T10:00", 1, "2026-02-14T18:00"),  // a worked Saturday
    Row("china", .close, .nextWorkingDay, "2026-02-13T10:00", 2, "2026-02-24T18:00"),  // after the festival
    Row("china", .close, .nextWorkingDay, "2026-03-02T10:00", 0, "2026-03-02T18:00"),
    Row("china", .close, .nextWorkingDay, "2026-03-07T12:00", 0, "2026-03-09T18:00"),
    Row("china", .close, .today, "2026-03-07T12:00", 0, "2026-03-07T12:00"),  // a day 0 without a close
    Row("china", .close, .today, "2026-03-02T20:00", 0, "2026-03-02T20:00"),  // its close has passed
    Row("china", .midnight, .nextWorkingDay, "2026-03-02T10:00", 2, "2026-03-05T00:00"),
    Row("china", .midnight, .today, "2026-03-02T20:00", 1, "2026-03-04T00:00"),
    Row("china", .midnight, .today, "2026-03-07T12:00", 0, "2026-03-08T00:00"),
    Row("china", .sameTime, .nextWorkingDay, "2026-03-02T10:15", 2, "2026-03-04T10:15"),
    Row("china", .sameTime, .nextWorkingDay, "2026-03-07T12:00", 1, "2026-03-10T09:00"),  // from Monday 09:00
    Row("china", .sameTime, .today, "2026-03-07T12:00", 1, "2026-03-09T12:00"),
    Row("china", .length(.minutes(450)), .today, "2026-03-02T10:00", 2, "2026-03-04T10:00"),
    Row("china", .length(.minutes(450)), .today, "2026-03-07T12:00", 1, "2026-03-09T18:00"),
    Row("apia office", .close, .nextWorkingDay, "2011-12-29T10:00", 1, "2012-01-02T17:00"),  // no Friday
    Row("berlin sundays", .midnight, .today, "2026-10-18T10:00", 1, "2026-10-26T00:00"),  // a day of 25 h
    Row("berlin always", .sameTime, .today, "2026-03-28T02:30", 1, "2026-03-29T03:30"),  // 02:30 is skipped
    Row("london working", .midnight, .today, "2025-06-02T10:00", 2, "2025-06-05T00:00"),
    Row("london working", .midnight, .today, "2025-06-07T10:00", 2, "2025-06-11T00:00"),  // from a Saturday
    Row("christmas", .close, .nextWorkingDay, "2026-12-23T10:00", 1, "2026-12-24T13:00"),  // a half day
    Row("christmas", .close, .nextWorkingDay, "2026-12-24T14:00", 1, "2026-12-29T17:00"),  // late: the 28th
    Row("berlin worknights", .close, .nextWorkingDay, "2026-06-04T23:00", 1, "2026-06-06T06:00"),
    Row("berlin worknights", .close, .nextWorkingDay, "2026-06-05T02:00", 1, "2026-06-06T06:00"),
    Row("berlin worknights", .close, .nextWorkingDay, "2026-06-06T02:00", 1, "2026-06-09T06:00"),
    Row("berlin worknights", .close, .nextWorkingDay, "2026-06-06T06:00", 1, "2026-06-10T06:00"),
    Row("berlin worknights", .close, .today, "2026-06-06T02:00", 0, "2026-06-06T06:00"),
    Row("berlin worknights", .sameTime, .nextWorkingDay, "2026-06-05T02:00", 1, "2026-06-06T02:00"),
    Row("berlin worknights", .sameTime, .nextWorkingDay, "2026-06-04T23:00", 1, "2026-06-05T23:00"),
    Row("berlin worknights", .midnight, .nextWorkingDay, "2026-06-05T02:00", 1, "2026-06-09T00:00"),
    Row("berlin worknights", .midnight, .nextWorkingDay, "2026-06-06T02:00", 1, "2026-06-09T00:00"),
    Row("office or saturday", .close, .nextWorkingDay, "2026-03-06T10:00", 1, "2026-03-07T14:00"),
  ]

  @Test(arguments: rows)
  func workingDaysAreAdded(row: Row) throws {
    let rules = try CalendarFixtures.rules(row.calendar, dayEnd: row.dayEnd, lateArrival: row.late)
    let index = CalendarIndex(rules)
    let outcome = index.adding(workingDays: row.days, to: try instant(row.arrival, rules.zone))
    let isInclusive = row.dayEnd != .midnight
    #expect(
      try outcome == .value(WorkingDayEnd(instant: instant(row.end, rules.zone), isInclusive: isInclusive)))
  }

  @Test func aReadingThatMattersMustBeStated() throws {
    let monday = try instant("2026-03-02T10:00:00+08:00")
    let saturday = try instant("2026-03-07T10:00:00+08:00")
    let noEnd = CalendarIndex(try CalendarFixtures.rules("china", dayEnd: nil, lateArrival: .today))
    #expect(noEnd.adding(workingDays: 1, to: monday) == .notStated)
    let noLate = CalendarIndex(try CalendarFixtures.rules("china", dayEnd: .close, lateArrival: nil))
    #expect(noLate.adding(workingDays: 1, to: saturday) == .notStated)
    #expect(noLate.adding(workingDays: 1, to: monday).value != nil)
  }

  @Test func workingDatesAreCountedAndFound() throws {
    let index = CalendarIndex(try CalendarFixtures.rules("china"))
    let year = DateRange(first: try date("2026-01-01"), last: try date("2026-12-31"))
    #expect(index.workingDays(in: year) == .value(248))
    #expect(
      try index.workingDays(in: DateRange(first: date("2026-02-15"), last: date("2026-02-23"))) == .value(0)
    )
    #expect(
      try index.workingDays(in: DateRange(first: date("2026-03-02"), last: date("2026-03-01"))) == .value(0)
    )
    #expect(try index.workingDate(nth: 2, after: date("2026-02-13")) == .value(date("2026-02-24")))
    #expect(try index.workingDate(nth: 0, after: date("2026-02-13")) == .outOfRange)
    #expect(try index.isWorkingDay(date("2026-02-14")) == .value(true))
    #expect(try index.isWorkingDay(date("2026-02-16")) == .value(false))
    let apia = CalendarIndex(try CalendarFixtures.rules("apia office"))
    #expect(try apia.isWorkingDay(date("2011-12-30")) == .value(false))
  }

  @Test func workingDaysOfHundredsOfYearsAreOutOfRange() throws {
    let index = CalendarIndex(try CalendarFixtures.rules("london working"))
    let start = try instant("2025-06-02T10:00")
    #expect(index.adding(workingDays: 200_000, to: start) == .outOfRange)
    #expect(index.adding(workingDays: .max, to: start) == .outOfRange)
    #expect(index.adding(workingDays: -1, to: start) == .outOfRange)
    #expect(index.adding(workingDays: 2_600, to: start).value != nil)
  }

  @Test func anArrivalInTheNightBeforeIsNotLate() throws {
    // Saturday 02:00 lies in Friday's night shift, and is open: it counts for Friday. Behind
    // Friday comes Monday, whose night ends on Tuesday.
    let index = CalendarIndex(try CalendarFixtures.rules("berlin worknights"))
    let saturday = try instant("2026-06-06T02:00", index.rules.zone)
    #expect(index.isOpen(at: saturday) == .value(true))
    let end = try instant("2026-06-09T06:00", index.rules.zone)
    #expect(index.adding(workingDays: 1, to: saturday).value?.instant == end)
  }
}
