import PledgeEvaluation
import PledgePolicy

/// The names that a decision's reason mentions: what a test's `because` may name.
package enum Reasons {
  /// The exclusion that excuses, and the declarations that causes name.
  package static func names(
    _ outcome: TargetOutcome, _ explanation: TargetExplanation, _ policy: Policy
  ) -> [String] {
    var result: [String] = []
    if let exclusion = outcome.exclusion { result.append(policy.exclusions[exclusion].name) }
    for segment in explanation.segments {
      switch segment.treatment {
      case .paused(let span): result.append(policy.spans[span].name)
      case .excluded(let exclusion): result.append(policy.exclusions[exclusion].name)
      case .counted, .closed, .tooShort, .uncertain: continue
      }
    }
    for cause in explanation.causes { result += names(of: cause, policy) }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }

  /// What the notes of a decision name: events that found the clock stopped that they end, and fields whose
  /// change came when they were fixed.
  static func notes(_ decision: ExplainedTicket, _ policy: Policy) -> [String] {
    let stops = decision.explanations.targets.flatMap(\.strayStops)
    let changes = decision.ignoredChanges.map { decision.ticket.changes[$0] }
    let names =
      stops.map { policy.vocabulary.events[$0.event].name }
      + changes.map { policy.vocabulary.fields[Int($0.field)].name }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The declarations that a step's causes name.
  package static func names(_ explanation: StepExplanation, _ policy: Policy) -> [String] {
    var seen: Set<String> = []
    return explanation.causes.flatMap { names(of: $0, policy) }.filter { seen.insert($0).inserted }
  }

  /// The declarations that a cause names.
  package static func names(of cause: Cause, _ policy: Policy) -> [String] {
    let first = Int(cause.first)
    let second = Int(cause.second)
    switch cause.kind {
    case .eventNotYet, .eventUnrecorded: return [policy.vocabulary.events[first].name]
    case .targetPending, .targetNotApplicable: return [policy.targets[first].name]
    case .periodPending, .windowTooShort: return [policy.periodTargets[first].name]
    case .fieldMissing: return [policy.vocabulary.fields[first].name]
    case .rowMissing, .rowNotInForce:
      let key = second >= 0 ? [policy.vocabulary.fields[second].name] : []
      return key + [policy.registers[first].name]
    case .cellMissing:
      return ["\(policy.registers[first].name).\(policy.registers[first].columns[second].name)"]
    case .stopBeforeStart:
      return [policy.vocabulary.events[first].name, policy.vocabulary.events[second].name]
    case .noTableRow: return policy.tables[first].name.map { [$0] } ?? []
    case .beyondCoverage, .neverOpen: return [policy.calendars[first].name]
    case .groupUndecided: return policy.groups[first].members.map { policy.refunds[$0].name }
    case .attributeMissing:
      let event = policy.vocabulary.events[first]
      return [event.name, event.attributes[second].name]
    case .tooManyRepetitions: return [policy.escalations[first].name]
    case .logEmpty, .instantNotYet, .overflow, .divisionByZero, .outOfRange, .otherTickets: return []
    }
  }
}
