import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Bounds that are instants: `by T`. The week begins on Monday the 2nd.
@Suite struct DeadlineTests {
  private let microsecond = Duration.microseconds(1)

  /// A policy whose clock runs from reported until restored, held against a deadline.
  private func policy(
    _ rules: CalendarRules = office(), extended: Bool = false, excluded: Bool = false, on: Bool = false,
    _ deadline: (PolicyBuilder) -> Expression
  ) -> PolicyBuilder {
    var builder = PolicyBuilder(events: "reported", "restored", "hold", "resume", "classified")
    let calendar = builder.calendar(rules)
    let hold = builder.span(builder.pair("hold", "resume"))
    let exclusion = builder.exclusion(during: .named(hold))
    builder.target(
      builder.pair("reported", "restored"), .by(deadline(builder)), on: on ? calendar : nil,
      exclude: excluded ? [exclusion] : [], extendedBy: extended ? [hold] : [])
    return builder
  }

  private func verdict(_ builder: PolicyBuilder, reported: String, restored: Instant) -> Verdict {
    var ticket = builder.ticket("reported \(reported)")
    ticket.events.append(LoggedEvent(at: restored, code: 1))
    return decide(builder.policy, ticket, asOf: at("31/00:00")).verdict
  }

  /// Checks a deadline a microsecond before, at and a microsecond behind, stopped and running.
  private func check(
    _ builder: PolicyBuilder, reported: String, due: String, isIncluded: Bool, _ comment: Comment? = nil
  ) throws {
    let due = at(due)
    let before = try #require(due.subtracting(microsecond))
    let behind = try #require(due.adding(microsecond))
    #expect(verdict(builder, reported: reported, restored: before) == .met, comment)
    #expect(verdict(builder, reported: reported, restored: due) == (isIncluded ? .met : .breached), comment)
    #expect(verdict(builder, reported: reported, restored: behind) == .breached, comment)
    let ticket = builder.ticket("reported \(reported)")
    let running = decide(builder.policy, ticket, asOf: before).target
    #expect(running.verdict == .pending && running.due == due && running.isDueIncluded == isIncluded, comment)
    #expect(
      decide(builder.policy, ticket, asOf: due).verdict == (isIncluded ? .pending : .breached), comment)
    #expect(decide(builder.policy, ticket, asOf: behind).verdict == .breached, comment)
  }

  @Test func `an instant is included, the end of a date is not`() throws {
    try check(policy { _ in .instant(at("03/12:00")) }, reported: "10:00", due: "03/12:00", isIncluded: true)
    try check(
      policy { _ in Expression.date(Zone.utc.date(at: at("03/12:00"))).endOfDay }, reported: "10:00",
      due: "04/00:00", isIncluded: false)
    try check(
      policy { $0.event("reported").endOfCalendarDay(2) }, reported: "10:00", due: "05/00:00",
      isIncluded: false)
    try check(
      policy { $0.event("reported").moved(.duration(.hours(4))) }, reported: "10:00", due: "14:00",
      isIncluded: true)
  }

  typealias Row = (end: DayEnd, late: LateArrival, reported: String, due: String, isIncluded: Bool)

  /// The end of the second working day behind an arrival, by every reading; hours are 09:00 to 18:00.
  static let rows: [Row] = [
    (.close, .nextWorkingDay, "02/10:00", "04/18:00", true),
    (.close, .today, "02/10:00", "04/18:00", true),
    (.midnight, .nextWorkingDay, "02/10:00", "05/00:00", false),
    (.sameTime, .nextWorkingDay, "02/10:00", "04/10:00", true),
    (.length(.hours(8)), .nextWorkingDay, "02/10:00", "03/17:00", true),
    // Before opening is today, at the close it is late.
    (.close, .nextWorkingDay, "02/07:00", "04/18:00", true),
    (.close, .nextWorkingDay, "02/17:59:59.999999", "04/18:00", true),
    (.close, .nextWorkingDay, "02/18:00", "05/18:00", true),
    (.close, .today, "02/18:00", "04/18:00", true),
    (.midnight, .nextWorkingDay, "02/18:00", "06/00:00", false),
    (.midnight, .today, "02/23:59", "05/00:00", false),
    // Over a weekend: from Thursday, from Friday evening, from Saturday.
    (.close, .nextWorkingDay, "05/10:00", "09/18:00", true),
    (.close, .nextWorkingDay, "06/19:00", "11/18:00", true),
    (.close, .today, "06/19:00", "10/18:00", true),
    (.close, .nextWorkingDay, "07/12:00", "11/18:00", true),
    (.close, .today, "07/12:00", "10/18:00", true),
    (.midnight, .today, "07/12:00", "11/00:00", false),
    (.sameTime, .nextWorkingDay, "07/12:00", "11/09:00", true),
    (.sameTime, .today, "07/12:00", "10/12:00", true),
    (.length(.hours(8)), .nextWorkingDay, "07/12:00", "10/16:00", true),
  ]

  @Test(arguments: 0..<20)
  func `the end of the second working day follows the calendar's readings`(row: Int) throws {
    let row = DeadlineTests.rows[row]
    let rules = office(dayEnd: row.end, late: row.late)
    let end = policy(rules) { $0.event("reported").endOfWorkingDay(2, on: 0) }
    try check(end, reported: row.reported, due: row.due, isIncluded: row.isIncluded)
    let moved = policy(rules) { $0.event("reported").moved(.workingDays(2), on: 0) }
    try check(moved, reported: row.reported, due: row.due, isIncluded: row.isIncluded)
  }

  @Test func `an end that comes out of a choice, a table or an extreme keeps its reading`() throws {
    let day = Expression.date(Zone.utc.date(at: at("03/12:00"))).endOfDay
    let noon = Expression.instant(at("12:00"))
    let midnight = Expression.instant(at("04/00:00"))
    try check(
      policy { _ in .choice([(.no, noon)], otherwise: day) }, reported: "10:00", due: "04/00:00",
      isIncluded: false)
    try check(
      policy { _ in .choice([(.yes, noon)], otherwise: day) }, reported: "10:00", due: "12:00",
      isIncluded: true)
    var builder = policy { _ in .result(0, .instant) }
    builder.table([.yes], results: [.instant], [([.any], [day])])
    try check(builder, reported: "10:00", due: "04/00:00", isIncluded: false)
    try check(policy { _ in .earliest(midnight, day) }, reported: "10:00", due: "04/00:00", isIncluded: false)
    try check(policy { _ in .latest(midnight, day) }, reported: "10:00", due: "04/00:00", isIncluded: true)
    try check(policy { _ in .latest(noon, day) }, reported: "10:00", due: "04/00:00", isIncluded: false)
    try check(policy { _ in .earliest(noon, day) }, reported: "10:00", due: "12:00", isIncluded: true)
  }

  @Test func `the last stop counts, and a reopened ticket runs on`() {
    let builder = policy { _ in .instant(at("12:00")) }
    #expect(
      builder.decide("reported 10:00, restored 11:00, reported 13:00", asOf: "13:00").verdict == .breached)
    #expect(
      builder.decide("reported 10:00, restored 11:00, reported 11:30", asOf: "11:45").verdict == .pending)
    let again = builder.decide(
      "reported 10:00, restored 11:00, reported 11:30, restored 12:30", asOf: "13:00")
    #expect(again.verdict == .breached && again.target.over == .minutes(30))
  }

  @Test func `over is elapsed time, or open time where the target has a calendar`() {
    let elapsed = policy { _ in .instant(at("17:00")) }
    let open = policy(on: true) { _ in .instant(at("17:00")) }
    let log = "reported 10:00, restored 03/10:00"
    #expect(elapsed.decide(log, asOf: "05/00:00").target.over == .hours(17))
    #expect(open.decide(log, asOf: "05/00:00").target.over == .hours(2))
    #expect(elapsed.decide("reported 10:00", asOf: "17:30").target.over == .minutes(30))
  }

  @Test func `a stop at a deadline that is not included is late by the least time`() {
    let builder = policy { $0.event("reported").endOfCalendarDay(0) }
    let decided = builder.decide("reported 10:00, restored 03/00:00", asOf: "05/00:00")
    #expect(decided.verdict == .breached && decided.target.over == Duration(microseconds: 1))
  }

  // MARK: Extensions and exclusions

  @Test
  func
    `an extension moves the deadline by what it shares with the clock up to the moved deadline`()
  {
    let builder = policy(extended: true) { _ in .instant(at("12:00")) }
    for (log, due) in [
      ("hold 11:00, resume 11:30", "12:30"),
      // Before the clock's start nothing is shared.
      ("hold 09:00, resume 10:30", "12:30"), ("hold 08:00, resume 09:00", "12:00"),
      // An extension inside the extension counts, one behind it does not.
      ("hold 11:00, resume 11:30, hold 12:10, resume 12:20", "12:40"),
      ("hold 11:00, resume 11:30, hold 12:29:59, resume 13:00", "13:00:01"),
      ("hold 11:00, resume 11:30, hold 12:30, resume 13:00", "12:30"),
      ("hold 12:00, resume 13:00", "12:00"),
    ] {
      let decided = builder.decide("reported 10:00, " + log, asOf: "20:00")
      // Events are put in order of time, wherever they stand.
      #expect(decided.verdict == .breached && decided.target.due == at(due), "\(log)")
      let met = builder.decide("reported 10:00, \(log), restored \(due)", asOf: "20:00")
      #expect(met.verdict == .met, "\(log)")
    }
  }

  @Test func `an extension that still runs moves the deadline along with the as-of instant`() {
    let builder = policy(extended: true) { _ in .instant(at("12:00")) }
    for (asOf, due) in [("11:30", "12:30"), ("14:00", "15:00"), ("03/00:00", "03/01:00")] {
      let decided = builder.decide("reported 10:00, hold 11:00", asOf: asOf)
      #expect(decided.verdict == .pending && decided.target.due == at(due))
    }
  }

  @Test func `a span exclusion moves the deadline, and what it saves is excused`() {
    let builder = policy(excluded: true) { _ in .instant(at("12:00")) }
    let log = "reported 10:00, hold 11:00, resume 11:30, restored "
    #expect(builder.decide(log + "12:00", asOf: "20:00").verdict == .met)
    for (restored, verdict) in [("12:00:01", Verdict.excused), ("12:30", .excused), ("12:30:01", .breached)] {
      let decided = builder.decide(log + restored, asOf: "20:00")
      #expect(decided.verdict == verdict && decided.target.due == at("12:30"))
      #expect(decided.target.exclusion == (verdict == .excused ? 0 : nil))
    }
    let running = builder.decide("reported 10:00, hold 11:00, resume 11:30", asOf: "12:15")
    #expect(running.verdict == .pending && running.target.due == at("12:30"))
  }

  @Test func `an exclusion between two runs of the clock excuses too and is named`() {
    let builder = policy(excluded: true) { _ in .instant(at("12:00")) }
    let decided = builder.decide(
      "reported 10:00, restored 10:30, hold 10:30, resume 11:30, reported 11:30, restored 12:45",
      asOf: "20:00")
    #expect(decided.verdict == .excused && decided.target.exclusion == 0)
  }

  // MARK: What is not known

  @Test func `a deadline that depends on an event to come is behind every stop that has come`() {
    let builder = policy { $0.event("classified").moved(.duration(.hours(4))) }
    let met = builder.decide("reported 10:00, restored 11:00", asOf: "12:00")
    #expect(met.verdict == .met && met.target.counted == .hours(1))
    let pending = builder.decide("reported 10:00", asOf: "12:00")
    #expect(pending.verdict == .pending && pending.targetCauses == [[Cause(.eventNotYet, 4)]])
    #expect(pending.target.isRunning && pending.target.stop == nil)
    #expect(builder.decide("reported 10:00, classified 10:30", asOf: "14:30").verdict == .pending)
    #expect(builder.decide("reported 10:00, classified 10:30", asOf: "14:30:01").verdict == .breached)
  }

  @Test func `the earlier of a deadline ahead and one that is not known yet is ahead of every stop`() {
    let builder = policy {
      .earliest(.instant(at("15:00")), $0.event("classified").moved(.duration(.hours(4))))
    }
    #expect(builder.decide("reported 10:00, restored 11:00", asOf: "12:00").verdict == .met)
    #expect(builder.decide("reported 10:00", asOf: "12:00").verdict == .pending)
    #expect(builder.decide("reported 10:00", asOf: "15:00").verdict == .pending)
    #expect(builder.decide("reported 10:00", asOf: "15:00:01").verdict == .breached)
    #expect(
      builder.decide("reported 10:00, classified 10:30, restored 14:45", asOf: "16:00").verdict == .breached)
  }

  @Test func `a missing deadline leaves the target undecided`() {
    let builder = policy { _ in .field(0, .instant) }
    var declared = builder
    _ = declared.field("appointment", .instant)
    let log = "reported 10:00, restored 11:00"
    let missing = declared.decide(log, asOf: "12:00")
    #expect(missing.verdict == .undecided && missing.targetCauses == [[Cause(.fieldMissing, 0)]])
    #expect(declared.decide(log, asOf: "12:00", fields: [0: .instant(at("11:00"))]).verdict == .met)
    #expect(declared.decide(log, asOf: "12:00", fields: [0: .instant(at("10:59"))]).verdict == .breached)
  }

  @Test func `dates beyond a holiday list leave the target undecided`() {
    let covered = DateRange(
      first: Zone.utc.date(at: at("01/00:00")), last: Zone.utc.date(at: at("03/00:00")))
    let hours = OpeningHours(
      zone: .utc, weekly: Array(repeating: PledgeEvaluationTests.hours("09:00-18:00"), count: 5),
      coverage: covered)
    let rules = CalendarRules(hours: .own(hours), dayEnd: .close, lateArrival: .today)
    let builder = policy(rules) { $0.event("reported").endOfWorkingDay(2, on: 0) }
    let decided = builder.decide("reported 10:00, restored 11:00", asOf: "12:00")
    #expect(decided.verdict == .undecided && decided.targetCauses == [[Cause(.beyondCoverage, 0)]])
    let near = policy(rules) { $0.event("reported").endOfWorkingDay(1, on: 0) }
    #expect(near.decide("reported 10:00, restored 11:00", asOf: "12:00").verdict == .met)
  }
}
