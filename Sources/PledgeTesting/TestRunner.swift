import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Runs the test blocks of a policy.
package struct TestRunner: Sendable {
  private let plan: Plan
  /// For each test the number of the plan's first probe that is one of its expectations.
  private let firstProbes: [Int]

  /// Compiles the policy with the values that its tests expect; `overrides` replaces parameters, by index.
  package init(_ policy: Policy, overrides: [Int: Constant] = [:]) {
    var probes: [Expression] = []
    var firstProbes: [Int] = []
    for test in policy.tests {
      firstProbes.append(probes.count)
      for expectation in test.expectations {
        if case .value(let expression, _) = expectation.subject { probes.append(expression) }
      }
    }
    self.firstProbes = firstProbes
    plan = Plan(policy, overrides: overrides, probes: probes)
  }

  /// Runs all tests in the order of the text.
  package func run() -> [TestResult] { plan.policy.tests.indices.map { run(test: $0) } }

  /// Runs one test.
  package func run(test index: Int) -> TestResult {
    let test = plan.policy.tests[index]
    var evaluator = Evaluator(plan: plan, registers: test.registers)
    let asOf = test.asOf ?? Self.lastEvent(of: test)
    let decisions = test.tickets.map { entry in
      var ticket = entry.ticket
      ticket.id = Array(entry.id.utf8)
      ticket.finish()
      return evaluator.explained(&ticket, asOf: asOf)
    }
    var failures: [TestFailure] = []
    var probe = firstProbes[index]
    for expectation in test.expectations {
      guard decisions.indices.contains(expectation.ticket) else { continue }
      let decision = decisions[expectation.ticket]
      let comparing = ExpectationComparing(plan: plan, decision: decision)
      let differences: [TestFailure.Difference]
      switch expectation.subject {
      case .target(let target, let expected): differences = comparing.compare(target: target, expected)
      case .refund(let refund, let expected): differences = comparing.compare(refund: refund, expected)
      case .value(let expression, let constant):
        let actual = decision.probes[probe]
        let texts = { evaluator.text(of: $0, as: expression.type, in: decision.ticket) }
        differences = comparing.compare(value: actual, Value(constant), texts)
        probe += 1
      }
      if !differences.isEmpty {
        failures.append(TestFailure(expectation: expectation, differences: differences, decision: decision))
      }
    }
    return TestResult(
      title: test.title, origin: test.origin, ticketCount: test.tickets.count,
      expectationCount: test.expectations.count, failures: failures)
  }

  /// The as-of instant of a test that states none: the last line of its timelines.
  private static func lastEvent(of test: TestBlock) -> Instant {
    test.tickets.compactMap { $0.ticket.events.map(\.at).max() }.max() ?? .epoch
  }
}
