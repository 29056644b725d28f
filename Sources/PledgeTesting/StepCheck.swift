import PledgeEvaluation
import PledgePolicy
import PledgeTime

/// Compares what is expected of a step with what it came to.
struct StepCheck {
  let policy: Policy
  let decision: ExplainedTicket

  /// Where the two differ; the line and the repetition count from 1.
  func differences(
    _ escalation: Int, line: Int, repetition: Int, _ expected: StepExpectation
  ) -> [TestFailure.Difference] {
    let steps = decision.steps[escalation]
    let found = steps.firstIndex { $0.line == line - 1 && $0.repetition == repetition }
    guard let found else {
      return [
        .init(
          figure: "state", expected: expected.state?.word ?? "a step", actual: "it has not come this often")
      ]
    }
    let actual = steps[found]
    var result: [TestFailure.Difference] = []
    if let state = expected.state, state != actual.state {
      result.append(.init(figure: "state", expected: state.word, actual: actual.state.word))
    }
    compare("at", expected.at, actual.doneAt ?? actual.due, &result)
    compare("due", expected.due, actual.due, &result)
    if let because = expected.because {
      let reasons = Reasons.names(decision.explanations.steps[escalation][found], policy)
      if !reasons.contains(because) {
        result.append(
          .init(
            figure: "because", expected: because,
            actual: reasons.isEmpty ? "no reason" : reasons.joined(separator: ", ")))
      }
    }
    return result
  }

  private func compare(
    _ figure: String, _ expected: Instant?, _ actual: Instant?, _ result: inout [TestFailure.Difference]
  ) {
    guard let expected, expected != actual else { return }
    let zone = policy.header.zone
    result.append(
      .init(
        figure: figure, expected: expected.text(in: zone), actual: actual?.text(in: zone) ?? "not known"))
  }
}
