import PledgeEvaluation
import PledgePolicy
import PledgeTesting

// What is expected of a key and a period: the story is that of all tickets, the reason that of the period.

extension TestText {
  /// How many tickets are told.
  private static let ticketLimit = 4

  /// The timelines of a test's tickets, and what the key and period came to of which a failure speaks.
  func told(
    _ failure: TestFailure, of test: TestResult, _ policy: Policy, _ explaining: ExplanationText
  ) -> [String] {
    let block = policy.tests.first { $0.title == test.title && $0.origin == test.origin }
    guard let block else { return [] }
    let decided = DecidedTest(block, Plan(policy))
    let timelines = decided.tickets.prefix(Self.ticketLimit).map { decision in
      (decision.id.isEmpty ? "" : style.say(.ticketNamed(decision.id)) + "\n") + explaining.timeline(decision)
    }
    let left = decided.tickets.count - timelines.count
    let further = left > 0 ? [style.say(.furtherTickets(left)) + "\n"] : []
    let expectation = block.expectations.first {
      $0.origin == failure.origin && $0.text == failure.text
    }
    return timelines + further + (expectation.map { reasons($0, decided, policy, explaining) } ?? [])
  }

  private func reasons(
    _ expectation: Expectation, _ decided: DecidedTest, _ policy: Policy, _ explaining: ExplanationText
  ) -> [String] {
    switch expectation.subject {
    case .period(let expected):
      let keys = keys(expected.keys, policy.periodTargets[expected.target].scope, policy)
      return decided.periods.filter {
        $0.outcome.target == expected.target && $0.key == keys && $0.outcome.period.name == expected.period
      }.map { explaining.period($0) }
    case .frame(let expected):
      let scope =
        switch expected.expected {
        case .refund(let index, _): policy.refunds[index].scope
        case .right(let index, _): policy.rights[index].scope
        }
      let keys = keys(expected.keys, scope, policy)
      return decided.frames.filter {
        isSame($0, expected.expected) && $0.place.key == keys && $0.place.holds(periodNamed: expected.period)
      }.map { explaining.frame($0) }
    case .target, .refund, .right, .step, .value, .refused, .noted: return []
    }
  }

  private func isSame(_ decision: FrameDecision, _ expected: FrameExpectation.Outcome) -> Bool {
    switch (decision, expected) {
    case (.refund(let frame), .refund(let index, _)): frame.refund == index
    case (.right(let frame), .right(let index, _)): frame.right == index
    case (.refund, .right), (.right, .refund): false
    }
  }

  /// The parts of a key as decisions have them.
  private func keys(_ constants: [Constant], _ scope: Scope?, _ policy: Policy) -> [String] {
    zip(constants, scope?.keys ?? []).map { constant, part in
      if case .text(let id) = constant { policy.texts.text(id) } else { policy.words(constant, part.type) }
    }
  }
}
