import PledgeTickets
import PledgeTime

/// One ticket's decision with its reasons, apart from the evaluator that made it.
package struct ExplainedTicket: Sendable {
  package var ticket: Ticket
  package var asOf: Instant
  /// One outcome a target of the policy.
  package var targets: [TargetOutcome]
  /// One outcome a refund of the policy.
  package var refunds: [RefundOutcome]
  /// One outcome a right of the policy.
  package var rights: [RightOutcome]
  /// The steps of each escalation of the policy.
  package var steps: [[StepOutcome]]
  package var explanations: Explanations
  /// Whether the ticket was settled by then, so that nothing changes any more.
  package var isFinal: Bool
  /// The changes of fixed fields that came too late, by their place in the ticket's `changes`.
  package var ignoredChanges: [Int]
  /// One value a probe of the plan.
  package var probes: [Value]

  /// The ticket's id as text.
  package var id: String { String(decoding: ticket.id, as: UTF8.self) }
}

extension Evaluator {
  /// Decides a ticket, says why, and gives both as a value that outlives the next decision.
  package mutating func explained(_ ticket: inout Ticket, asOf: Instant) -> ExplainedTicket {
    let explanations = explain(&ticket, asOf: asOf)
    return ExplainedTicket(
      ticket: ticket, asOf: self.asOf, targets: targets, refunds: refunds, rights: rights,
      steps: stepOutcomes,
      explanations: explanations, isFinal: isFinal, ignoredChanges: hasChanges ? ignoredChanges : [],
      probes: probes)
  }
}
