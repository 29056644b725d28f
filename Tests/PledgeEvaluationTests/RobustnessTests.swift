import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Absurd inputs come to a decision, and large ones do so in time.
@Suite struct RobustnessTests {
  private static let instants: [Int64] = [
    .min, .min + 1, -62_135_596_800_000_000, -1, 0, 1, 1_772_445_600_000_000, 253_402_300_799_999_999,
    253_402_214_400_000_000, .max - 1, .max,
  ]
  private static let lengths: [Int64] = [.min, -1, 0, 1, 3_600_000_000, 1 << 53, .max]

  /// Targets and refunds of every form over one clock.
  private func policy(_ length: Int64, _ days: Int) -> PolicyBuilder {
    var builder = PolicyBuilder(events: "start", "stop", "hold", "resume", zone: zone("Europe/Berlin"))
    let calendar = builder.calendar(office())
    let hold = builder.span(builder.pair("hold", "resume", upTo: .microseconds(length)))
    let excluded = builder.exclusion(
      during: builder.pair("hold", "resume", longerThan: .microseconds(length)))
    let clock = builder.pair("start", "stop", atLeast: .microseconds(length))
    let start = builder.event("start", offset: .microseconds(length))
    let moved = builder.event("start").moved(.months(days, days: days))
    for on in [nil, calendar] {
      builder.target(clock, .within(.microseconds(length)), on: on, pause: [hold], exclude: [excluded])
      builder.target(
        clock, .under(.microseconds(length)), on: on, round: CountRounding(mode: .up, unit: .hours(1)))
      builder.target(
        clock, .within(.workingDays(days), strict: false, workingCalendar: calendar), on: on, pause: [hold])
      builder.target(clock, .within(.months(days), strict: false, workingCalendar: nil), on: on)
      builder.target(clock, .by(start), on: on, exclude: [excluded], extendedBy: [hold])
      builder.target(clock, .by(moved), on: on)
      builder.target(clock, .by(builder.event("start").endOfWorkingDay(days, on: calendar)), on: on)
      builder.target(clock, .by(builder.event("stop").endOfCalendarDay(days)), on: on)
      builder.target(
        .between(start, builder.event("stop")).or(.calendar(calendar)), .within(.hours(1)), on: on)
      builder.target(clock.minus(.named(hold)).and(.between(moved, start)), .by(start.endOfDay), on: on)
    }
    for target in builder.policy.targets.indices {
      let pay = Expression.money(Rational(Int128.max / 3))
      builder.refund(
        when: .verdict(target, .breached),
        pay: pay.per(.started, .microseconds(1), over: .figure(.over, of: target)),
        reads: [target])
      builder.refund(
        when: .verdict(target, .breached), pay: Expression.money(1).per(.full, .calendarDay, of: target),
        reads: [target])
      builder.refund(
        when: .verdict(target, .breached),
        pay: Expression.money(1).per(.started, .workingDay(calendar: calendar), of: target), reads: [target])
    }
    return builder
  }

  @Test(arguments: RobustnessTests.lengths)
  func `extreme instants, lengths and numbers of days never trap`(length: Int64) {
    var generator = SeededGenerator(seed: UInt64(bitPattern: length))
    for days in [Int.min, 0, 2, Int.max] {
      let builder = policy(length, days)
      var evaluator = Evaluator(plan: Plan(builder.policy), registers: [])
      for number in 0..<4 {
        var ticket = Ticket(fields: 0)
        for _ in 0..<generator.number(0...6) {
          let instant = RobustnessTests.instants.randomElement(using: &generator) ?? 0
          ticket.events.append(
            LoggedEvent(at: Instant(microseconds: instant), code: Int32(generator.number(0...3))))
        }
        ticket.finish()
        let asOf = number < 2 ? Int64.max : RobustnessTests.instants.randomElement(using: &generator) ?? 0
        let explanations = evaluator.explain(&ticket, asOf: Instant(microseconds: asOf))
        #expect(explanations.targets.count == builder.policy.targets.count)
        for outcome in evaluator.targets { #expect(outcome.over >= .zero) }
      }
    }
  }

  @Test func `limits of zero and below are breached by the first counted time`() {
    for (limit, strict, asOf, verdict) in [
      (0, false, "10:00", Verdict.pending), (0, false, "10:00:00.000001", .breached),
      (0, true, "10:00", .breached), (-1, false, "10:00", .breached), (1, true, "10:00:59", .pending),
      (1, true, "10:01", .breached), (1, false, "10:01", .pending), (1, false, "10:01:00.000001", .breached),
    ] {
      var builder = PolicyBuilder(events: "alarm", "restored")
      let length = Duration.minutes(Int64(limit))
      builder.target(builder.pair("alarm", "restored"), strict ? .under(length) : .within(length))
      #expect(builder.decide("alarm 10:00", asOf: asOf).verdict == verdict, "\(limit) \(strict) \(asOf)")
    }
  }

  @Test func `an interval without length counts nothing, but the clock has run`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    builder.target(builder.pair("alarm", "restored"), .within(.zero))
    let decided = builder.decide("alarm 10:00, restored 10:00", asOf: "10:00")
    #expect(decided.verdict == .met && decided.target.counted == .zero)
    #expect(decided.target.start == at("10:00") && decided.target.stop == at("10:00"))
    // The order of the file decides at one instant.
    #expect(builder.decide("restored 10:00, alarm 10:00", asOf: "10:00").verdict == .undecided)
  }

  @Test func `touching intervals are one, also where the last still runs`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let clock = builder.pair("alarm", "alarm restored", longerThan: .hours(1))
    builder.target(clock, .within(.hours(1)))
    builder.value(.count(clock))
    for log in ["alarm 10:00, alarm 10:45", "alarm 10:00, alarm 10:45, restored 11:30"] {
      let decided = builder.decide(log, asOf: "11:30")
      #expect(decided.verdict == .breached && decided.target.counted == .minutes(90))
      let count = evaluate(.count(clock), in: builder, builder.ticket(log), asOf: at("11:30")).value
      #expect(count == .number(.one))
    }
  }

  @Test func `each interval of a span lasts at most as long as it may, and a clock cut so has stopped`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let clock = builder.pair("alarm", "alarm restored", upTo: .hours(1))
    builder.target(clock, .within(.hours(2)))
    builder.target(clock, .by(.instant(at("11:30"))))
    let twice = builder.decide("alarm 10:00, alarm 11:00, restored 15:00", asOf: "20:00")
    #expect(twice.target.counted == .hours(2) && twice.target.stop == at("12:00"))
    let once = builder.decide("alarm 10:00, restored 15:00", asOf: "20:00")
    #expect(once.targets[1].verdict == .met && once.targets[1].stop == at("11:00"))
    #expect(builder.decide("alarm 10:00", asOf: "11:00").targets[1].verdict == .met)
  }

  @Test func `a clock that ends in a pause is due as if it had run on from its stop`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "hung", "resumed")
    let hold = builder.span(builder.pair("hung", "resumed"))
    builder.target(builder.pair("alarm", "restored"), .within(.hours(3)), pause: [hold])
    let decided = builder.decide("alarm 10:00, hung 11:00, restored 12:00, resumed 13:00", asOf: "14:00")
    #expect(decided.verdict == .met && decided.target.due == at("14:00"))
    let paused = builder.decide("alarm 10:00, hung 11:00", asOf: "12:30")
    #expect(paused.verdict == .pending && paused.target.due == at("14:30"))
  }

  @Test func `a running interval that is too short so far is due where it will reach the limit as a whole`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    builder.target(builder.pair("alarm", "restored", longerThan: .minutes(5)), .within(.hours(1)))
    builder.target(builder.pair("alarm", "restored", longerThan: .minutes(5)), .within(.minutes(1)))
    let decided = builder.decide("alarm 10:00", asOf: "10:01")
    #expect(decided.target.counted == .zero && decided.target.due == at("11:00"))
    #expect(decided.targets[1].due == at("10:05"))
  }

  @Test func `a span of an instant to come covers nothing yet, so that a breach is not put off`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "announced")
    let window = builder.span(.between(builder.event("announced"), builder.event("restored")))
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), pause: [window])
    #expect(builder.decide("alarm 10:00", asOf: "11:00:01").verdict == .breached)
    #expect(builder.decide("alarm 10:00, announced 10:30", asOf: "11:00:01").verdict == .pending)
  }

  @Test func `an end behind the as-of instant is no stop before a start`() {
    var builder = PolicyBuilder(events: "alarm")
    let code = builder.code("alarm")
    let clock = SpanExpression(
      .pairing(
        Pairing(
          starts: [EventPoint(event: code, occurrence: .every, offset: .hours(1))],
          ends: [EventPoint(event: code, occurrence: .every, offset: .hours(3))])), origin: .nowhere)
    builder.target(clock, .within(.hours(2)))
    #expect(builder.decide("alarm 10:00", asOf: "10:30").verdict == .pending)
    #expect(builder.decide("alarm 10:00", asOf: "12:00").target.counted == .hours(1))
    #expect(builder.decide("alarm 10:00", asOf: "13:00").verdict == .met)
  }

  @Test func `a pause that depends on another target does not disturb the count`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "hung", "resumed")
    let hold = builder.span(builder.pair("hung", "resumed"))
    let late = builder.span(.whenever(.verdict(1, .breached)))
    builder.target(builder.pair("alarm", "restored"), .within(.hours(1)), pause: [hold, late])
    builder.target(builder.pair("hung", "resumed"), .within(.hours(9)))
    let decided = builder.decide("alarm 10:00, hung 10:30, resumed 11:00, restored 12:00", asOf: "14:00")
    #expect(decided.target.counted == .minutes(90) && decided.verdict == .breached)
  }

  @Test func `names that double one another are compiled once`() {
    var builder = PolicyBuilder(events: "alarm", "restored")
    let depth = 60
    for index in 0..<depth {
      let next = Expression.derived(index + 1, .integer)
      builder.value(next.plus(next))
      _ = builder.span(.named(index + 1).or(.named(index + 1)))
    }
    builder.value(.number(1))
    _ = builder.span(builder.pair("alarm", "restored"))
    builder.target(.named(0), .within(.hours(1)))
    #expect(builder.decide("alarm 10:00, restored 11:00", asOf: "12:00").target.counted == .hours(1))
    let value = evaluate(.derived(0, .integer), in: builder, builder.ticket(), asOf: at("12:00")).value
    #expect(value == .number(Rational(1 << depth)))
  }

  @Test func `ten thousand events are decided in time that grows as n log n`() {
    var builder = PolicyBuilder(events: "alarm", "restored", "hung", "resumed")
    let calendar = builder.calendar(office(weekend: "10:00-12:00"))
    let hold = builder.span(builder.pair("hung", "resumed"))
    let excluded = builder.exclusion(during: builder.pair("resumed", "hung", upTo: .minutes(1)))
    builder.target(
      builder.pair("alarm", "restored", longerThan: .minutes(1)), .within(.hours(1)), on: calendar,
      pause: [hold],
      exclude: [excluded])
    builder.target(
      builder.pair("alarm", "restored"), .by(.instant(at("10:00"))), exclude: [excluded], extendedBy: [hold])
    builder.refund(when: .verdict(0, .breached), pay: Expression.money(1).per(.started, .calendarDay))
    var evaluator = Evaluator(plan: Plan(builder.policy), registers: [])
    func time(_ count: Int, _ generator: inout SeededGenerator) -> Swift.Duration {
      var best = Swift.Duration.seconds(1000)
      for _ in 0..<3 {
        var ticket = Ticket(fields: 0)
        for index in 0..<count {
          let offset = Duration.seconds(Int64(generator.number(0...1_000_000)))
          let code = Int32(index == 0 ? 0 : generator.number(0...3))
          ticket.events.append(
            LoggedEvent(at: at("03/10:00").adding(index == 0 ? .zero : offset) ?? .epoch, code: code))
        }
        let elapsed = ContinuousClock().measure {
          ticket.finish()
          evaluator.decide(&ticket, asOf: at("20/10:00"))
        }
        best = min(best, elapsed)
      }
      return best
    }
    var generator = SeededGenerator(seed: 1)
    _ = time(100, &generator)
    let small = time(10_000, &generator)
    let large = time(80_000, &generator)
    // Eight times the events: n log n takes about ten times as long, n² 64 times.
    #expect(large < small * 30, "\(small) and \(large)")
  }
}
