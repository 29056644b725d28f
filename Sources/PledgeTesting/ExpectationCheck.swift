import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Compares one expectation with what an evaluator decided.
struct ExpectationCheck {
  let policy: Policy
  let expectation: Expectation

  /// The failure; nil where everything is as expected.
  func failure(
    _ evaluator: inout Evaluator, _ decision: ExplainedTicket, _ ticket: inout Ticket
  ) -> TestFailure? {
    var failure = TestFailure(
      origin: expectation.origin, text: expectation.text, differences: [], ticket: expectation.ticket,
      decision: decision)
    switch expectation.subject {
    case .period, .frame, .refused: return nil
    case .target(let index, let expected):
      failure.target = index
      failure.differences = differences(
        expected, decision.targets[index], decision.explanations.targets[index])
    case .refund(let index, let expected):
      failure.refund = index
      failure.differences = differences(
        expected, decision.refunds[index], policy.refunds[index], decision.explanations.refunds[index].causes)
    case .right(let index, let expected):
      failure.right = index
      failure.differences = differences(
        expected, decision.rights[index], decision.explanations.rights[index].causes)
    case .step(let escalation, let line, let repetition, let expected):
      failure.escalation = escalation
      failure.differences = StepCheck(policy: policy, decision: decision)
        .differences(escalation, line: line, repetition: repetition, expected)
    case .value(let expression, let expected):
      var causes: [Cause] = []
      let actual = evaluator.text(of: expression, for: &ticket, asOf: decision.asOf, &causes)
      let wanted = expected.value.map { evaluator.text(of: $0, as: expression.type) }
      failure.differences = differences(wanted, actual, because: expected.because, causes)
    case .noted(let because): failure.differences = differences(notedBecause: because, decision)
    }
    return failure.differences.isEmpty ? nil : failure
  }

  private func differences(
    _ wanted: String?, _ actual: String?, because: String?, _ causes: [Cause]
  ) -> [TestFailure.Difference] {
    guard actual == wanted else {
      let open = Verdict.undecided.word
      return [.init(figure: "value", expected: wanted ?? open, actual: actual ?? "unknown")]
    }
    return self.because(because, causes.flatMap { Reasons.names(of: $0, policy) })
  }

  private func differences(
    notedBecause expected: String, _ decision: ExplainedTicket
  ) -> [TestFailure.Difference] {
    let notes = Reasons.notes(decision, policy)
    guard !notes.contains(expected) else { return [] }
    let actual = notes.isEmpty ? "no note" : notes.joined(separator: ", ")
    return [.init(figure: "note", expected: expected, actual: actual)]
  }

  private func differences(
    _ expected: TargetExpectation, _ actual: TargetOutcome, _ explanation: TargetExplanation
  ) -> [TestFailure.Difference] {
    var result: [TestFailure.Difference] = []
    let open = "not known"
    if let verdict = expected.verdict, verdict != actual.verdict {
      result.append(.init(figure: "verdict", expected: verdict.word, actual: actual.verdict.word))
    }
    // A figure that is in doubt is none that could be expected.
    let isKnown = actual.doubt == nil
    if let over = expected.over, over != actual.over || !isKnown {
      result.append(.init(figure: "over", expected: over.text, actual: isKnown ? actual.over.text : open))
    }
    if let counted = expected.counted, counted != actual.counted || !isKnown {
      let actual = isKnown ? actual.counted.text : open
      result.append(.init(figure: "counted", expected: counted.text, actual: actual))
    }
    if let left = expected.left, left != actual.left {
      result.append(.init(figure: "left", expected: left.text, actual: actual.left?.text ?? "none"))
    }
    let due = actual.dueDoubt == nil ? actual.due : nil
    if let expected = expected.due, expected != due {
      let zone = policy.header.zone
      result.append(
        .init(figure: "due", expected: expected.text(in: zone), actual: due?.text(in: zone) ?? open))
    }
    let reasons = Reasons.names(actual, explanation, policy)
    return result + because(expected.because, reasons)
  }

  private func because(_ expected: String?, _ reasons: [String]) -> [TestFailure.Difference] {
    guard let expected, !reasons.contains(expected) else { return [] }
    let actual = reasons.isEmpty ? "no reason" : reasons.joined(separator: ", ")
    return [.init(figure: "because", expected: expected, actual: actual)]
  }

  private func until(_ expected: Instant?, _ actual: Instant?) -> [TestFailure.Difference] {
    guard let expected, expected != actual else { return [] }
    let zone = policy.header.zone
    return [
      .init(figure: "until", expected: expected.text(in: zone), actual: actual?.text(in: zone) ?? "not known")
    ]
  }

  func differences(
    _ expected: RefundExpectation, _ actual: RefundOutcome, _ refund: Refund, _ causes: [Cause]
  ) -> [TestFailure.Difference] {
    var result: [TestFailure.Difference] = []
    if let state = expected.state, state != actual.state {
      result.append(.init(figure: "state", expected: state.word, actual: actual.state.word))
    }
    if let amount = expected.amount, amount != actual.amount {
      result.append(
        .init(
          figure: "amount", expected: Money(amount: amount, currency: refund.currency).text,
          actual: Money(amount: actual.amount, currency: refund.currency).text))
    }
    result += until(expected.until, actual.until)
    return result + because(expected.because, causes.flatMap { Reasons.names(of: $0, policy) })
  }

  func differences(
    _ expected: RightExpectation, _ actual: RightOutcome, _ causes: [Cause]
  ) -> [TestFailure.Difference] {
    var result: [TestFailure.Difference] = []
    if let state = expected.state, state != actual.state {
      result.append(.init(figure: "state", expected: state.word, actual: actual.state.word))
    }
    result += until(expected.until, actual.until)
    return result + because(expected.because, causes.flatMap { Reasons.names(of: $0, policy) })
  }
}
