import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Holds one ticket's decision against what a test expects of it.
struct ExpectationComparing {
  let plan: Plan
  let decision: ExplainedTicket

  private var zone: Zone { plan.policy.header.zone }

  func compare(target: Int, _ expected: TargetExpectation) -> [TestFailure.Difference] {
    let outcome = decision.targets[target]
    var result: [TestFailure.Difference] = []
    if let verdict = expected.verdict, verdict != outcome.verdict {
      result.append(.init(.verdict, expected: verdict.word, actual: outcome.verdict.word))
    }
    if let over = expected.over, over != outcome.over {
      result.append(.init(.over, expected: over.text, actual: outcome.over.text))
    }
    if let counted = expected.counted, counted != outcome.counted {
      result.append(.init(.counted, expected: counted.text, actual: outcome.counted.text))
    }
    if let left = expected.left, left != outcome.left {
      result.append(.init(.left, expected: left.text, actual: outcome.left?.text ?? "none"))
    }
    if let due = expected.due, due != outcome.due {
      result.append(
        .init(
          .due, expected: due.plainText(in: zone), actual: outcome.due?.plainText(in: zone) ?? "none"))
    }
    if let name = expected.because {
      let names = ReasonNames(policy: plan.policy).names(
        target: target, outcome, decision.explanations.targets[target].causes)
      if !names.contains(name) {
        result.append(
          .init(.because, expected: name, actual: names.isEmpty ? "none" : names.joined(separator: ", ")))
      }
    }
    return result
  }

  func compare(refund: Int, _ expected: RefundExpectation) -> [TestFailure.Difference] {
    let outcome = decision.refunds[refund]
    let currency = plan.policy.refunds[refund].currency
    var result: [TestFailure.Difference] = []
    if let state = expected.state, state != outcome.state {
      result.append(.init(.state, expected: state.word, actual: outcome.state.word))
    }
    if let amount = expected.amount, amount != outcome.amount {
      result.append(
        .init(
          .amount, expected: Money(amount: amount, currency: currency).text,
          actual: Money(amount: outcome.amount, currency: currency).text))
    }
    return result
  }

  func compare(value: Value, _ expected: Value, _ text: (Value) -> String) -> [TestFailure.Difference] {
    value == expected ? [] : [.init(.value, expected: text(expected), actual: text(value))]
  }
}
