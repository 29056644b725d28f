import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// A step stands where its clock has counted its time: neither earlier nor later.
@Suite struct StepLawTests {
  /// A target and an escalation on one clock with a pause, on a random calendar or none, and a random time
  /// from which the target's limit follows.
  private func timed(
    _ generator: inout SeededGenerator, limit: (Duration) -> Duration
  ) -> (builder: StepBuilder, time: Duration) {
    var builder = StepBuilder(events: "start", "stop", "hold", "resume", "other")
    let calendar = generator.once(in: 4) ? nil : generator.number(0...5)
    let on = calendar.map { builder.policy.calendar(ReferenceCalendar.all[$0].rules) }
    let pause = builder.policy.span(builder.policy.pair("hold", "resume"))
    let clock = builder.policy.pair("start", "stop")
    let time = Duration.microseconds(Int64.random(in: 1...60_000_000_000, using: &generator))
    builder.policy.target(clock, .within(limit(time)), on: on, pause: [pause])
    builder.escalation(clock, on: on, pause: [pause])
    return (builder, time)
  }

  @Test(arguments: 1...6)
  func `the count of the clock at a step's instant is the step's time`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var looked = 0
    for number in 0..<60 {
      let comment = Comment(rawValue: "seed \(seed), case \(number)")
      var (builder, time) = timed(&generator) { _ in .hours(900) }
      let every = Duration.microseconds(Int64.random(in: 1_000_000_000...30_000_000_000, using: &generator))
      builder.step(.elapsed(time))
      builder.step(.elapsed(time), every: every)
      builder.step(.share(Rational(numerator: 1, denominator: 30) ?? .zero, target: 0))
      let ticket = try randomTicket(&generator)
      let asOf = at("31/00:00")
      let steps = builder.decide(ticket, asOf: asOf)
      for step in steps {
        guard let due = step.due, due <= asOf else { continue }
        looked += 1
        let expected =
          switch step.line {
          case 0: time
          case 1: try #require(every.multiplied(by: Int64(step.repetition))?.adding(time))
          case _: Duration.hours(30)
          }
        #expect(try count(builder, ticket, until: due) == expected, comment)
      }
    }
    #expect(looked > 30)
  }

  @Test(arguments: 1...4)
  func `a step falls due when a target of the same time does`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<80 {
      let comment = Comment(rawValue: "seed \(seed), case \(number)")
      var (builder, time) = timed(&generator) { $0 }
      builder.step(.elapsed(time))
      builder.step(.share(.one, target: 0))
      let ticket = try randomTicket(&generator)
      var evaluator = Evaluator(plan: Plan(builder.policy.policy), registers: [])
      var copy = ticket
      evaluator.decide(&copy, asOf: at("31/00:00"))
      let steps = evaluator.stepOutcomes[0]
      // The two say the same of the time, and of a clock that has ended.
      #expect(steps[0].due == steps[1].due && steps[0].state == steps[1].state, comment)
      let target = evaluator.targets[0]
      switch target.verdict {
      case .breached: #expect(steps[0].due == target.due, comment)
      case .met: #expect(steps[0].state == .void || steps[0].due == target.due, comment)
      case .pending where target.start != nil: #expect(steps[0].due == target.due, comment)
      case .pending, .excused, .notApplicable, .undecided: #expect(steps[0].due == nil, comment)
      }
    }
  }

  @Test(arguments: 1...4)
  func `what lies behind the as-of instant changes nothing`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<60 {
      var builder = StepBuilder(events: "start", "stop", "hold", "resume", "other")
      let clock = builder.policy.pair("start", "stop")
      builder.policy.target(clock, .within(.hours(4)))
      builder.escalation(clock)
      builder.step(.elapsed(.hours(2)), evidence: "other")
      builder.step(.elapsed(.hours(3)), every: .hours(1), evidence: "other")
      builder.step(.share(.one, target: 0), evidence: "other")
      let ticket = try randomTicket(&generator)
      let asOf = try #require(
        ticket.events[generator.number(0...ticket.events.count - 1)].at.adding(.minutes(1)))
      var cut = ticket
      cut.events.removeAll { $0.at > asOf }
      let whole = builder.decide(ticket, asOf: asOf).map(\.summary)
      #expect(whole == builder.decide(cut, asOf: asOf).map(\.summary), "seed \(seed), case \(number)")
    }
  }

  @Test func `a step that comes without end is left undecided`() {
    var builder = StepBuilder(events: "start", "stop")
    builder.escalation(builder.policy.pair("start", "stop"))
    builder.step(.elapsed(.zero), every: .minutes(1))
    let steps = builder.decide(builder.policy.ticket("start 10:00"), asOf: at("10/00:00"))
    #expect(steps.count == Escalation.Step.repetitionLimit + 1)
    #expect(steps.last?.state == .undecided)
    #expect(steps.dropLast().allSatisfy { $0.state == .scheduled })
  }

  @Test func `one event shows one step`() {
    var builder = StepBuilder(events: "start", "stop", "told")
    builder.escalation(builder.policy.pair("start", "stop"))
    builder.step(.elapsed(.minutes(30)), evidence: "told")
    builder.step(.elapsed(.hours(2)), evidence: "told")
    let early = builder.decide(builder.policy.ticket("start 10:00, told 10:10"), asOf: at("13:00"))
    #expect(early.map(\.state) == [.done, .missed])
    let both = builder.decide(builder.policy.ticket("start 10:00, told 10:10, told 11:50"), asOf: at("13:00"))
    #expect(both.map(\.state) == [.done, .done])
    let second = builder.decide(builder.policy.ticket("start 10:00, told 11:50"), asOf: at("13:00"))
    #expect(second.map(\.state) == [.missed, .done])
    let late = builder.decide(
      builder.policy.ticket("start 10:00, told 10:40, told 11:50"), asOf: at("13:00"))
    #expect(late.map(\.state) == [.late, .done])
  }

  // MARK: Parts

  private func randomTicket(_ generator: inout SeededGenerator) throws -> Ticket {
    var ticket = Ticket(fields: 0)
    var instant = at("27/00:00")
    ticket.events.append(LoggedEvent(at: instant, code: 0))
    for _ in 0..<generator.number(0...7) {
      instant = try #require(
        instant.adding(.microseconds(Int64.random(in: 1...40_000_000_000, using: &generator))))
      ticket.events.append(LoggedEvent(at: instant, code: Int32(generator.number(0...4))))
    }
    // A resumption before any hold leaves everything undecided.
    let hold = ticket.events.first { $0.code == 2 }?.at ?? .latest
    ticket.events.removeAll { $0.code == 3 && $0.at < hold }
    return ticket
  }

  /// What the clock of the target has counted up to an instant, as the evaluator of targets counts.
  private func count(_ builder: StepBuilder, _ ticket: Ticket, until instant: Instant) throws -> Duration {
    let decided = PledgeEvaluationTests.decide(builder.policy.policy, ticket, asOf: instant)
    return decided.targets[0].counted
  }
}

/// Builds a policy with one escalation.
struct StepBuilder {
  var policy: PolicyBuilder

  init(events: String...) {
    policy = PolicyBuilder()
    for name in events { policy.declare(name) }
    policy.policy.roles = [NamedWord(name: "lead", title: nil)]
    policy.policy.actions = [NamedWord(name: "notify", title: nil)]
  }

  mutating func escalation(_ clock: SpanExpression, on calendar: Int? = nil, pause: [Int] = []) {
    var escalation = Escalation(name: "e", title: nil, origin: .nowhere)
    escalation.clock = EscalationClock(span: clock, calendar: calendar, pauses: pause)
    policy.policy.escalations.append(escalation)
  }

  mutating func step(_ moment: Escalation.Moment, every: Duration? = nil, evidence: String? = nil) {
    var step = Escalation.Step(moment: moment, action: 0, groups: [[0]], origin: .nowhere)
    step.every = every
    step.evidence = evidence.map {
      Escalation.Evidence(event: policy.code($0), grace: .zero, condition: nil)
    }
    policy.policy.escalations[0].steps.append(step)
  }

  func decide(_ ticket: Ticket, asOf: Instant) -> [StepOutcome] {
    var evaluator = Evaluator(plan: Plan(policy.policy), registers: [])
    var ticket = ticket
    evaluator.decide(&ticket, asOf: asOf)
    return evaluator.stepOutcomes[0]
  }
}

extension StepOutcome {
  /// What two runs are compared by.
  fileprivate var summary: String {
    "\(number) \(state.word) \(due?.microseconds ?? 0) \(doneAt?.microseconds ?? 0)"
  }
}
