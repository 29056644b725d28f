import PledgeTime
import PledgeTestSupport
import Testing

@Suite struct PeriodSequenceTests {
  private func ends(_ sequence: PeriodSequence, _ at: String) throws -> (String, Interval)? {
    try sequence.number(containing: instant(at, sequence.zone)).flatMap { sequence.period($0) }
      .map { ($0.name, $0.interval) }
  }

  @Test(
    arguments: [
      (.day, "2026-04-10T23:59", "2026-04-10", "2026-04-10", "2026-04-11"),
      (.week, "2026-04-05T23:59", "2026-W14", "2026-03-30", "2026-04-06"),  // a Sunday
      (.week, "2027-01-03T12:00", "2026-W53", "2026-12-28", "2027-01-04"),
      (.week, "2024-12-30T00:00", "2025-W01", "2024-12-30", "2025-01-06"),
      (.month, "2026-02-28T23:59", "2026-02", "2026-02-01", "2026-03-01"),
      (.month, "2024-02-29T00:00", "2024-02", "2024-02-01", "2024-03-01"),
      (.month, "2026-12-31T23:59", "2026-12", "2026-12-01", "2027-01-01"),
      (.quarter, "2026-04-01T00:00", "2026-Q2", "2026-04-01", "2026-07-01"),
      (.quarter, "2026-12-31T00:00", "2026-Q4", "2026-10-01", "2027-01-01"),
      (.year, "2026-06-30T00:00", "2026", "2026-01-01", "2027-01-01"),
    ] as [(CalendarUnit, String, String, String, String)])
  func aPeriodOfTheCalendarHoldsItsInstants(
    unit: CalendarUnit, at: String, name: String, start: String, end: String
  ) throws {
    let sequence = PeriodSequence(.calendar(unit), zone: try zone("Asia/Shanghai"))
    let found = try #require(try ends(sequence, at))
    #expect(found.0 == name)
    #expect(try found.1 == Interval(start: instant(start, sequence.zone), end: instant(end, sequence.zone)))
    #expect(sequence.period(named: name)?.interval == found.1)
  }

  @Test func theNextPeriodBeginsWhereTheOneBeforeEnds() throws {
    for name in ["Europe/Berlin", "Pacific/Apia", "America/Santiago"] {
      let zone = try zone(name)
      for unit in CalendarUnit.allCases {
        let sequence = PeriodSequence(.calendar(unit), zone: zone)
        let first = try #require(sequence.number(containing: instant("2010-06-15T12:00", zone)))
        for number in first..<first + 60 {
          let period = try #require(sequence.period(number))
          #expect(sequence.period(number + 1)?.interval.start == period.interval.end)
          guard !period.interval.isEmpty else { continue }  // the day that Apia skipped
          #expect(sequence.number(containing: period.interval.start) == number)
          #expect(
            sequence.number(containing: Instant(microseconds: period.interval.end.microseconds - 1)) == number
          )
          #expect(sequence.period(named: period.name)?.number == number)
        }
      }
    }
  }

  @Test func aMonthIsAsLongAsItsClockSays() throws {
    let berlin = PeriodSequence(.calendar(.month), zone: try zone("Europe/Berlin"))
    // March 2026 loses an hour on the 29th, October wins one on the 25th.
    #expect(try #require(berlin.period(named: "2026-03")).interval.length == .minutes((31 * 24 - 1) * 60))
    #expect(try #require(berlin.period(named: "2026-10")).interval.length == .minutes((31 * 24 + 1) * 60))
    #expect(try #require(berlin.period(named: "2026-02")).interval.length == .minutes(28 * 24 * 60))
    #expect(try #require(berlin.period(named: "2026-04")).interval.length == .minutes(30 * 24 * 60))
  }

  @Test func anchoredPeriodsAreCountedFromTheirAnchorAndNeverChained() throws {
    let zone = try zone("Asia/Shanghai")
    let anchor = try instant("2026-01-31T10:00", zone)
    let months = PeriodSequence(.anchored(anchor, CalendarLength(months: 1), until: nil), zone: zone)
    let starts = try (0..<4).map { try #require(months.period($0)).interval.start }
    #expect(
      try starts == [
        anchor, instant("2026-02-28T10:00", zone), instant("2026-03-31T10:00", zone),
        instant("2026-04-30T10:00", zone),
      ])
    #expect(months.period(0)?.name == "2026-01-31")
    #expect(try months.number(containing: instant("2026-02-28T09:59:59", zone)) == 0)
    #expect(try months.number(containing: instant("2026-02-28T10:00", zone)) == 1)
    #expect(try months.number(containing: instant("2026-01-31T09:59", zone)) == nil)
    #expect(try months.number(containing: instant("2031-01-31T10:00", zone)) == 60)
    #expect(months.period(named: "2026-03-31")?.number == 2)
    #expect(months.period(named: "2026-03-30") == nil)
    let next = PeriodSequence(
      .anchored(anchor, CalendarLength(months: 1), until: nil), zone: zone, monthEnd: .nextDay)
    #expect(try next.period(1)?.interval.start == instant("2026-03-01T10:00", zone))
  }

  @Test func anAnchoredRuleEndsWhereItSays() throws {
    let zone = Zone.utc
    let anchor = try instant("2026-01-15T00:00")
    let until = try instant("2026-04-15T00:00")
    let sequence = PeriodSequence(.anchored(anchor, CalendarLength(months: 1), until: until), zone: zone)
    #expect(sequence.period(2)?.name == "2026-03-15")
    #expect(sequence.period(3) == nil)
    #expect(sequence.period(-1) == nil)
    #expect(
      try sequence.numbers(in: Interval(start: instant("2025-01-01"), end: instant("2027-01-01"))) == 0...2)
    #expect(
      try sequence.numbers(in: Interval(start: instant("2026-02-15"), end: instant("2026-03-15"))) == 1...1)
    #expect(
      try sequence.numbers(in: Interval(start: instant("2026-04-15"), end: instant("2027-01-01"))) == nil)
    #expect(
      try sequence.numbers(in: Interval(start: instant("2025-04-15"), end: instant("2026-01-15"))) == nil)
  }

  @Test func everyAnchoredStartLiesInItsOwnPeriod() throws {
    let zone = try zone("Europe/Berlin")
    let lengths = [
      CalendarLength(months: 1), CalendarLength(months: 3), CalendarLength(months: 12),
      CalendarLength(days: 7),
      CalendarLength(days: 1), CalendarLength(months: 1, days: 3),
    ]
    for length in lengths {
      let sequence = PeriodSequence(
        .anchored(try instant("2024-02-29T02:30", zone), length, until: nil), zone: zone)
      for number in 0..<90 {
        let period = try #require(sequence.period(number))
        #expect(sequence.number(containing: period.interval.start) == number)
        #expect(
          sequence.number(containing: Instant(microseconds: period.interval.end.microseconds - 1)) == number)
      }
    }
  }

  @Test func rollingWindowsEndWithALocalDay() throws {
    let zone = try zone("Europe/Berlin")
    let days = PeriodSequence(.rolling(.calendar(CalendarLength(days: 30)), byMonth: false), zone: zone)
    let april = try #require(days.period(named: "2026-04-10"))
    #expect(
      try april.interval == Interval(start: instant("2026-03-12", zone), end: instant("2026-04-11", zone)))
    let months = PeriodSequence(.rolling(.calendar(CalendarLength(months: 3)), byMonth: false), zone: zone)
    // The window that ends with 31 March holds January to March.
    #expect(
      try months.period(named: "2026-03-31")?.interval
        == Interval(start: instant("2026-01-01", zone), end: instant("2026-04-01", zone)))
    let byMonth = PeriodSequence(.rolling(.calendar(CalendarLength(months: 3)), byMonth: true), zone: zone)
    #expect(
      try byMonth.period(named: "2026-04")?.interval
        == Interval(start: instant("2026-02-01", zone), end: instant("2026-05-01", zone)))
    let elapsed = PeriodSequence(
      .rolling(.elapsed(.minutes(24 * 60)), byMonth: false), zone: zone)
    // The day of the clock change has 23 hours.
    #expect(
      try elapsed.period(named: "2026-03-29")?.interval.start == instant("2026-03-28T23:00", zone))
    #expect(
      try days.numbers(
        in: Interval(start: instant("2026-04-10T12:00", zone), end: instant("2026-04-12", zone))
      )
      .map { $0.count } == 2)
  }

  @Test(arguments: [
    (CalendarUnit.month, "2026-13"), (.month, "2026-4"), (.month, "2026"), (.month, "2026-04-01"),
    (.month, ""),
    (.quarter, "2026-Q5"), (.quarter, "2026-Q0"), (.quarter, "2026-q1"), (.year, "26"), (.week, "2026-W54"),
    (.week, "2026-W00"), (.week, "2025-W53"), (.day, "2026-02-29"), (.day, "2026-04"),
  ])
  func whatNamesNoPeriodIsNone(unit: CalendarUnit, name: String) {
    #expect(PeriodSequence(.calendar(unit), zone: .utc).period(named: name) == nil)
  }

  // MARK: Rolling windows

  /// The last window that neither starts nor ends behind two instants, step by step.
  private func lastStepByStep(
    _ sequence: PeriodSequence, from number: Int, _ start: Instant, _ end: Instant, upTo last: Int
  ) -> Int {
    var found = number
    while found < last, let next = sequence.period(found + 1)?.interval, next.start <= start, next.end <= end
    {
      found += 1
    }
    return found
  }

  @Test(arguments: ["Asia/Shanghai", "Europe/Berlin", "America/Santiago", "Pacific/Apia"])
  func theLastWindowBeforeAChangeIsThatOfStepByStep(name: String) throws {
    let zone = try zone(name)
    let lengths: [RollingLength] = [
      .calendar(CalendarLength(months: 0, days: 30)), .calendar(CalendarLength(months: 1, days: 0)),
      .calendar(CalendarLength(months: 2, days: 3)), .elapsed(Duration(microseconds: 100 * 3_600_000_000)),
    ]
    var random = SeededGenerator(seed: 7)
    let hour = Int64(3_600_000_000)
    for (length, byMonth) in lengths.flatMap({ length in [(length, false), (length, true)] }) {
      let sequence = PeriodSequence(.rolling(length, byMonth: byMonth), zone: zone)
      let first = try #require(sequence.number(containing: instant("2011-10-20T12:00", zone)))
      for _ in 0..<60 {
        let window = try #require(sequence.period(first + Int(random.next() % 60)))
        let later = { (from: Instant) in
          let hours = Int64(random.next() % (byMonth ? 9000 : 1500))
          return random.next() % 8 == 0 ? .latest : Instant(microseconds: from.microseconds + hours * hour)
        }
        let (start, end) = (later(window.interval.start), later(window.interval.end))
        let upTo = window.number + Int(random.next() % 50)
        let found = sequence.lastWindow(behind: window, startingBy: start, endingBy: end, upTo: upTo)
        #expect(
          found.number == lastStepByStep(sequence, from: window.number, start, end, upTo: upTo),
          "\(name) \(length) \(byMonth) \(window.name) \(start.microseconds) \(end.microseconds)")
        #expect(sequence.period(found.number)?.interval == found.interval)
      }
    }
  }
}
