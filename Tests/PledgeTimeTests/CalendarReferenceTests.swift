import Foundation
import PledgeTestSupport
import PledgeTime
import Testing

/// The index against the minute-stepping model on random calendars around clock changes.
@Suite struct CalendarReferenceTests {
  struct Window: Sendable, CustomTestStringConvertible {
    let zone, start: String
    let seed: UInt64
    var testDescription: String { "\(zone) from \(start), seed \(seed)" }
  }

  static let windows: [Window] = [
    Window(zone: "Europe/Berlin", start: "2026-03-15", seed: 1),
    Window(zone: "Europe/Berlin", start: "2026-10-11", seed: 2),
    Window(zone: "America/New_York", start: "2026-02-20", seed: 3),
    Window(zone: "America/New_York", start: "2026-10-18", seed: 4),
    Window(zone: "America/Sao_Paulo", start: "2016-10-01", seed: 5),
    Window(zone: "America/Sao_Paulo", start: "2017-02-04", seed: 6),
    Window(zone: "Asia/Tehran", start: "2022-03-08", seed: 7),
    Window(zone: "Asia/Tehran", start: "2022-09-07", seed: 8),
    Window(zone: "Australia/Lord_Howe", start: "2026-03-20", seed: 9),
    Window(zone: "Australia/Lord_Howe", start: "2026-09-20", seed: 10),
    Window(zone: "Pacific/Apia", start: "2011-12-15", seed: 11),
    Window(zone: "Asia/Shanghai", start: "2026-02-01", seed: 12),
    Window(zone: "Asia/Kathmandu", start: "1985-12-20", seed: 13),
    Window(zone: "Europe/Dublin", start: "2024-03-15", seed: 14),
    Window(zone: "Africa/Casablanca", start: "2026-02-05", seed: 15),
    Window(zone: "Europe/Berlin", start: "2099-10-12", seed: 16),
    Window(zone: "America/St_Johns", start: "2006-10-15", seed: 17),
  ]

  static let minutesPerWindow = 36 * 1440

  /// A random calendar in both forms.
  static func calendar(
    _ zone: Zone, _ days: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) -> (OpeningHours, ReferenceHours) {
    var model = ReferenceHours()
    let grain = [1, 15, 30, 60].randomElement(using: &generator) ?? 1
    func hours() -> [(Int, Int)] {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: return []
      case 1: return [(0, 1440)]
      case 2: return [(22 * 60, 6 * 60)]
      case 3: return [(540, 720), (810, 1080)]
      default:
        return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let start = Int.random(in: 0..<1440 / grain, using: &generator) * grain
          return (start, Int.random(in: 0...1440 / grain, using: &generator) * grain)
        }
      }
    }
    func day() -> Int { Int.random(in: days, using: &generator) }
    for weekday in 0..<7 where weekday < 5 || Bool.random(using: &generator) {
      model.weekly[weekday] = hours()
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) { model.holidays.insert(day()) }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      model.worked[day()] = Int.random(in: 0..<7, using: &generator)
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let first = day()
      let last = Bool.random(using: &generator) ? first : first + Int.random(in: 0...9, using: &generator)
      let weekdays =
        Bool.random(using: &generator) ? nil : Set((0..<7).filter { _ in Bool.random(using: &generator) })
      model.changes.append((first, last, weekdays, hours()))
    }
    return (compiled(model, zone), model)
  }

  /// The same hours in the form of the policy.
  static func compiled(_ model: ReferenceHours, _ zone: Zone) -> OpeningHours {
    func wall(_ hours: [(Int, Int)]) -> [WallInterval] {
      hours.compactMap { start, end in
        guard let start = WallTime(hour: start / 60, minute: start % 60),
          let end = WallTime(hour: end / 60, minute: end % 60)
        else { return nil }
        return WallInterval(start: start, end: end)
      }
    }
    func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: Int32(day)) }
    return OpeningHours(
      zone: zone, weekly: model.weekly.map(wall),
      changes: model.changes.map { change in
        let weekdays = change.weekdays.map { days in
          days.reduce(into: Weekdays()) { $0.insert(Weekdays(weekday: $1 + 1)) }
        }
        return HoursChange(
          dates: DateRange(first: date(change.first), last: date(change.last)), weekdays: weekdays,
          hours: wall(change.hours))
      },
      holidays: model.holidays.map(date),
      workingDates: model.worked.map { WorkingDate(date: date($0), weekday: $1 + 1) })
  }

  static func instant(_ clock: ReferenceClock, _ minute: Int) -> PledgeTime.Instant {
    Instant(microseconds: Int64(clock.start + minute) * 60_000_000)
  }

  @Test(arguments: windows)
  func countingAndAddingAgreeWithSteppingOverMinutes(window: Window) throws {
    let zone = try PledgeTimeTests.zone(window.zone)
    let start = Int(try PledgeTimeTests.instant(window.start).microseconds / 60_000_000)
    let clock = ReferenceClock(
      zone: try #require(TimeZone(identifier: window.zone)), start: start, count: Self.minutesPerWindow)
    let other = try PledgeTimeTests.zone("America/New_York")
    let otherClock = ReferenceClock(
      zone: try #require(TimeZone(identifier: "America/New_York")), start: start,
      count: Self.minutesPerWindow)
    var generator = SeededGenerator(seed: window.seed)
    for round in 0..<16 {
      let (hours, model) = Self.calendar(zone, clock.days, &generator)
      var open = model.open(clock)
      var rules = CalendarHours.own(hours)
      if round % 4 != 0 {
        // Combined with a calendar of another zone, whose edges of the window lie elsewhere.
        let (otherHours, otherModel) = Self.calendar(other, otherClock.days, &generator)
        let otherOpen = otherModel.open(otherClock)
        switch round % 4 {
        case 1:
          rules = .and(rules, .own(otherHours))
          for minute in open.indices { open[minute] = open[minute] && otherOpen[minute] }
        case 2:
          rules = .or(rules, .own(otherHours))
          for minute in open.indices { open[minute] = open[minute] || otherOpen[minute] }
        default:
          rules = .minus(rules, .own(otherHours))
          for minute in open.indices { open[minute] = open[minute] && !otherOpen[minute] }
        }
      }
      let index = CalendarIndex(CalendarRules(hours: rules))
      for _ in 0..<10 { ask(index, clock, open, &generator, "\(window.testDescription), round \(round)") }
    }
  }

  /// One question of each kind.
  private func ask(
    _ index: CalendarIndex, _ clock: ReferenceClock, _ open: [Bool], _ generator: inout SeededGenerator,
    _ label: String
  ) {
    // Days at the window's edges are not complete in the model.
    let inside = 5 * 1440..<open.count - 5 * 1440
    let from = Int.random(in: inside, using: &generator)
    let to = Int.random(in: from...min(from + 6 * 1440, inside.upperBound), using: &generator)
    var count = 0
    for minute in from..<to where open[minute] { count += 1 }
    let counted = index.openTime(from: Self.instant(clock, from), to: Self.instant(clock, to))
    #expect(counted == .value(.minutes(Int64(count))), "\(label): \(from) to \(to)")
    #expect(index.isOpen(at: Self.instant(clock, from)) == .value(open[from]), "\(label): \(from)")

    var length = Int.random(in: 0...2000, using: &generator)
    var end = from
    let added = index.instant(after: .minutes(Int64(length)), from: Self.instant(clock, from))
    while length > 0, end < inside.upperBound {
      if open[end] { length -= 1 }
      end += 1
    }
    if length == 0 { #expect(added == .value(Self.instant(clock, end)), "\(label): \(from) and a length") }

    var opening = from
    while opening < inside.upperBound, !open[opening] { opening += 1 }
    if opening < inside.upperBound {
      #expect(
        index.nextOpening(from: Self.instant(clock, from)) == .value(Self.instant(clock, opening)),
        "\(label)")
    }

    var intervals: [Interval] = []
    let window = Interval(start: Self.instant(clock, from), end: Self.instant(clock, to))
    #expect(index.openIntervals(within: window, into: &intervals) == .value(intervals.count))
    #expect(Span(intervals).intervals == intervals, "\(label)")
    #expect(Span.total(intervals) == .minutes(Int64(count)), "\(label)")
  }

  @Test(arguments: windows)
  func workingDaysAgreeWithSteppingOverDays(window: Window) throws {
    let zone = try PledgeTimeTests.zone(window.zone)
    let start = Int(try PledgeTimeTests.instant(window.start).microseconds / 60_000_000)
    let clock = ReferenceClock(
      zone: try #require(TimeZone(identifier: window.zone)), start: start, count: Self.minutesPerWindow)
    var generator = SeededGenerator(seed: window.seed &+ 1000)
    for round in 0..<16 {
      let (hours, model) = Self.calendar(zone, clock.days, &generator)
      let stretches = model.stretches(clock)
      for dayEnd in [DayEnd.close, .midnight, .sameTime] {
        for late in [LateArrival.today, .nextWorkingDay] {
          let index = CalendarIndex(
            CalendarRules(hours: .own(hours), dayEnd: dayEnd, lateArrival: late))
          for _ in 0..<3 {
            let from = Int.random(in: 5 * 1440..<14 * 1440, using: &generator)
            let n = Int.random(in: 0...6, using: &generator)
            let expected = Self.end(of: n, from, stretches, clock, dayEnd, late)
            guard let expected else { continue }
            let answer = index.adding(workingDays: n, to: Self.instant(clock, from)).value
            let label = "\(window.testDescription), round \(round): \(from), \(n), \(dayEnd), \(late)"
            #expect(answer?.instant == Self.instant(clock, expected), "\(label)")
          }
        }
      }
    }
  }

  /// The end of the n-th working day by plain steps over days; nil where it leaves the window.
  private static func end(
    of n: Int, _ arrival: Int, _ stretches: [Int: [(Int, Int)]], _ clock: ReferenceClock, _ dayEnd: DayEnd,
    _ late: LateArrival
  ) -> Int? {
    func closing(_ day: Int) -> Int? { stretches[day]?.map(\.1).max() }
    var day = clock.wall[arrival] / 1440
    var effective = arrival
    var nights = 0
    let opensLater = (stretches[day]?.map(\.0).min()).map { arrival < $0 } ?? true
    let isNight = closing(day - 1).map { arrival < $0 } ?? false
    if opensLater, isNight, stretches[day] == nil || dayEnd != .midnight {
      // In the hours of the day before, which run past midnight.
      day -= 1
      nights = 1
    } else if closing(day).map({ arrival >= $0 }) ?? true, late == .nextWorkingDay {
      repeat { day += 1 } while stretches[day] == nil && day < clock.days.upperBound
      guard let opening = stretches[day]?.map(\.0).min() else { return nil }
      effective = opening
    }
    for _ in 0..<n {
      repeat { day += 1 } while stretches[day] == nil && day < clock.days.upperBound
    }
    if day >= clock.days.upperBound - 2 { return nil }
    switch dayEnd {
    case .close, .length: return max(effective, closing(day) ?? effective)
    case .midnight: return max(effective, clock.beginning(of: day + 1))
    case .sameTime: return max(effective, clock.minute(day + nights, clock.wall[effective] % 1440))
    }
  }
}
