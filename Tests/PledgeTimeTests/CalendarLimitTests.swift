import PledgeTestSupport
import PledgeTime
import Testing

@Suite struct CalendarLimitTests {
  private func china(_ beyond: BeyondCoverage = .unknown) throws -> CalendarIndex {
    CalendarIndex(
      CalendarRules(
        hours: .own(try CalendarFixtures.china(beyond: beyond)), dayEnd: .close,
        lateArrival: .nextWorkingDay))
  }

  private func local(_ text: String) throws -> PledgeTime.Instant {
    try instant(text, zone("Asia/Shanghai"))
  }

  @Test func whatReachesBeyondTheCoverageIsNotDecided() throws {
    let index = try china()
    let newYear = try date("2027-01-01")
    let last = try local("2026-12-31T17:00")
    #expect(try index.openTime(from: last, to: local("2027-01-01")) == .value(.minutes(60)))
    #expect(try index.openTime(from: last, to: local("2027-01-01T00:01")) == .beyondCoverage(newYear))
    #expect(
      try index.openTime(from: local("2027-03-01"), to: local("2027-03-02"))
        == .beyondCoverage(date("2027-03-01")))
    #expect(
      try index.openTime(from: local("2024-12-31T23:00"), to: last) == .beyondCoverage(date("2024-12-31")))
    #expect(try index.instant(after: .minutes(60), from: last) == .value(local("2026-12-31T18:00")))
    #expect(index.instant(after: .minutes(61), from: last) == .beyondCoverage(newYear))
    #expect(try index.nextOpening(from: local("2026-12-31T18:00")) == .beyondCoverage(newYear))
    #expect(try index.isOpen(at: local("2027-01-01")) == .beyondCoverage(newYear))
    #expect(index.adding(workingDays: 1, to: last) == .beyondCoverage(newYear))
    #expect(index.adding(workingDays: 5000, to: last) == .beyondCoverage(newYear))
    #expect(index.adding(workingDays: 0, to: last).value?.instant == (try local("2026-12-31T18:00")))
    #expect(index.isWorkingDay(newYear) == .beyondCoverage(newYear))
    #expect(try index.isWorkingDay(date("2024-12-31")) == .beyondCoverage(date("2024-12-31")))
    var buffer: [Interval] = []
    let window = Interval(start: last, end: try local("2027-02-01"))
    #expect(index.openIntervals(within: window, into: &buffer) == .beyondCoverage(newYear))
  }

  @Test func otherwiseAsWeekdaysDecidesBeyondTheCoverage() throws {
    let index = try china(.asWeekdays)
    // 1 January 2027 is a Friday, of which the list says nothing.
    #expect(try index.openTime(from: local("2027-01-01"), to: local("2027-01-02")) == .value(.minutes(450)))
    let end = try local("2027-01-01T18:00")
    #expect(try index.adding(workingDays: 1, to: local("2026-12-31T17:00")).value?.instant == end)
  }

  @Test func aCombinationKnowsWhatAllItsListsKnow() throws {
    let rules = CalendarRules(
      hours: .minus(
        try CalendarFixtures.weekdays("Europe/Berlin", "09:00-17:00"), .own(try CalendarFixtures.china())))
    let index = CalendarIndex(rules)
    #expect(try index.isOpen(at: instant("2026-12-31T16:30:00Z")).value == nil)
    #expect(try index.isOpen(at: instant("2026-12-31T15:30:00Z")) == .value(true))
  }

  @Test func aCalendarThatNoLongerOpensSaysSo() throws {
    let day = try date("2026-03-02")
    let once = OpeningHours(
      zone: .utc, weekly: [],
      changes: [HoursChange(dates: DateRange(first: day, last: day), hours: try hours("09:00-10:00"))])
    let index = CalendarIndex(CalendarRules(hours: .own(once), dayEnd: .close, lateArrival: .today))
    let before = try instant("2026-03-01")
    let after = try instant("2026-03-03")
    #expect(try index.instant(after: .minutes(60), from: before) == .value(instant("2026-03-02T10:00")))
    #expect(index.instant(after: .minutes(61), from: before) == .outOfRange)
    #expect(index.instant(after: .minutes(1), from: after) == .neverOpen)
    #expect(index.nextOpening(from: after) == .neverOpen)
    #expect(index.adding(workingDays: 1, to: after) == .neverOpen)
    #expect(index.openTime(from: before, to: after) == .value(.minutes(60)))
    #expect(CalendarRules(hours: .own(once)).problems().isEmpty)
  }

  @Test func questionsOutsideTheSupportedYearsAreOutOfRange() throws {
    let index = CalendarIndex(try CalendarFixtures.rules("berlin office"))
    let now = try instant("2026-03-02")
    for instant in [PledgeTime.Instant.earliest, .latest] {
      #expect(index.isOpen(at: instant) == .outOfRange)
      #expect(index.nextOpening(from: instant) == .outOfRange)
      #expect(index.instant(after: .minutes(1), from: instant) == .outOfRange)
      #expect(index.adding(workingDays: 1, to: instant) == .outOfRange)
    }
    #expect(index.openTime(from: now, to: .latest) == .outOfRange)
    #expect(index.openTime(from: .earliest, to: now) == .outOfRange)
    #expect(index.openTime(from: .earliest, to: .latest) == .outOfRange)
    #expect(try index.openTime(from: now, to: instant("9999-12-31")) == .outOfRange)
    #expect(index.instant(after: Duration(microseconds: .max), from: now) == .outOfRange)
    #expect(index.instant(after: Duration(microseconds: -1), from: now) == .outOfRange)
    #expect(index.isWorkingDay(.latest) == .outOfRange)
    #expect(index.isWorkingDay(.earliest) == .outOfRange)
    #expect(index.workingDays(in: DateRange(first: .earliest, last: .latest)) == .outOfRange)
    #expect(index.workingDate(nth: 1, after: .latest) == .outOfRange)
    #expect(try index.openTime(from: instant("9999-12-20"), to: instant("9999-12-27")).value != nil)
  }

  @Test func hundredsOfYearsAreCountedAcrossDroppedPages() throws {
    let index = CalendarIndex(try CalendarFixtures.rules("berlin always"))
    let start = try instant("1800-01-01")
    let end = try instant("2199-01-01")
    let whole = try #require(end.since(start))
    #expect(index.openTime(from: start, to: end) == .value(whole))
    #expect(index.openTime(from: start, to: end) == .value(whole))
    #expect(index.instant(after: whole, from: start) == .value(end))
    var buffer: [Interval] = []
    #expect(index.openIntervals(within: Interval(start: start, end: end), into: &buffer) == .value(1))
  }

  @Test func countsAddOverAdjacentIntervals() throws {
    let seed: UInt64 = 1
    var generator = SeededGenerator(seed: seed)
    let index = try china()
    let first = try local("2025-01-01").microseconds
    let last = try local("2027-01-01").microseconds
    for _ in 0..<3000 {
      let times = (0..<3).map { _ in Int64.random(in: first...last, using: &generator) }.sorted()
      let at = times.map { Instant(microseconds: $0) }
      let left = try #require(index.openTime(from: at[0], to: at[1]).value)
      let right = try #require(index.openTime(from: at[1], to: at[2]).value)
      #expect(index.openTime(from: at[0], to: at[2]).value == left.adding(right), "seed \(seed)")
      // The instant found is the earliest with that count.
      if left > .zero {
        let end = try #require(index.instant(after: left, from: at[0]).value)
        #expect(end <= at[1], "seed \(seed)")
        #expect(index.openTime(from: at[0], to: end).value == left, "seed \(seed)")
        let before = try #require(end.subtracting(Duration(microseconds: 1)))
        #expect(
          index.openTime(from: at[0], to: before).value == left.subtracting(Duration(microseconds: 1)))
      }
    }
  }

  @Test func problemsAreFound() throws {
    func problems(_ hours: OpeningHours, _ dayEnd: DayEnd? = nil) -> [CalendarProblem] {
      CalendarRules(hours: .own(hours), dayEnd: dayEnd).problems()
    }
    let day = try hours("09:00-12:00, 11:00-13:00")
    #expect(problems(OpeningHours(zone: .utc, weekly: [])) == [.neverOpens])
    #expect(problems(OpeningHours(zone: .utc, weekly: [day])) == [.overlap(weekday: 1, day[0], day[1])])
    let year = DateRange(first: try date("2026-01-01"), last: try date("2026-12-31"))
    #expect(problems(OpeningHours(zone: .utc, weekly: [], coverage: year)) == [.neverOpens])
    let late = try hours("24:00-09:00")
    #expect(problems(OpeningHours(zone: .utc, weekly: [late])) == [.startsAtEndOfDay(weekday: 1, late[0])])
    let fine = try hours("09:00-12:00, 12:00-18:00, 22:00-06:00")
    #expect(problems(OpeningHours(zone: .utc, weekly: [fine])).isEmpty)
    let inverted = DateRange(first: try date("2026-03-02"), last: try date("2026-03-01"))
    let changed = OpeningHours(
      zone: .utc, weekly: [fine], changes: [HoursChange(dates: inverted, hours: day)], coverage: inverted)
    #expect(
      problems(changed) == [
        .invertedDates(inverted), .overlapOnDates(inverted, day[0], day[1]), .emptyCoverage(inverted),
      ])
    let holiday = try date("2026-05-01")
    let covered = DateRange(first: try date("2025-01-01"), last: try date("2025-12-31"))
    let both = OpeningHours(
      zone: .utc, weekly: [fine], holidays: [holiday], workingDates: [WorkingDate(date: holiday)],
      coverage: covered)
    #expect(
      problems(both) == [
        .bothHolidayAndWorking(holiday), .outsideCoverage(holiday), .outsideCoverage(holiday),
      ])
    #expect(problems(OpeningHours(zone: .utc, weekly: [fine]), .length(.zero)) == [.emptyDay(.zero)])
    let never = CalendarRules(
      hours: .and(
        try CalendarFixtures.weekdays("UTC", "09:00-12:00"),
        try CalendarFixtures.daily("UTC", "12:00-13:00")))
    #expect(never.problems() == [.neverOpens])
  }
}
