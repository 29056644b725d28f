import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeEvaluation

@Suite struct DifferentialTests {
  @Test(arguments: 1...8)
  func `the evaluator agrees with the slot by slot reference on random policies and tickets`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<200 {
      let scenario = Scenario.random(&generator)
      if let difference = Comparing.difference(scenario) {
        Issue.record("seed \(seed), case \(number): \(difference)\n\(scenario)")
        return
      }
    }
  }
}

/// Holds both evaluators side by side.
enum Comparing {
  /// What the two do not agree on; nil where they do.
  static func difference(_ scenario: Scenario) -> String? {
    let outcome = decide(scenario.policy, scenario.ticket, asOf: scenario.instant(scenario.asOf)).target
    return difference(scenario, outcome)
  }

  static func difference(_ scenario: Scenario, _ outcome: TargetOutcome) -> String? {
    let expected = ReferenceEvaluator(scenario).decide()
    if outcome.verdict != expected.verdict {
      return "verdict \(outcome.verdict), by the reference \(expected.verdict)"
    }
    guard let counted = expected.counted else { return nil }
    if outcome.counted != scenario.length(counted) {
      return "counted \(outcome.counted), by the reference \(scenario.length(counted))"
    }
    // Slots are too long for what a breach at the limit itself is over by.
    let isAtLimit = expected.verdict == .breached && expected.over == 0
    let over = isAtLimit ? .least : scenario.length(expected.over)
    if outcome.over != over {
      return "over \(outcome.over), by the reference \(over)"
    }
    if let due = expected.due, outcome.due != scenario.instant(due) {
      return
        "due \(outcome.due.map(\.microseconds) ?? 0), by the reference \(scenario.instant(due).microseconds)"
    }
    return nil
  }
}
