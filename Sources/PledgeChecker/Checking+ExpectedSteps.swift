import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

extension Checking {
  private static let stepWords = StepState.allCases.map(\.word)

  /// What a test expects of a step: `chain step 2 done at 2026-03-02 10:30`.
  func step(
    _ outcome: OutcomeView, _ escalation: Int, _ number: String, _ place: SourceRange
  ) -> PledgePolicy.Expectation.Subject? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let steps = policy.escalations[escalation].steps
    guard let line = parts.first.flatMap({ $0 }), line > 0, line <= steps.count else {
      if !brokenEscalations.contains(escalation) {
        report(
          .test(
            .unknownStep(
              escalation: policy.escalations[escalation].name, step: number, steps: steps.count)), at: place)
      }
      return nil
    }
    let isRepeated =
      steps[line - 1].every != nil
      || policy.escalations[escalation].isPerCycle(steps[line - 1], in: policy)
    guard isRepeated == (parts.count == 2), let repetition = isRepeated ? parts[1] : 0 else {
      report(.test(.whichRepetition(step: "\(line)", isRepeated: isRepeated)), at: place)
      return nil
    }
    guard let expectation = expectation(outcome) else { return nil }
    return .step(escalation: escalation, line: line, repetition: repetition, expectation)
  }

  private func expectation(_ outcome: OutcomeView) -> StepExpectation? {
    var expectation = StepExpectation()
    switch outcome.state {
    case .notApplicable: expectation.state = .notApplicable
    case .belowMinimum:
      report(
        .test(
          .unknownOutcome(word: "below minimum", known: Checking.stepWords.map { .code($0) }, suggestion: nil)
        ),
        at: outcome.range)
      return nil
    case .value(let value):
      guard let word = word(value), let state = StepState.allCases.first(where: { $0.word == word }) else {
        unknownOutcome(value, Checking.stepWords)
        return nil
      }
      expectation.state = state
    }
    if let amount = outcome.amount {
      report(.test(.wrongFigure(figure: text(in: amount.range), subject: .step)), at: amount.range)
      return nil
    }
    for detail in outcome.details {
      guard check(detail, &expectation) else { return nil }
    }
    return expectation
  }

  private func check(_ detail: OutcomeDetail, _ expectation: inout StepExpectation) -> Bool {
    guard let figure = detail.figure else { return false }
    switch figure {
    case .at:
      expectation.at = instant(detail.value)
      return expectation.at != nil
    case .due:
      expectation.due = instant(detail.value)
      return expectation.due != nil
    case .because:
      guard let word = word(detail.value) else { return false }
      expectation.because = word
      return true
    case .over, .counted, .left, .until:
      report(.test(.wrongFigure(figure: word(figure.keyword), subject: .step)), at: detail.range)
      return false
    }
  }

  private func instant(_ value: ValueView) -> Instant? {
    guard case .literal(let literal) = value, let (constant, _) = constant(literal, expecting: .instant),
      case .instant(let instant) = constant
    else {
      report(.type(.mismatch(found: .value, needed: .dateAndTime)), at: value.range)
      return nil
    }
    return instant
  }
}
