import PledgeNumbers
import PledgePolicy
import PledgeTime

// Pay, round the item, claim gate, combine, caps, minimum: the fixed order of a refund of one ticket.

extension Evaluator {
  /// What a refund comes to; of one that a combination pays only the item, of a combination nothing yet.
  mutating func computeRefund(_ refund: RefundPlan) -> RefundOutcome {
    guard refund.combination == nil, refund.frame == nil else { return RefundOutcome(.none) }
    return computeUnsettled(refund)
  }

  /// A refund before its groups; one that a combination pays without its caps.
  mutating func computeUnsettled(_ refund: RefundPlan) -> RefundOutcome {
    let item = computeItem(refund)
    return refund.isComponent ? item : limited(item, refund)
  }

  /// Pay, round the item, claim gate.
  private mutating func computeItem(_ refund: RefundPlan) -> RefundOutcome {
    let condition = value(refund.condition)
    if condition == .truth(false) { return RefundOutcome(.none) }
    if let id = condition.unknown { return open(id) }
    var item = RefundOutcome(isAccruing(refund) ? .accruing : .owed)
    switch paid(refund) {
    case .known(let rounded): item.amount = rounded
    case .unknown(let id): return open(id)
    }
    if refund.claims.count == 0 { return item }
    switch claims(refund.claims) {
    case .made: return item
    case .lapsed(let until): return gated(item, .lapsed, until)
    case .open(let until): return gated(item, .claimable, until)
    case .unknown(let id): return open(id)
    }
  }

  /// What is paid, rounded.
  private mutating func paid(_ refund: RefundPlan) -> Known<Rational> {
    if refund.cyclesOf >= 0 { return paidPerCycle(refund) }
    guard case .number(let paid) = value(refund.amount) else {
      return .unknown(value(refund.amount).unknown ?? unknown(.overflow))
    }
    let rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
    return rounded.map { .known($0) } ?? .unknown(unknown(.overflow))
  }

  private func gated(_ item: RefundOutcome, _ state: RefundState, _ until: Instant?) -> RefundOutcome {
    var item = item
    item.state = state
    item.until = until
    return item
  }

  /// Caps of the ticket in order, then its minimum, unless groups come between.
  mutating func limited(_ item: RefundOutcome, _ refund: RefundPlan) -> RefundOutcome {
    guard item.state.hasAmount else { return item }
    var item = item
    for position in refund.caps.range {
      switch value(plan.operands[position]) {
      case .number(let exact):
        guard let limit = exact.rounded(.down, toMultipleOf: refund.minorUnit) else {
          return open(unknown(.overflow))
        }
        item.amount = min(item.amount, limit)
      case let other: return open(other.unknown ?? unknown(.overflow))
      }
    }
    return refund.groups.count > 0 ? item : heldAgainstMinimum(item, refund)
  }

  /// The minimum of the ticket's item, which comes behind all caps.
  func heldAgainstMinimum(_ item: RefundOutcome, _ refund: RefundPlan) -> RefundOutcome {
    var item = item
    guard item.isPayable, let minimum = refund.minimum else { return item }
    let isEnough = refund.minimumIncluded ? item.amount >= minimum : item.amount > minimum
    if !isEnough { item.state = .belowMinimum }
    return item
  }

  mutating func open(_ id: UnknownID) -> RefundOutcome {
    var outcome = RefundOutcome(verdict(for: id) == .pending ? .pending : .undecided)
    outcome.unknown = id
    return outcome
  }

  private mutating func isAccruing(_ refund: RefundPlan) -> Bool {
    for position in refund.targets.range {
      let outcome = target(Int(plan.operands[position]))
      if outcome.verdict == .breached, outcome.isRunning { return true }
    }
    return false
  }
}
