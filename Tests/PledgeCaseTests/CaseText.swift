import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTesting
import PledgeTime

/// The decisions of a case in short lines that are compared whole.
enum CaseText {
  static func lines(_ evaluator: borrowing Evaluator, _ explanations: Explanations) -> String {
    let policy = evaluator.plan.policy
    let zone = policy.header.zone
    var text = evaluator.isFinal ? "  final\n" : ""
    for (index, target) in policy.targets.enumerated() {
      let outcome = evaluator.targets[index]
      text += "  \(target.name): \(outcome.verdict.word)"
      switch outcome.applicability {
      case .applies: break
      case .conditionFalse: text += ": its condition does not hold"
      case .notInForce: text += ": the policy is not in force"
      }
      if outcome.isCountKnown {
        text += ", counted \(outcome.counted.text)"
        if let limit = outcome.limit { text += " of \(limit.text)" }
        if outcome.verdict == .breached { text += ", over \(outcome.over.text)" }
        if outcome.verdict == .pending, let left = outcome.left { text += ", \(left.text) left" }
        if let due = outcome.due { text += ", due \(due.text(in: zone))" }
        if outcome.isRunning { text += ", running" }
      }
      if outcome.cycles > 0 { text += ", \(outcome.failingCycles) of \(outcome.cycles) cycles failing" }
      if let exclusion = outcome.exclusion { text += ", excused by \(policy.exclusions[exclusion].name)" }
      text += causes(explanations.targets[index].causes, policy) + "\n"
      for refused in explanations.targets[index].refused {
        text += "    no excuse: \(policy.exclusions[refused.exclusion].name) lacks what it needs\n"
      }
      for stop in explanations.targets[index].strayStops {
        text += "    note: \(policy.vocabulary.events[stop.event].name) found the clock stopped\n"
      }
      text += rows(explanations.targets[index].bound)
      text += segments(explanations.targets[index].segments, policy, zone)
    }
    for (index, refund) in policy.refunds.enumerated() where refund.scope == nil {
      let outcome = evaluator.refunds[index]
      text += "  \(refund.name): \(outcome.state.word)"
      if outcome.state.hasAmount {
        text += " \(Money(amount: outcome.amount, currency: refund.currency).text)"
        if refund.form != .cash { text += " as \(refund.form.rawValue)" }
        if !refund.payees.isEmpty { text += " to each of \(refund.payees.joined(separator: ", "))" }
      }
      if let until = outcome.until { text += " until \(until.text(in: zone))" }
      text += causes(explanations.refunds[index].causes, policy) + "\n"
      text += bands(explanations.refunds[index].amount)
    }
    for (index, right) in policy.rights.enumerated() where right.scope == nil {
      let outcome = evaluator.rights[index]
      text += "  \(right.name): \(outcome.state.word)"
      if let used = outcome.used { text += " \(used.text(in: zone))" }
      if let until = outcome.until { text += " until \(until.text(in: zone))" }
      text += causes(explanations.rights[index].causes, policy) + "\n"
    }
    for (index, escalation) in policy.escalations.enumerated() {
      text += "  \(escalation.name)\n"
      for (position, step) in evaluator.stepOutcomes[index].enumerated() {
        text += "    \(step.number) \(step.state.word)"
        if let due = step.due { text += ", due \(due.text(in: zone))" }
        if let done = step.doneAt { text += ", done \(done.text(in: zone))" }
        if let ended = step.ended { text += ", ended \(ended.text(in: zone))" }
        if !step.holdsNow { text += ", would not hold now" }
        let groups = escalation.steps[step.line].groups
        text += ", level \(step.level) of \(groups.count)"
        text += causes(explanations.steps[index][position].causes, policy) + "\n"
      }
    }
    return text
  }

  /// The rows of tables that applied.
  private static func rows(_ steps: [ExplanationStep]) -> String {
    steps.map { step in
      if case .row(_, let row)? = step.detail { "    row \(row + 1): \(step.value)\n" } else { "" }
    }.joined()
  }

  /// The rates of an amount that changes with the delay.
  private static func bands(_ steps: [ExplanationStep]) -> String {
    steps.map { step in
      if case .band(let first, let last)? = step.detail {
        "    units \(first) to \(last): \(step.value)\n"
      } else {
        ""
      }
    }.joined()
  }

  static func causes(_ causes: [Cause], _ policy: Policy) -> String {
    guard !causes.isEmpty else { return "" }
    return " because "
      + causes.map { cause in
        ([cause.kind.rawValue.words] + Reasons.names(of: cause, policy)).joined(separator: " ")
      }.joined(separator: ", ")
  }

  /// Only where something is not counted: else the line above says it all.
  private static func segments(_ segments: [Segment], _ policy: Policy, _ zone: Zone) -> String {
    guard segments.contains(where: { $0.treatment != .counted }) else { return "" }
    return segments.map { segment in
      let name =
        switch segment.treatment {
        case .counted: "counted"
        case .closed: "closed"
        case .paused(let span): "paused by \(policy.spans[span].name)"
        case .excluded(let exclusion): "excluded by \(policy.exclusions[exclusion].name)"
        case .tooShort: "too short"
        case .uncertain: "not known"
        }
      return
        "    \(segment.interval.start.text(in: zone)) – \(segment.interval.end.text(in: zone))  \(name)\n"
    }.joined()
  }
}

extension Cause.Kind.RawValue {
  /// The kind's name as the source spells it.
  fileprivate var words: String { Cause.Kind(rawValue: self).map { "\($0)" } ?? "" }
}
