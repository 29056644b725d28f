import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Every log of up to five events over three kinds of event at a few instants, against the reference.
@Suite struct SmallInputTests {
  typealias Pair = Scenario.Pair

  static let clock = Pair(starts: [0], ends: [1])

  /// Six policies over the events 0, 1 and 2.
  static let scenarios: [(name: String, scenario: Scenario)] = [
    ("a pause from 2 until 1", small(clock, limit: 1, pauses: [Pair(starts: [2], ends: [1])])),
    ("2 ends and starts the clock", small(Pair(starts: [0, 2], ends: [1, 2]), limit: 2, isStrict: true)),
    (
      "an exclusion from 2 until 0",
      small(
        clock, limit: 1, exclusions: [Scenario.Relief(condition: .always, span: Pair(starts: [2], ends: [0]))]
      )
    ),
    (
      "an exclusion that is not known, a pause of at most two",
      small(
        Pair(starts: [0], ends: [1, 2]), limit: 0, pauses: [Pair(starts: [2], ends: [0], upTo: 2)],
        exclusions: [Scenario.Relief(condition: .unknown, span: Pair(starts: [1], ends: [2]))])
    ),
    (
      "a pause longer than one, an end that may be unrecorded",
      small(clock, limit: 1, pauses: [Pair(starts: [2], ends: [1], shortest: 1)], unrecorded: [1])
    ),
    (
      "a clock of at least two, each at most three, an exclusion of at least two",
      small(
        Pair(starts: [0], ends: [1], upTo: 3, shortest: 2, admitsEqual: true), limit: 2,
        exclusions: [
          Scenario.Relief(
            condition: .always, span: Pair(starts: [2], ends: [0], shortest: 2, admitsEqual: true))
        ])
    ),
  ]

  private static func small(
    _ clock: Pair, limit: Int, isStrict: Bool = false, pauses: [Pair] = [],
    exclusions: [Scenario.Relief] = [],
    unrecorded: Set<Int> = []
  ) -> Scenario {
    Scenario(
      base: at("00:00"), slot: 60_000_000, horizon: 16, eventCount: 3, unrecorded: unrecorded, clock: clock,
      pauses: pauses, exclusions: exclusions, limit: limit, isStrict: isStrict, asOf: 0)
  }

  @Test(arguments: 0..<6)
  func `the evaluator agrees with the reference on every log of up to five events`(policy: Int) {
    let name = SmallInputTests.scenarios[policy].name
    let scenario = SmallInputTests.scenarios[policy].scenario
    var evaluator = Evaluator(plan: Plan(scenario.policy), registers: [])
    var count = 0
    var failures = 0
    SmallInputTests.forEachLog(upTo: 5, events: 3, instants: [0, 2, 3]) { log in
      for asOf in [1, 3, 5] where failures < 3 {
        var scenario = scenario
        scenario.log = log
        scenario.asOf = asOf
        let outcome = decide(&evaluator, scenario.ticket, asOf: scenario.instant(asOf)).target
        count += 1
        if let difference = Comparing.difference(scenario, outcome) {
          failures += 1
          Issue.record("\(name), as of \(asOf), log \(log.map { "\($0.event)@\($0.slot)" }): \(difference)")
        }
      }
    }
    #expect(failures > 0 || count == 19_956)
  }

  /// Calls `body` with every log in order of time, ties in every order.
  private static func forEachLog(
    upTo length: Int, events: Int, instants: [Int], _ body: ([Scenario.Entry]) -> Void
  ) {
    func extend(_ log: [Scenario.Entry], from first: Int) {
      body(log)
      guard log.count < length else { return }
      for position in first..<instants.count {
        for event in 0..<events {
          extend(log + [Scenario.Entry(slot: instants[position], event: event)], from: position)
        }
      }
    }
    extend([], from: 0)
  }
}
