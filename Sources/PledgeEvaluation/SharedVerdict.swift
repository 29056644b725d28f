import PledgePolicy
import PledgeTickets
import PledgeTime

/// What a target came to for a ticket, in a form that another version's evaluator can take over.
package struct SharedVerdict: Sendable {
  package var outcome: TargetOutcome
  var unknown: [Cause]
  var doubt: [Cause]
  var dueDoubt: [Cause]
  /// The intervals that it counted.
  var counted: [Interval]

  /// Gives the causes the names of another version.
  package mutating func rename(_ name: (Cause) -> Cause) {
    unknown = unknown.map(name)
    doubt = doubt.map(name)
    dueDoubt = dueDoubt.map(name)
  }
}

/// By the places of the targets; nil for a target of which nothing is known.
package typealias SharedVerdicts = [SharedVerdict?]

extension Evaluator {
  /// What the targets came to for the ticket decided last.
  package var sharedVerdicts: [SharedVerdict] {
    targets.indices.map { index in
      let outcome = targets[index]
      return SharedVerdict(
        outcome: outcome, unknown: outcome.unknown.map { unknowns.causes($0) } ?? [],
        doubt: outcome.doubt.map { unknowns.causes($0) } ?? [],
        dueDoubt: outcome.dueDoubt.map { unknowns.causes($0) } ?? [], counted: counted[index])
    }
  }

  /// Looks at a ticket that another version of the policy decides: what follows from its fields and events is
  /// asked of this version, its verdicts are those of the other. A target that the other does not have is not
  /// about the ticket.
  package mutating func look(at ticket: inout Ticket, asOf: Instant, verdicts: SharedVerdicts) {
    swap(&self.ticket, &ticket)
    begin(asOf: asOf)
    for index in targets.indices {
      targets[index] = TargetOutcome(.notApplicable)
      targets[index].applicability = .notInForce
      Span.clear(&counted[index])
      if index < verdicts.count, let verdict = verdicts[index] { take(verdict, index) }
      targetStamps[index] = stamp
    }
    swap(&self.ticket, &ticket)
  }

  private mutating func take(_ verdict: SharedVerdict, _ index: Int) {
    targets[index] = verdict.outcome
    targets[index].unknown = id(of: verdict.unknown)
    targets[index].doubt = id(of: verdict.doubt)
    targets[index].dueDoubt = id(of: verdict.dueDoubt)
    counted[index] = verdict.counted
  }

  /// The id of some causes; nil for none.
  mutating func id(of causes: [Cause]) -> UnknownID? {
    causes.reduce(nil) { known, cause in joined(known, unknowns.id(cause)) }
  }
}
