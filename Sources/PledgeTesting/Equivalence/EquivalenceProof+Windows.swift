import PledgePolicy
import PledgeTime

extension EquivalenceProof {
  /// The end of a claim that lies no earlier than the end of the time in which a right can be used.
  ///
  /// The claim has to lie in both times. What comes behind the right's own end uses nothing, and a right that
  /// was not used ends at the earlier of the two: so the later end is never read. Both ends are counted from
  /// one instant by days of the calendar, so that more days are never earlier.
  static let laterClaim = EquivalenceProof(.laterClaim) { policy, mutant in
    guard policy.rights.count == mutant.rights.count else { return false }
    var isChanged = false
    for index in policy.rights.indices {
      let (own, other) = (policy.rights[index], mutant.rights[index])
      guard own.claims.count == 1, other.claims.count == 1, let window = other.window,
        PolicySameness.description(ofPart: own.claims) != PolicySameness.description(ofPart: other.claims),
        isLater(own.claims[0].until, than: window.end), isLater(other.claims[0].until, than: window.end)
      else { continue }
      mutant.rights[index].claims[0].until = own.claims[0].until
      isChanged = true
    }
    return isChanged
  }

  /// Whether an instant is another one, or lies behind it, whatever the ticket is.
  private static func isLater(_ later: Expression, than earlier: Expression) -> Bool {
    guard let (anchor, days) = dated(later), let (other, less) = dated(earlier) else { return false }
    return anchor.isSame(as: other) && days.months == less.months && days.days >= less.days
  }

  /// What an instant is counted from, and by how much.
  private static func dated(_ instant: Expression) -> (anchor: Expression, length: CalendarLength)? {
    guard case .moved(let anchor, by: let length, calendar: nil, negated: false) = instant.kind,
      case .constant(.calendarLength(let counted)) = length.kind
    else { return nil }
    return (anchor, counted)
  }
}
