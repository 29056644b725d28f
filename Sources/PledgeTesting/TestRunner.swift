import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// What a test came to.
package struct TestResult: Sendable {
  package var title: String
  package var origin: SourceRange
  /// How many tickets the test decides.
  package var tickets: Int
  package var expectations: Int
  package var failures: [TestFailure]
  /// The as-of instant at which the test was decided.
  package var asOf: Instant

  package var isPassed: Bool { failures.isEmpty }
}

/// One expectation that did not come true.
package struct TestFailure: Sendable {
  /// The place of the `expect` line or of the case.
  package var origin: SourceRange
  /// The line's own words.
  package var text: String
  /// What was expected and what came out, part by part, only where they differ.
  package var differences: [Difference]
  /// Index of the ticket in the test.
  package var ticket: Int
  /// Index of the target, where the expectation speaks of one.
  package var target: Int?
  /// Index of the refund, where the expectation speaks of one.
  package var refund: Int?
  /// Index of the right, where the expectation speaks of one.
  package var right: Int?
  /// Index of the escalation, where the expectation speaks of one of its steps.
  package var escalation: Int?
  /// The ticket's decision with its reasons; nil where the expectation speaks of a key and a period.
  package var decision: ExplainedTicket?

  /// One figure that differs.
  package struct Difference: Sendable, Hashable {
    package var figure: String
    package var expected: String
    package var actual: String
  }
}

/// Runs the tests of a policy.
package enum TestRunner {
  /// Runs all tests in the order of the text. Parameters have the policy's values.
  package static func run(_ policy: Policy) -> [TestResult] {
    let suite = TestSuite(policy)
    return (0..<suite.count).map { suite.run($0) }
  }

  /// The title of the first test that fails; nil where all pass.
  package static func firstFailing(_ policy: Policy) -> String? {
    let policy = asking(policy)
    let plan = Plan(policy)
    return policy.tests.first { !run($0, plan).isPassed }?.title
  }

  /// The policy with a derived value for each expression that a test expects something of, so that all of
  /// them are asked for in one way.
  static func asking(_ policy: Policy) -> Policy {
    var result = policy
    for (test, block) in policy.tests.enumerated() {
      for (place, expectation) in block.expectations.enumerated() {
        guard case .value(let expression, let expected) = expectation.subject else { continue }
        if case .derived = expression.kind { continue }
        let asked = Expression(
          .derived(result.derivedValues.count), type: expression.type, origin: expression.origin)
        result.derivedValues.append(
          DerivedValue(name: "", title: nil, value: expression, citations: [], origin: expression.origin))
        result.tests[test].expectations[place].subject = .value(asked, expected)
      }
    }
    return result
  }

  /// The as-of instant of a test: the one it states, else that of the last event of its tickets.
  package static func asOf(_ test: TestBlock) -> Instant {
    test.asOf ?? test.tickets.compactMap { $0.ticket.events.last?.at }.max() ?? .epoch
  }

  /// Settles the items of several tickets beforehand; the refunds and rights of keys and periods.
  private static func settle(
    _ test: TestBlock, _ evaluator: inout Evaluator, _ asOf: Instant
  ) -> [FrameDecision] {
    guard evaluator.plan.hasGroups else { return [] }
    var items = ItemCollection(evaluator.plan)
    for ticket in test.tickets {
      var log = ticket.ticket
      log.id = Array(ticket.id.utf8)
      evaluator.decide(&log, asOf: asOf)
      items.take(&log, &evaluator)
    }
    let settled = items.finish(&evaluator, asOf: asOf)
    evaluator.settled = settled.groups
    return settled.frames
  }

  static func run(_ test: TestBlock, _ plan: Plan) -> TestResult {
    let asOf = asOf(test)
    var result = TestResult(
      title: test.title, origin: test.origin, tickets: test.tickets.count,
      expectations: test.expectations.count, failures: test.expectations.compactMap { refusal($0) },
      asOf: asOf)
    var evaluator = Evaluator(plan: plan, registers: test.registers)
    evaluator.ticketIndex = ticketIndex(test, plan, &evaluator, asOf)
    let frames = settle(test, &evaluator, asOf)
    var portfolio = Portfolio(plan)
    for (index, ticket) in test.tickets.enumerated() {
      var log = ticket.ticket
      log.id = Array(ticket.id.utf8)
      let decision = evaluator.explained(&log, asOf: asOf)
      portfolio?.take(&log, &evaluator)
      for expectation in test.expectations where expectation.ticket == index {
        let check = ExpectationCheck(policy: plan.policy, expectation: expectation)
        if let failure = check.failure(&evaluator, decision, &log) { result.failures.append(failure) }
      }
    }
    let framed = FrameExpectationCheck(policy: plan.policy, frames: frames)
    for expectation in test.expectations {
      if let failure = framed.failure(expectation, evaluator) { result.failures.append(failure) }
    }
    guard let outcome = portfolio?.finish(&evaluator, asOf: asOf), let portfolio else { return result }
    let check = PeriodExpectationCheck(policy: plan.policy, portfolio: portfolio, outcome: outcome)
    for expectation in test.expectations {
      if let failure = check.failure(expectation, evaluator) { result.failures.append(failure) }
    }
    return result
  }

  /// The failure of an expectation that data is refused, where it was read; nil for others.
  private static func refusal(_ expectation: PledgePolicy.Expectation) -> TestFailure? {
    guard case .refused(isSo: false) = expectation.subject else { return nil }
    return TestFailure(
      origin: expectation.origin, text: expectation.text,
      differences: [.init(figure: "data", expected: "refused", actual: "read")], ticket: expectation.ticket,
      decision: nil)
  }

  /// What counts of tickets read of a test's tickets.
  static func ticketIndex(
    _ test: TestBlock, _ plan: Plan, _ evaluator: inout Evaluator, _ asOf: Instant
  ) -> TicketIndex? {
    guard TicketIndex.isNeeded(by: plan) else { return nil }
    var index = TicketIndex(plan: plan)
    for ticket in test.tickets {
      var log = ticket.ticket
      evaluator.note(&log, asOf: asOf, in: &index)
    }
    index.complete()
    return index
  }
}
