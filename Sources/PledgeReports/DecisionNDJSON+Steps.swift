import PledgeEvaluation
import PledgePolicy
import PledgeTime

extension DecisionNDJSON {
  /// Appends the member `escalations`: for each escalation its steps in order.
  func appendSteps(_ evaluator: borrowing Evaluator, to bytes: inout [UInt8]) {
    add(#","escalations":{"#, to: &bytes)
    for index in stepKeys.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: stepKeys[index])
      for (position, step) in evaluator.stepOutcomes[index].enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        append(step, policy.escalations[index], evaluator, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func append(
    _ step: StepOutcome, _ escalation: Escalation, _ evaluator: borrowing Evaluator, to bytes: inout [UInt8]
  ) {
    let line = escalation.steps[step.line]
    add(#"{"step":"#, to: &bytes)
    bytes.append(contentsOf: Array("\(step.line + 1)".utf8))
    if step.repetition > 0 {
      add(#","repetition":"#, to: &bytes)
      bytes.append(contentsOf: Array("\(step.repetition)".utf8))
    }
    add(#","state":"#, to: &bytes)
    JSONText.append(string: step.state.word, to: &bytes)
    append(#","due":""#, step.due, to: &bytes)
    append(#","in_time_until":""#, step.deadline == step.due ? nil : step.deadline, to: &bytes)
    append(#","done":""#, step.doneAt, to: &bytes)
    append(#","ended":""#, step.ended, to: &bytes)
    add(#","action":"#, to: &bytes)
    JSONText.append(string: policy.actions[line.action].name, to: &bytes)
    add(#","roles":["#, to: &bytes)
    for (position, role) in line.groups.prefix(step.level).joined().enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(string: policy.roles[role].name, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    if !step.holdsNow { add(#","holds_now":false"#, to: &bytes) }
    if let id = step.unknown { append(causes: evaluator.unknowns.causes(id), to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func append(_ key: StaticString, _ instant: Instant?, to bytes: inout [UInt8]) {
    guard let instant else { return }
    add(key, to: &bytes)
    TimestampWriter.append(instant, in: zone, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
