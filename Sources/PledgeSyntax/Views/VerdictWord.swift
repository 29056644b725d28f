/// A verdict as the text names it.
package enum VerdictWord: Hashable, Sendable, CaseIterable {
  /// In time.
  case met
  /// Not in time.
  case breached
  /// Not in time, but for an exclusion.
  case excused
  /// Not decided yet.
  case pending
  /// Not decidable, because something is missing.
  case undecided

  init?(_ keyword: Keyword) {
    guard let word = VerdictWord.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = word
  }

  /// The word in the text.
  package var keyword: Keyword {
    switch self {
    case .met: .met
    case .breached: .breached
    case .excused: .excused
    case .pending: .pending
    case .undecided: .undecided
    }
  }
}
