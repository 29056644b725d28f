import PledgePolicy
import PledgeTime

extension EquivalenceProof {
  /// A length of `for` in which as many periods begin: `each quarter from signed for 9 months` and 8 months.
  ///
  /// A period that begins in that time is judged whole, and nothing else asks for the length. All lengths are
  /// whole months from one instant, of which more are never earlier.
  static let samePeriods = EquivalenceProof(.samePeriods) { policy, mutant in
    guard policy.periodTargets.count == mutant.periodTargets.count else { return false }
    var isChanged = false
    for index in policy.periodTargets.indices {
      let (own, other) = (policy.periodTargets[index].scope.period, mutant.periodTargets[index].scope.period)
      guard case .anchored(let length, _, let lasting?)? = own?.kind,
        case .anchored(let cut, let anchor, let changed?)? = other?.kind, length == cut, lasting != changed,
        let count = periods(of: length, in: lasting), count == periods(of: length, in: changed)
      else { continue }
      mutant.periodTargets[index].scope.period?.kind = .anchored(length, from: anchor, lasting: lasting)
      isChanged = true
    }
    return isChanged
  }

  /// How many periods of a length begin in a time; nil where days are counted.
  private static func periods(of length: CalendarLength, in time: CalendarLength) -> Int? {
    guard length.days == 0, time.days == 0, length.months > 0, time.months >= 0 else { return nil }
    return (time.months + length.months - 1) / length.months
  }
}
