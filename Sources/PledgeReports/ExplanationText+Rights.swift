import PledgeEvaluation
import PledgePolicy

extension ExplanationText {
  /// One right: its state, until when it can be used, and why.
  package func right(_ index: Int, _ decision: ExplainedTicket) -> String {
    let right = policy.rights[index]
    return heading(say(.right), right.name, right.title, right.citations) + "\n"
      + steps(right, decision.rights[index], decision.explanations.rights[index])
  }

  /// A right of a key and period: the same, with what the targets that it reads came to.
  func right(_ frame: FrameRight) -> String {
    guard let reasons = frame.explanation else { return "" }
    let right = policy.rights[frame.right]
    return heading(say(.right), right.name, right.title, right.citations) + place(frame.place) + "\n"
      + decider + steps(right, frame.outcome, reasons, of: frame.place)
  }

  private func steps(
    _ right: Right, _ outcome: RightOutcome, _ reasons: RightExplanation, of place: FramePlace? = nil
  ) -> String {
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    let isGranted = outcome.state != .none && outcome.state != .pending && outcome.state != .undecided
    var parts = isGranted ? [right.grants] : []
    if let used = outcome.used { parts.append(say(.grantsUsed(moment(used)))) }
    if let until = outcome.until { parts.append(say(.grantsUntil(moment(until)))) }
    table.add([words.say(code: outcome.state.word), parts.joined(separator: say(.comma))])
    for cause in reasons.causes { table.add([say(.because), words.cause(cause)]) }
    if let place { addReadings(place, to: &table) }
    add(reasons.condition, words.say(code: "when"), to: &table)
    if let window = right.window { table.add(["", quote(window.end.origin)]) }
    for (claim, explained) in zip(right.claims, reasons.claims) {
      table.add([
        words.say(code: "claim"),
        say(.itemOf(quote(claim.origin), words.claim(explained) { moment($0) })),
      ])
    }
    return table.text
  }
}
