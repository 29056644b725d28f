import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Compares what is expected of a refund in a frame with what it came to.
struct FrameExpectationCheck {
  let policy: Policy
  let frames: [FrameRefund]

  /// The failure; nil where everything is as expected, or where the expectation speaks of something else.
  func failure(_ expectation: Expectation, _ evaluator: borrowing Evaluator) -> TestFailure? {
    guard case .frame(let expected) = expectation.subject else { return nil }
    var keys: [String] = []
    for (constant, key) in zip(expected.keys, policy.refunds[expected.refund].scope?.keys ?? []) {
      if case .text(let id) = constant {
        keys.append(policy.texts.text(id))
      } else {
        keys.append(evaluator.text(of: constant, as: key.type))
      }
    }
    let frame = frames.first {
      $0.refund == expected.refund && $0.keyTexts == keys && $0.period.name == expected.period
    }
    let found: [TestFailure.Difference]
    if let frame {
      let check = ExpectationCheck(policy: policy, expectation: expectation)
      found = check.differences(
        expected.expected, frame.outcome, policy.refunds[expected.refund], frame.causes)
    } else {
      found = [
        .init(figure: "state", expected: expected.expected.state?.word ?? "a state", actual: "not judged")
      ]
    }
    guard !found.isEmpty else { return nil }
    return TestFailure(
      origin: expectation.origin, text: expectation.text, differences: found, ticket: expectation.ticket,
      decision: nil)
  }
}
