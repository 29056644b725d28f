import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Evaluator {
  /// Why a refund came to its state and amount, in the fixed order.
  mutating func explainRefund(_ index: Int) -> RefundExplanation {
    let refund = plan.refunds[index]
    let outcome = refunds[index]
    var result = RefundExplanation()
    if let id = outcome.unknown { result.causes = unknowns.causes(id) }
    if refund.groups.count > 0 { result.groups = groupSteps(of: index) }
    if refund.combination != nil {
      result.parts = parts(of: refund, outcome)
      explainCombined(refund, outcome, &result)
      return result
    }
    result.condition = steps(refund.condition)
    guard value(refund.condition) == .truth(true) else { return result }
    result.claims = explain(refund.claims)
    guard refund.cyclesOf < 0 else { return explainCycles(refund, result) }
    result.amount = steps(refund.amount)
    guard case .number(let paid) = value(refund.amount) else { return result }
    result.paid = paid
    result.rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
    if !refund.isComponent { explainCaps(refund, of: result.rounded ?? paid, &result) }
    return result
  }

  private mutating func explainCombined(
    _ refund: RefundPlan, _ outcome: RefundOutcome, _ result: inout RefundExplanation
  ) {
    guard outcome.state.hasAmount else { return }
    var paid = Rational.zero
    for part in result.parts where part.isPaid { paid = paid.adding(part.amount) ?? paid }
    result.paid = paid
    result.rounded = paid
    explainCaps(refund, of: paid, &result)
  }

  /// What each failing cycle pays; the figures behind an amount are those of its cycle, and not shown.
  private mutating func explainCycles(_ refund: RefundPlan, _ known: RefundExplanation) -> RefundExplanation {
    var result = known
    var items: [Rational] = []
    guard case .known(let sum) = paidPerCycle(refund, items: &items) else { return result }
    result.cycles = items
    result.paid = sum
    result.rounded = sum
    if !refund.isComponent { explainCaps(refund, of: sum, &result) }
    return result
  }

  private mutating func explainCaps(
    _ refund: RefundPlan, of amount: Rational, _ result: inout RefundExplanation
  ) {
    var amount = amount
    for cap in plan.operands[refund.caps.range] {
      guard case .number(let exact) = value(cap),
        let limit = max(exact, .zero).rounded(.down, toMultipleOf: refund.minorUnit),
        let each = refund.most(under: limit)
      else { break }
      amount = min(amount, each)
      result.amount += steps(cap)
      result.caps.append(RefundExplanation.Cap(limit: limit, amount: amount, isReached: amount == each))
    }
  }

  /// Why a right is granted or not, and when it can be used.
  mutating func explainRight(_ index: Int) -> RightExplanation {
    let right = plan.rights[index]
    var result = RightExplanation()
    result.condition = steps(right.condition)
    result.claims = explain(right.claims)
    if let id = rights[index].unknown { result.causes = unknowns.causes(id) }
    return result
  }
}
