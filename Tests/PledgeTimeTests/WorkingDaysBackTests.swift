import PledgeTime
import Testing

/// Counting back mirrors counting forward.
@Suite struct WorkingDaysBackTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let dayEnd: DayEnd
    let late: LateArrival
    let instant: String
    let days: Int
    let begin: String
    init(_ dayEnd: DayEnd, _ late: LateArrival, _ instant: String, _ days: Int, _ begin: String) {
      self.dayEnd = dayEnd
      self.late = late
      self.instant = instant
      self.days = days
      self.begin = begin
    }
    var testDescription: String { "\(dayEnd), \(late): \(days) before \(instant) is \(begin)" }
  }

  /// Monday is 2 March 2026; the calendar is open from 09:00 to 18:00 with a break of 90 minutes.
  static let rows: [Row] = [
    Row(.close, .nextWorkingDay, "2026-03-04T10:00", 2, "2026-03-02T09:00"),
    Row(.close, .nextWorkingDay, "2026-03-04T20:00", 2, "2026-03-02T09:00"),  // behind the close
    Row(.close, .nextWorkingDay, "2026-03-04T09:00", 1, "2026-03-02T09:00"),  // not begun: Tuesday is day 0
    Row(.close, .today, "2026-03-04T09:00", 1, "2026-03-03T09:00"),
    Row(.close, .nextWorkingDay, "2026-03-08T12:00", 1, "2026-03-05T09:00"),  // Friday is day 0
    Row(.close, .today, "2026-03-08T12:00", 1, "2026-03-06T09:00"),  // Sunday is day 0
    Row(.close, .nextWorkingDay, "2026-02-24T10:00", 1, "2026-02-14T09:00"),  // a worked Saturday
    Row(.close, .nextWorkingDay, "2026-03-04T10:00", 0, "2026-03-04T09:00"),
    Row(.close, .today, "2026-03-08T12:00", 0, "2026-03-08T12:00"),  // a day 0 without an opening
    Row(.midnight, .nextWorkingDay, "2026-03-04T10:00", 2, "2026-03-02T00:00"),
    Row(.midnight, .today, "2026-03-08T12:00", 2, "2026-03-05T00:00"),
    Row(.sameTime, .nextWorkingDay, "2026-03-04T10:15", 2, "2026-03-02T10:15"),
    Row(.sameTime, .nextWorkingDay, "2026-03-08T12:00", 1, "2026-03-05T18:00"),  // from Friday's close
    Row(.length(.minutes(450)), .today, "2026-03-04T10:00", 1, "2026-03-03T10:00"),
    Row(.length(.minutes(450)), .today, "2026-03-08T10:00", 1, "2026-03-06T09:00"),
  ]

  @Test(arguments: rows)
  func `the beginning of the nth working day before an instant`(_ row: Row) throws {
    let rules = try CalendarFixtures.rules("china", dayEnd: row.dayEnd, lateArrival: row.late)
    let index = CalendarIndex(rules)
    let begin = index.subtracting(workingDays: row.days, from: try instant(row.instant, rules.zone))
    #expect(begin == .value(try instant(row.begin, rules.zone)))
  }

  @Test func `what cannot be counted back is said`() throws {
    let rules = try CalendarFixtures.rules("china", dayEnd: nil)
    let at = try instant("2026-03-04T10:00", rules.zone)
    #expect(CalendarIndex(rules).subtracting(workingDays: 1, from: at) == .notStated)
    let stated = CalendarIndex(try CalendarFixtures.rules("china"))
    #expect(stated.subtracting(workingDays: -1, from: at) == .outOfRange)
    let never = CalendarIndex(CalendarRules(hours: try CalendarFixtures.daily("UTC", ""), dayEnd: .close))
    #expect(never.instant(before: .minutes(1), until: at) == .neverOpen)
  }

  @Test(arguments: ["china", "berlin office", "berlin nights", "berlin always", "summer"])
  func `open time counted back is counted forward again`(_ name: String) throws {
    let index = CalendarIndex(try CalendarFixtures.rules(name))
    let end = try instant("2026-07-15T11:07", index.rules.zone)
    for minutes in stride(from: Int64(1), through: 20_000, by: 997) {
      guard case .value(let begin) = index.instant(before: .minutes(minutes), until: end) else { continue }
      #expect(index.openTime(from: begin, to: end) == .value(.minutes(minutes)))
      // It is the latest such instant: any later one leaves less.
      let later = begin.adding(.seconds(1))
      guard let later, case .value(let open) = index.openTime(from: later, to: end) else { continue }
      #expect(open < .minutes(minutes))
    }
  }
}
