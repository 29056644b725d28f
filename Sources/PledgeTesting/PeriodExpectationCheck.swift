import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Compares what is expected of a frame with what a portfolio came to.
struct PeriodExpectationCheck {
  let policy: Policy
  let portfolio: Portfolio
  let outcome: PortfolioOutcome

  /// The failure; nil where everything is as expected, or where the expectation speaks of a ticket.
  func failure(_ expectation: Expectation, _ evaluator: borrowing Evaluator) -> TestFailure? {
    guard case .period(let expected) = expectation.subject else { return nil }
    let found = differences(expected, evaluator)
    guard !found.isEmpty else { return nil }
    return TestFailure(
      origin: expectation.origin, text: expectation.text, differences: found, ticket: expectation.ticket,
      decision: nil)
  }

  private func differences(
    _ expected: PeriodExpectation, _ evaluator: borrowing Evaluator
  ) -> [TestFailure.Difference] {
    let words = expected.verdict?.word ?? "a figure"
    guard let key = portfolio.key(of: expected.target, expected.keys) else {
      return [.init(figure: "verdict", expected: words, actual: "no such key")]
    }
    guard let decision = outcome.decision(of: expected.target, key: key, period: expected.period) else {
      return [.init(figure: "verdict", expected: words, actual: "not judged")]
    }
    let actual = decision.outcome
    var result: [TestFailure.Difference] = []
    if let verdict = expected.verdict, verdict != actual.verdict {
      result.append(.init(figure: "verdict", expected: verdict.word, actual: actual.verdict.word))
    }
    for figure in expected.figures {
      let value = actual.value(of: figure.name)
      guard value != figure.value else { continue }
      result.append(
        .init(
          figure: figure.name.rawValue, expected: text(figure.value, figure.type, evaluator),
          actual: value.map { text($0, figure.type, evaluator) } ?? "not known"))
    }
    if let because = expected.because {
      let reasons = reasons(decision)
      if !reasons.contains(because) {
        result.append(
          .init(
            figure: "because", expected: because,
            actual: reasons.isEmpty ? "no reason" : reasons.joined(separator: ", ")))
      }
    }
    return result
  }

  private func text(_ figure: Rational, _ type: ExpressionType, _ evaluator: borrowing Evaluator) -> String {
    evaluator.text(ofFigure: figure, as: type)
  }

  /// The exclusion that excuses, and what causes name.
  private func reasons(_ actual: PeriodDecision) -> [String] {
    let exclusion = actual.outcome.exclusion.map { [policy.exclusions[$0].name] } ?? []
    return exclusion + actual.causes.flatMap { Reasons.names(of: $0, policy) }
  }
}
