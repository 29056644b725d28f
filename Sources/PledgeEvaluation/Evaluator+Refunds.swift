import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Evaluator {
  /// Pay, round the item, caps in order, minimum: the fixed order of a refund of one ticket.
  mutating func computeRefund(_ refund: RefundPlan) -> RefundOutcome {
    let condition = value(refund.condition)
    if condition == .truth(false) { return RefundOutcome(.none) }
    if let id = condition.unknown { return open(id) }
    var amount: Rational
    switch item(refund) {
    case .known(let paid): amount = paid
    case .unknown(let id): return open(id)
    }
    for position in refund.caps.range {
      switch value(plan.operands[position]) {
      case .number(let exact):
        guard let limit = exact.rounded(.down, toMultipleOf: refund.minorUnit) else {
          return open(unknown(.overflow))
        }
        amount = min(amount, limit)
      case let other: return open(other.unknown ?? unknown(.overflow))
      }
    }
    var outcome = RefundOutcome(isAccruing(refund) ? .accruing : .owed)
    outcome.amount = amount
    if let minimum = refund.minimum, refund.minimumIncluded ? amount < minimum : amount <= minimum {
      outcome.state = .belowMinimum
    }
    return outcome
  }

  /// What is paid before the caps, rounded.
  private mutating func item(_ refund: RefundPlan) -> Known<Rational> {
    if refund.cyclesOf >= 0 { return paidPerCycle(refund) }
    guard case .number(let paid) = value(refund.amount) else {
      return .unknown(value(refund.amount).unknown ?? unknown(.overflow))
    }
    let rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
    return rounded.map { .known($0) } ?? .unknown(unknown(.overflow))
  }

  private func open(_ id: UnknownID) -> RefundOutcome {
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
