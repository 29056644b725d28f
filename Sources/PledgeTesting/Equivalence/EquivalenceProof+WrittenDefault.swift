import PledgeNumbers
import PledgePolicy

extension EquivalenceProof {
  /// A line that says what is so without it.
  ///
  /// Without `round` an item is rounded half up to the minor unit of its currency, and without `counted by`
  /// the governing event says in which period something falls; the plan is compiled from the same figures.
  static let writtenDefault = EquivalenceProof(.writtenDefault) { policy, mutant in
    guard policy.refunds.count == mutant.refunds.count,
      policy.periodTargets.count == mutant.periodTargets.count
    else { return false }
    var isChanged = false
    for index in policy.refunds.indices {
      let (own, other) = (policy.refunds[index], mutant.refunds[index])
      if own.rounding != other.rounding, own.effectiveRounding == other.effectiveRounding {
        mutant.refunds[index].rounding = own.rounding
        isChanged = true
      }
      if areSame(own.countedBy, other.countedBy, withoutBoth: mutant.header.governingEvent) {
        mutant.refunds[index].countedBy = own.countedBy
        isChanged = true
      }
    }
    for index in policy.periodTargets.indices {
      let (own, other) = (policy.periodTargets[index], mutant.periodTargets[index])
      if areSame(own.countedBy, other.countedBy, withoutBoth: mutant.header.governingEvent) {
        mutant.periodTargets[index].countedBy = own.countedBy
        isChanged = true
      }
    }
    return isChanged
  }

  /// Whether one of two is left out and the other says what holds without it.
  private static func areSame(
    _ first: Expression?, _ second: Expression?, withoutBoth usual: Expression?
  ) -> Bool {
    guard (first == nil) != (second == nil), let usual, let written = first ?? second else { return false }
    return written.isSame(as: usual)
  }
}

extension Refund {
  /// How the item is rounded, written or not.
  fileprivate var effectiveRounding: AmountRounding {
    rounding ?? AmountRounding(mode: .halfUp, unit: Money.minorUnit(of: currency))
  }
}
