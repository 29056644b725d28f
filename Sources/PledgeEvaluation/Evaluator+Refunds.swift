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
    switch value(refund.amount) {
    case .number(let paid): amount = paid
    case let other: return open(other.unknown ?? unknown(.overflow))
    }
    guard let rounded = amount.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit) else {
      return open(unknown(.overflow))
    }
    amount = rounded
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
