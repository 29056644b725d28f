import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// How much an allowance admits, held against a walk over every minute.
@Suite struct AllowanceTests {
  private static let minutes = 40 * 1440
  private static let first = Int64(1_772_323_200)

  private func at(_ minute: Int) -> Instant {
    Instant(microseconds: (Self.first + Int64(minute) * 60) * 1_000_000)
  }

  /// Disjoint intervals in order, in minutes behind 1 March 2026.
  private func times(_ random: inout SeededGenerator) -> [(start: Int, end: Int)] {
    var result: [(start: Int, end: Int)] = []
    var start = 0
    while start < Self.minutes - 4000 {
      start += random.number(1...3000)
      let end = start + random.number(1...1500)
      result.append((start, end))
      start = end + 1
    }
    return result
  }

  /// Admits minute by minute what its window has left; `window` gives the first minute that counts for a day.
  private func admitted(
    _ times: [(start: Int, end: Int)], _ allowed: Int, window: (_ day: Int) -> Int
  ) -> [Int] {
    var result: [Int] = []
    var past = 0
    for time in times {
      for minute in time.start..<time.end {
        while past < result.count, result[past] < window(minute / 1440) { past += 1 }
        if result.count - past < allowed { result.append(minute) }
      }
    }
    return result
  }

  private func found(
    _ times: [(start: Int, end: Int)], _ allowed: Int, _ kind: PeriodSequence.Kind
  ) -> [Int] {
    let plan = AllowancePlan(length: Duration(microseconds: Int64(allowed) * 60_000_000), rule: nil)
    let past = Interval(start: at(0), end: at(Self.minutes))
    let intervals = times.map { Interval(start: at($0.start), end: at($0.end)) }
    let result = plan.allowed(intervals, past, PeriodSequence(kind, zone: .utc))
    return result.flatMap { interval -> [Int] in
      let start = Int(interval.start.microseconds / 60_000_000 - Self.first / 60)
      return Array(start..<start + Int(interval.length.microseconds / 60_000_000))
    }
  }

  @Test(arguments: 1...6)
  func `a day, a week from an instant on and a window that rolls admit what a walk admits`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let times = times(&random)
    let allowed = random.number(1...900)
    #expect(
      found(times, allowed, .calendar(.day)) == admitted(times, allowed) { $0 * 1440 }, "seed \(seed)")
    let week = PeriodSequence.Kind.anchored(at(0), CalendarLength(days: 7), until: nil)
    #expect(found(times, allowed, week) == admitted(times, allowed) { $0 / 7 * 7 * 1440 }, "seed \(seed)")
    let days = random.number(2...9)
    let rolling = PeriodSequence.Kind.rolling(.calendar(CalendarLength(days: days)), byMonth: false)
    #expect(
      found(times, allowed, rolling) == admitted(times, allowed) { ($0 - days + 1) * 1440 }, "seed \(seed)")
  }

  @Test func `nothing is admitted before the instant from which periods are counted`() {
    let anchored = PeriodSequence.Kind.anchored(at(1440), CalendarLength(days: 7), until: at(8 * 1440))
    #expect(found([(0, 100), (1400, 1500)], 600, anchored) == Array(1440..<1500))
    #expect(found([(8 * 1440 - 10, 8 * 1440 + 10)], 600, anchored) == Array(8 * 1440 - 10..<8 * 1440))
  }
}
