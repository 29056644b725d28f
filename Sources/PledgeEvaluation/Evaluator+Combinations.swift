import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Evaluator {
  /// Decides the combinations, and marks what they pay: a combined item is not paid alone.
  mutating func combineRefunds() {
    for index in refunds.indices
    where plan.refunds[index].combination != nil && plan.refunds[index].frame == nil {
      refunds[index] = limited(combined(plan.refunds[index]), plan.refunds[index])
    }
    for index in refunds.indices where plan.refunds[index].isComponent {
      if isPayable(refunds[index]) { refunds[index].state = .combined }
    }
  }

  /// Decides a combination of a key and a period, whose items have been decided there, and marks what it
  /// pays.
  mutating func combineFrame(_ index: Int) -> RefundOutcome {
    let outcome = limited(combined(plan.refunds[index]), plan.refunds[index])
    for position in plan.refunds[index].components.range {
      let component = Int(plan.operands[position])
      if isPayable(refunds[component]) { refunds[component].state = .combined }
    }
    return outcome
  }

  /// What the items of a combination come to before caps.
  ///
  /// What is not known yet, and what is not claimed yet, adds nothing as of now.
  private mutating func combined(_ refund: RefundPlan) -> RefundOutcome {
    let components = plan.operands[refund.components.range].map { refunds[Int($0)] }
    if let id = doubt(components, refund.combination) { return open(id) }
    let payable = components.filter { isPayable($0) }
    if !payable.isEmpty {
      var outcome = paid(payable, refund.combination)
      if outcome.state == .owed, mayChange(components, refund.combination) { outcome.state = .accruing }
      return outcome
    }
    let claimable = components.filter { $0.state == .claimable }
    if !claimable.isEmpty {
      var outcome = paid(claimable, refund.combination)
      outcome.until = claimable.compactMap(\.until).min()
      return outcome
    }
    if let id = causes(of: components.filter { $0.state == .pending }) { return open(id) }
    let lapsed = components.filter { $0.state == .lapsed }
    return lapsed.isEmpty ? RefundOutcome(.none) : paid(lapsed, refund.combination)
  }

  private func isPayable(_ item: RefundOutcome) -> Bool { item.state == .owed || item.state == .accruing }

  /// Whether it pays anything by now: the first of several that does hides the others.
  private func pays(_ item: RefundOutcome) -> Bool { isPayable(item) && item.amount > .zero }

  /// Whether an item that is not known yet could still change what the combination pays.
  private func mayChange(_ components: [RefundOutcome], _ combination: Refund.Combination?) -> Bool {
    let open =
      combination == .first ? components.prefix { !pays($0) || $0.state == .accruing } : components[...]
    return open.contains { $0.state == .pending }
  }

  /// Why the combination is not known; the first that pays hides what stands behind it, the greatest what is
  /// not greater in any case.
  private mutating func doubt(_ components: [RefundOutcome], _ combination: Refund.Combination?) -> UnknownID?
  {
    var open = components
    switch combination {
    case .first: open = Array(components.prefix { !pays($0) })
    case .greatest:
      guard let greatest = components.filter({ isPayable($0) }).map(\.amount).max() else { break }
      open.removeAll { item in item.most.map { $0 <= greatest } ?? false }
    case .sum, nil: break
    }
    return causes(of: open.filter { $0.state == .undecided })
  }

  private mutating func causes(of items: [RefundOutcome]) -> UnknownID? {
    var causes: UnknownID?
    for id in items.compactMap(\.unknown) { causes = causes.map { unknowns.join($0, id) } ?? id }
    return causes
  }

  /// The items in one: all, the greatest, or the first.
  private mutating func paid(_ items: [RefundOutcome], _ combination: Refund.Combination?) -> RefundOutcome {
    guard var result = items.first else { return RefundOutcome(.none) }
    switch combination {
    case .first, nil: return items.first { $0.amount > .zero } ?? result
    case .greatest:
      for item in items.dropFirst() where item.amount > result.amount { result.amount = item.amount }
    case .sum:
      for item in items.dropFirst() {
        guard let sum = result.amount.adding(item.amount) else { return open(unknown(.overflow)) }
        result.amount = sum
      }
    }
    if items.contains(where: { $0.state == .accruing }) { result.state = .accruing }
    return result
  }

  /// The items of a combination and which of them it pays.
  mutating func parts(of refund: RefundPlan, _ outcome: RefundOutcome) -> [RefundExplanation.Part] {
    let components = plan.operands[refund.components.range].map { Int($0) }
    let isPaid: (RefundOutcome) -> Bool = { item in
      switch outcome.state {
      case .owed, .accruing, .belowMinimum, .combined: item.state == .combined
      case .claimable: item.state == .claimable
      case .lapsed: item.state == .lapsed
      case .none, .pending, .undecided: false
      }
    }
    let paid = components.filter { isPaid(refunds[$0]) }
    let chosen: Int? =
      switch refund.combination {
      case .sum, nil: nil
      case .first: paid.first { refunds[$0].amount > .zero } ?? paid.first
      case .greatest:
        paid.max {
          refunds[$0].amount < refunds[$1].amount || (refunds[$0].amount == refunds[$1].amount && $0 > $1)
        }
      }
    return components.map { component in
      RefundExplanation.Part(
        refund: component, state: refunds[component].state, amount: refunds[component].amount,
        isPaid: refund.combination == .sum ? paid.contains(component) : component == chosen)
    }
  }
}
