import PledgeEvaluation
import PledgePolicy
import PledgeTime

extension ReportWords {
  /// What a step does and whom it reaches: `notify lead, then manager`.
  package func task(of step: StepOutcome, in escalation: Escalation) -> String {
    let line = escalation.steps[step.line]
    let groups = line.groups.prefix(step.level).map { group in
      group.map { policy.roles[$0].name }.joined(separator: say(.listComma))
    }
    return policy.actions[line.action].name + " " + groups.joined(separator: say(.thenTo))
  }

  /// What is done, whom it reaches and why the step is in its state, in one line.
  package func detail(of step: StepOutcome, in escalation: Escalation, _ causes: [Cause]) -> String {
    var parts = [task(of: step, in: escalation)]
    if let reason = reason(step, in: escalation) { parts.append(reason) }
    parts += causes.map { cause($0) }
    return parts.joined(separator: say(.semicolon))
  }

  /// Why a step is in its state, where more is to be said than the state does.
  package func reason(_ step: StepOutcome, in escalation: Escalation) -> String? {
    let zone = policy.header.zone
    switch step.state {
    case .done: return step.doneAt.map { say(.doneAt(evidence(step, escalation), $0.plainText(in: zone))) }
    case .late:
      guard let done = step.doneAt, let deadline = step.deadline, let late = done.since(deadline) else {
        return nil
      }
      return say(.doneLate(evidence(step, escalation), done.plainText(in: zone), late.text))
    case .missed: return say(.noEvidence(evidence(step, escalation)))
    case .void: return step.ended.map { say(.clockEndedFirst($0.plainText(in: zone))) }
    case .suppressed: return say(.whenDidNotHold)
    case .notApplicable: return say(.escalationNotOfTicket)
    case .pending, .scheduled: return step.holdsNow ? nil : say(.conditionsDoNotHold)
    case .undecided: return nil
    }
  }

  private func evidence(_ step: StepOutcome, _ escalation: Escalation) -> String {
    guard let evidence = escalation.steps[step.line].evidence else { return "" }
    return policy.vocabulary.events[evidence.event].name
  }
}
