/// A bound as the text says it.
package enum BoundWord: Hashable, Sendable {
  /// At most, for counted time: `within`.
  case within
  /// Less than: `under`.
  case under
  /// `at least`.
  case atLeast
  /// `at most`.
  case atMost
  /// `more than`.
  case moreThan
  /// `above`, as a refund's minimum says it.
  case above

  /// The words as the language writes them.
  package var words: String {
    switch self {
    case .within: "within"
    case .under: "under"
    case .atLeast: "at least"
    case .atMost: "at most"
    case .moreThan: "more than"
    case .above: "above"
    }
  }

  init?(_ keywords: [Keyword]) {
    if keywords.contains(.within) {
      self = .within
    } else if keywords.contains(.under) {
      self = .under
    } else if keywords.contains(.least) {
      self = .atLeast
    } else if keywords.contains(.most) {
      self = .atMost
    } else if keywords.contains(.more) {
      self = .moreThan
    } else if keywords.contains(.above) {
      self = .above
    } else {
      return nil
    }
  }
}
