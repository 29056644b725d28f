import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTime

extension ExplanationText {
  /// One escalation: each step with its instant, whom it reaches, its state and why.
  package func escalation(_ index: Int, _ decision: ExplainedTicket) -> String {
    let escalation = policy.escalations[index]
    var result = heading(say(.escalation), escalation.name, escalation.title, escalation.citations) + "\n"
    for (position, step) in decision.steps[index].enumerated() {
      result += lines(step, escalation, decision.explanations.steps[index][position])
    }
    return result
  }

  private func lines(_ step: StepOutcome, _ escalation: Escalation, _ reasons: StepExplanation) -> String {
    let line = escalation.steps[step.line]
    let style = style
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    let state = step.state
    table.add(
      [words.say(code: state.word), say(.stepOf("\(step.number)", quote(line.origin)))],
      marks: [0: { style.step(state, $0) }])
    if let due = step.due { table.add([say(.due), due == step.deadline ? moment(due) : window(due, step)]) }
    if line.groups.count > 1 {
      table.add([
        say(.reaches), say(.levelOf(words.task(of: step, in: escalation), step.level, line.groups.count)),
      ])
    }
    if let reason = words.reason(step, in: escalation) { table.add([say(.because), reason]) }
    for cause in reasons.causes { table.add([say(.because), words.cause(cause)]) }
    if step.state == .suppressed || step.state == .undecided {
      add(reasons.condition, words.say(code: "when"), to: &table)
    }
    return table.text
  }

  /// The instant and until when evidence is in time.
  private func window(_ due: Instant, _ step: StepOutcome) -> String {
    guard let deadline = step.deadline else { return moment(due) }
    return say(.inTimeUntil(moment(due), moment(deadline)))
  }
}
