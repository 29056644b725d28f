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
    var item = computeItem(refund)
    if refund.isComponent {
      if item.unknown != nil { item.most = most(refund) }
      return item
    }
    if item.unknown != nil, let agreed = agreedItem(refund) { return agreed }
    return limited(item, refund)
  }

  /// The most that an item comes to which is not known.
  private mutating func most(_ refund: RefundPlan) -> Rational? {
    guard refund.cyclesOf < 0 else { return nil }
    return range(refund.amount).most?.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
  }

  /// What a refund comes to where its pay is not known, but all that it may be comes to the same behind the
  /// caps.
  private mutating func agreedItem(_ refund: RefundPlan) -> RefundOutcome? {
    guard value(refund.condition) == .truth(true), refund.cyclesOf < 0 else { return nil }
    let pay = range(refund.amount)
    guard let least = pay.least, least >= .zero, let most = pay.most ?? greatestCap(refund),
      let first = item(paying: least, refund), let last = item(paying: max(least, most), refund)
    else { return nil }
    return first.state == last.state && first.amount == last.amount ? first : nil
  }

  /// A pay that is taken for known, behind rounding, claims, caps and minimum; nil where that is not known.
  mutating func item(paying pay: Rational, _ refund: RefundPlan) -> RefundOutcome? {
    var item = RefundOutcome(isAccruing(refund) ? .accruing : .owed)
    guard let rounded = pay.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit) else {
      return nil
    }
    item.amount = rounded
    let outcome = limited(claimed(item, refund), refund)
    return outcome.unknown == nil ? outcome : nil
  }

  /// More than any cap of the ticket.
  private mutating func greatestCap(_ refund: RefundPlan) -> Rational? {
    var result: Rational?
    // Without a cap what has no most stays without one.
    for position in refund.caps.range {
      guard case .number(let cap) = value(plan.operands[position]) else { return nil }
      result = max(result ?? cap, cap)
    }
    return result.flatMap { $0.adding(refund.roundingUnit) }
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
    return claimed(item, refund)
  }

  /// The claim gate.
  private mutating func claimed(_ item: RefundOutcome, _ refund: RefundPlan) -> RefundOutcome {
    if refund.claims.count == 0 { return item }
    switch claims(refund.claims) {
    case .made: return item
    case .lapsed(let until): return gated(item, .lapsed, until)
    case .open(let until, isToCome: _): return gated(item, .claimable, until)
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
        guard let limit = refund.most(under: exact) else {
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
    guard item.isPayable, let minimum = refund.minimum, let amount = refund.together(item.amount) else {
      return item
    }
    let isEnough = refund.minimumIncluded ? amount >= minimum : amount > minimum
    if !isEnough { item.state = .belowMinimum }
    return item
  }

  mutating func open(_ id: UnknownID) -> RefundOutcome {
    var outcome = RefundOutcome(verdict(for: id) == .pending ? .pending : .undecided)
    outcome.unknown = id
    return outcome
  }

  private mutating func isAccruing(_ refund: RefundPlan) -> Bool {
    // What is settled grows no more.
    if isFinal { return false }
    for position in refund.targets.range {
      let outcome = target(Int(plan.operands[position]))
      if outcome.verdict == .breached, outcome.isRunning { return true }
    }
    for position in refund.figures.range where target(Int(plan.operands[position])).verdict == .pending {
      return true
    }
    return false
  }
}
