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
  package private(set) var portfolio: Portfolio?

  package init(_ plan: Plan, tenures: [PeriodTenure] = []) {
    portfolio = plan.hasFrames ? Portfolio(plan, tenures: tenures) : nil
  }

  /// Takes a ticket that the evaluator has just decided, without settled groups; `ask` answers for another
  /// version of the policy.
  package mutating func take(
    _ ticket: inout Ticket, _ evaluator: inout Evaluator,
    ask: (GroupQuestion) -> Settlement.Limit = { _ in .absent }
  ) {
    evaluator.collect(&ticket, into: &settlement, ask: ask)
    take(shared: &ticket, &evaluator)
  }

  /// Takes a ticket that the evaluator has just looked at, and that another version decides.
  package mutating func take(shared ticket: inout Ticket, _ evaluator: inout Evaluator) {
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
        if let item = frame.item { evaluator.add(item, to: &settlement) { _ in .absent } }
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

  // MARK: Several versions

  /// Adds the keys that follow from the rows of a register to those of the tickets.
  package mutating func takeRegisterKeys(_ evaluator: inout Evaluator, asOf: Instant) {
    portfolio?.takeRegisterKeys(&evaluator, asOf: asOf)
  }

  /// Collects the items of a refund of a key and period.
  package mutating func collect(
    refund index: Int, _ decided: inout Portfolio.KeyDecision, _ evaluator: inout Evaluator, asOf: Instant,
    ask: (GroupQuestion) -> Settlement.Limit
  ) {
    guard let portfolio else { return }
    evaluator.eachFrame(ofRefund: index, &decided, portfolio, claims, asOf: asOf) { evaluator, frame in
      if let item = frame.item { evaluator.add(item, to: &settlement, ask: ask) }
    }
  }

  /// Gives its items and limits away, with other names of what is not known.
  package mutating func handOver(_ name: (Cause) -> Cause) -> Settlement {
    var given = Settlement()
    swap(&given, &settlement)
    given.rename(name)
    return given
  }

  /// Hands over what a refund of a key and period came to behind its groups.
  package func settle(
    refund index: Int, _ decided: inout Portfolio.KeyDecision, _ groups: SettledGroups,
    _ evaluator: inout Evaluator, asOf: Instant, isExplained: Bool, each: (FrameDecision) throws -> Void
  ) rethrows {
    guard let portfolio else { return }
    try evaluator.eachFrame(ofRefund: index, &decided, portfolio, claims, asOf: asOf) { evaluator, frame in
      evaluator.settle(&frame, groups)
      if isExplained { evaluator.explain(&frame, groups) }
      try each(.refund(frame))
    }
  }

  /// Hands over what a right of a key and period came to.
  package func grant(
    right index: Int, _ decided: inout Portfolio.KeyDecision, _ evaluator: inout Evaluator, asOf: Instant,
    isExplained: Bool, each: (FrameDecision) throws -> Void
  ) rethrows {
    guard let portfolio else { return }
    try evaluator.eachFrame(ofRight: index, &decided, portfolio, claims, asOf: asOf) { evaluator, frame in
      if isExplained { frame.explanation = evaluator.explainRight(frame.right) }
      try each(.right(frame))
    }
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
