import PledgeEvaluation
import PledgePolicy

/// Compares what is expected of a refund or right in a frame with what it came to.
struct FrameExpectationCheck {
  let policy: Policy
  let frames: [FrameDecision]

  /// The failure; nil where everything is as expected, or where the expectation speaks of something else.
  func failure(_ expectation: Expectation, _ evaluator: borrowing Evaluator) -> TestFailure? {
    guard case .frame(let expected) = expectation.subject else { return nil }
    let check = ExpectationCheck(policy: policy, expectation: expectation)
    let found: [TestFailure.Difference]
    switch (expected.expected, decision(expected, evaluator)) {
    case (.refund(let index, let wanted), .refund(let frame)?):
      found = check.differences(wanted, frame.outcome, policy.refunds[index], frame.causes)
    case (.right(_, let wanted), .right(let frame)?):
      found = check.differences(wanted, frame.outcome, frame.causes)
    case (.refund(_, let wanted), _): found = [notJudged(wanted.state?.word)]
    case (.right(_, let wanted), _): found = [notJudged(wanted.state?.word)]
    }
    guard !found.isEmpty else { return nil }
    return TestFailure(
      origin: expectation.origin, text: expectation.text, differences: found, ticket: expectation.ticket,
      decision: nil)
  }

  private func notJudged(_ state: String?) -> TestFailure.Difference {
    .init(figure: "state", expected: state ?? "a state", actual: "not judged")
  }

  /// What came out for the key and period of an expectation; nil where that was not judged.
  private func decision(_ expected: FrameExpectation, _ evaluator: borrowing Evaluator) -> FrameDecision? {
    let scope =
      switch expected.expected {
      case .refund(let index, _): policy.refunds[index].scope
      case .right(let index, _): policy.rights[index].scope
      }
    var key: [String] = []
    for (constant, part) in zip(expected.keys, scope?.keys ?? []) {
      if case .text(let id) = constant {
        key.append(policy.texts.text(id))
      } else {
        key.append(evaluator.text(of: constant, as: part.type))
      }
    }
    return frames.first {
      isSame($0, expected.expected) && $0.place.key == key && $0.place.holds(periodNamed: expected.period)
    }
  }

  private func isSame(_ decision: FrameDecision, _ expected: FrameExpectation.Outcome) -> Bool {
    switch (decision, expected) {
    case (.refund(let frame), .refund(let index, _)): frame.refund == index
    case (.right(let frame), .right(let index, _)): frame.right == index
    case (.refund, .right), (.right, .refund): false
    }
  }
}
