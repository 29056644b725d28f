import PledgePolicy
import PledgeTickets
import PledgeTime

/// What refunds over several tickets need of a history: a fold of decided tickets, after which every ticket
/// and every frame can be settled by itself.
///
/// **Invariant**: it does not depend on the order of tickets, and merging the collections of the parts of a
/// history gives that of the whole.
package struct ItemCollection: Sendable {
  private var settlement = Settlement()
  private var claims = FrameClaims()
  /// What refunds and rights of a key and period read; nil where there are none.
  private var portfolio: Portfolio?

  package init(_ plan: Plan) { portfolio = plan.hasFrames ? Portfolio(plan) : nil }

  /// Takes a ticket that the evaluator has just decided, without settled groups.
  package mutating func take(_ ticket: inout Ticket, _ evaluator: inout Evaluator) {
    evaluator.collect(&ticket, into: &settlement)
    guard portfolio != nil else { return }
    evaluator.collect(&ticket, into: &claims)
    portfolio?.take(&ticket, &evaluator)
  }

  /// Adds what another worker has taken; `theirs` names its unknowns, `evaluator` takes them over.
  package mutating func merge(
    _ other: ItemCollection, unknowns theirs: UnknownInterner, into evaluator: inout Evaluator
  ) {
    settlement.merge(other.settlement)
    claims.merge(other.claims)
    if let portfolio = other.portfolio {
      self.portfolio?.merge(portfolio, unknowns: theirs, into: &evaluator)
    }
  }

  /// Settles all groups, and hands the refunds and then the rights of all frames over, one after the other:
  /// in order of declaration, key in the order of its values, and period.
  ///
  /// Frames are decided twice where they have groups: to collect their items, and to hand them over.
  package mutating func finish(
    _ evaluator: inout Evaluator, asOf: Instant, isExplained: Bool = false,
    each: (FrameDecision) throws -> Void
  ) rethrows -> SettledGroups {
    portfolio?.takeRegisterKeys(&evaluator, asOf: asOf)
    if let portfolio, !evaluator.plan.groups.isEmpty {
      evaluator.eachFrameRefund(of: portfolio, claims, asOf: asOf) { evaluator, frame in
        if let item = frame.item { evaluator.add(item, to: &settlement) }
      }
    }
    let groups = settlement.finish(groupCount: evaluator.plan.groupCount)
    settlement = Settlement()
    if let portfolio {
      try evaluator.eachFrameRefund(of: portfolio, claims, asOf: asOf) { evaluator, frame in
        evaluator.settle(&frame, groups)
        if isExplained { evaluator.explain(&frame, groups) }
        try each(.refund(frame))
      }
      try evaluator.eachFrameRight(of: portfolio, claims, asOf: asOf) { evaluator, frame in
        if isExplained { frame.explanation = evaluator.explainRight(frame.right) }
        try each(.right(frame))
      }
    }
    return groups
  }

  /// The same with all frames at once, for a few tickets.
  package mutating func finish(_ evaluator: inout Evaluator, asOf: Instant) -> SettledItems {
    var frames: [FrameDecision] = []
    let groups = finish(&evaluator, asOf: asOf) { frames.append($0) }
    return SettledItems(groups: groups, frames: frames)
  }
}

/// What the items of a few tickets have come to.
package struct SettledItems: Sendable {
  package var groups: SettledGroups
  /// Refunds, then rights, in order of declaration, key in the order of its values, and period.
  package var frames: [FrameDecision]
}
