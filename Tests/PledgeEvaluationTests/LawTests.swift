import PledgeNumbers
import PledgePolicy
import PledgeTestSupport
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// The laws of the design that speak of random policies and tickets, by their numbers.
@Suite struct LawTests {
  /// Runs a law on many random scenarios and reports the seed of the first that breaks it.
  private func forEachScenario(
    _ seed: Int, _ count: Int = 90, _ law: (Scenario, inout SeededGenerator) -> String?
  ) {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    for number in 0..<count {
      let scenario = Scenario.random(&generator)
      if let failure = law(scenario, &generator) {
        Issue.record("seed \(seed), case \(number): \(failure)\n\(scenario)")
        return
      }
    }
  }

  private func outcome(_ scenario: Scenario) -> TargetOutcome {
    decide(scenario.policy, scenario.ticket, asOf: scenario.instant(scenario.asOf)).target
  }

  @Test(arguments: 1...4)
  func `law 3: adding a pause never turns met into breached`(seed: Int) {
    forEachScenario(seed) { scenario, generator in
      var relieved = scenario
      relieved.pauses.append(
        Scenario.Pair(starts: [generator.number(0...6)], ends: [generator.number(0...6)]))
      return worsened(from: outcome(scenario), to: outcome(relieved))
    }
  }

  @Test(arguments: 1...4)
  func `law 3: adding an exclusion never turns met into breached`(seed: Int) {
    forEachScenario(seed) { scenario, generator in
      var relieved = scenario
      let span = Scenario.Pair(starts: [generator.number(0...6)], ends: [generator.number(0...6)])
      relieved.exclusions.append(
        Scenario.Relief(
          condition: Scenario.Relief.Condition.allCases.randomElement(using: &generator) ?? .always,
          span: generator.once(in: 3) ? nil : span))
      return worsened(from: outcome(scenario), to: outcome(relieved))
    }
  }

  @Test(arguments: 1...4)
  func `law 4: loosening a limit never worsens its target`(seed: Int) {
    forEachScenario(seed) { scenario, generator in
      var loosened = scenario
      loosened.limit += generator.number(1...20)
      return worsened(from: outcome(scenario), to: outcome(loosened))
    }
  }

  /// How a relief made a decision worse; nil where it did not.
  private func worsened(from before: TargetOutcome, to after: TargetOutcome) -> String? {
    if before.verdict == .met, after.verdict == .breached || after.verdict == .excused {
      return "met became \(after.verdict)"
    }
    if before.verdict != .breached, after.verdict == .breached { return "\(before.verdict) became breached" }
    if before.verdict == .breached, after.verdict == .breached, after.over > before.over {
      return "over \(before.over) became \(after.over)"
    }
    return nil
  }

  @Test(arguments: 1...4)
  func `law 3: adding a pause or an exclusion never raises what is owed`(seed: Int) {
    forEachScenario(seed, 70) { scenario, generator in
      var relieved = scenario
      let span = Scenario.Pair(starts: [generator.number(0...6)], ends: [generator.number(0...6)])
      if generator.once(in: 2) {
        relieved.pauses.append(span)
      } else {
        relieved.exclusions.append(Scenario.Relief(condition: .always, span: span))
      }
      let (before, after) = (owed(scenario), owed(relieved))
      for index in before.indices
      where before[index].unknown == nil && after[index].amount > before[index].amount {
        return "refund \(index): \(before[index].amount) became \(after[index].amount)"
      }
      return nil
    }
  }

  private func owed(_ scenario: Scenario) -> [RefundOutcome] {
    var policy = scenario.policy
    var builder = PolicyBuilder()
    let amounts: [Expression] = [
      .money(7).per(.started, .hours(1)), .money(7).per(.exact, .minutes(7)),
      .money(7).per(.started, .calendarDay),
    ]
    for amount in amounts { builder.refund(when: .verdict(0, .breached), pay: amount) }
    policy.refunds = builder.policy.refunds
    return decide(policy, scenario.ticket, asOf: scenario.instant(scenario.asOf)).refunds
  }

  @Test(arguments: 1...4)
  func `law 5: the order of events of different instants in the file changes nothing`(seed: Int) {
    forEachScenario(seed) { scenario, generator in
      var shuffled = scenario
      let instants = Array(Set(scenario.log.map(\.slot))).shuffled(using: &generator)
      shuffled.log = instants.flatMap { slot in scenario.log.filter { $0.slot == slot } }
      return difference(outcome(scenario), outcome(shuffled))
    }
  }

  @Test(arguments: 1...4)
  func `law 5: the order of declarations changes nothing`(seed: Int) {
    forEachScenario(seed) { scenario, generator in
      var shuffled = scenario
      shuffled.pauses.shuffle(using: &generator)
      shuffled.exclusions.shuffle(using: &generator)
      return difference(outcome(scenario), outcome(shuffled))
    }
  }

  @Test(arguments: 1...4)
  func `law 6: events behind the as-of instant are not read`(seed: Int) {
    forEachScenario(seed) { scenario, _ in
      var cut = scenario
      cut.log.removeAll { $0.slot > scenario.asOf }
      return difference(outcome(scenario), outcome(cut))
    }
  }

  @Test(arguments: 1...6)
  func `law 6: without new events met and breached never change`(seed: Int) {
    forEachScenario(seed, 60) { scenario, _ in
      var scenario = scenario
      scenario.log.removeAll { $0.slot > scenario.asOf }
      var evaluator = Evaluator(plan: Plan(scenario.policy), registers: [])
      var before: TargetOutcome?
      for asOf in stride(from: scenario.asOf, to: scenario.asOf + 600, by: 17) {
        let now = decide(&evaluator, scenario.ticket, asOf: scenario.instant(asOf)).target
        if let before, before.verdict == .met || before.verdict == .breached, now.verdict != before.verdict {
          return "\(before.verdict) became \(now.verdict) at slot \(asOf)"
        }
        before = now
      }
      return nil
    }
  }

  private func difference(_ left: TargetOutcome, _ right: TargetOutcome) -> String? {
    left.verdict == right.verdict && left.counted == right.counted && left.over == right.over
      && left.due == right.due && left.isRunning == right.isRunning && left.stop == right.stop
      ? nil : "\(left)\nis not\n\(right)"
  }

  @Test(arguments: 1...4)
  func `law 10: the segments of an explanation are the raw span of the clock`(seed: Int) {
    forEachScenario(seed, 70) { scenario, _ in
      var evaluator = Evaluator(plan: Plan(scenario.policy), registers: [])
      var ticket = scenario.ticket
      let explanation = evaluator.explain(&ticket, asOf: scenario.instant(scenario.asOf)).targets[0]
      // A count that is not known has no segments.
      guard evaluator.targets[0].isCountKnown else { return nil }
      let run = ReferenceEvaluator(scenario).run(scenario.clock)
      guard run.start != nil, !run.isBroken else {
        return explanation.segments.isEmpty ? nil : "segments of nothing"
      }
      var end = Instant.earliest
      var counted: Int64 = 0
      var total: Int64 = 0
      for segment in explanation.segments {
        if segment.interval.start < end || segment.interval.isEmpty { return "\(segment) is not in order" }
        end = segment.interval.end
        total += segment.interval.length.microseconds
        if segment.treatment == .counted { counted += segment.interval.length.microseconds }
      }
      if total != scenario.length(run.covered.filter { $0 }.count).microseconds {
        return "the segments last \(total), the clock ran \(run.covered.filter { $0 }.count) slots"
      }
      let outcome = evaluator.targets[0]
      let isJudged = outcome.verdict != .undecided && outcome.due != nil
      return !isJudged || counted == outcome.counted.microseconds
        ? nil : "counted \(counted) of \(outcome.counted)"
    }
  }
}
