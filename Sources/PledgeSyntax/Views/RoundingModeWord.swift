/// How a figure is rounded, as the text says it.
package enum RoundingModeWord: Hashable, Sendable, CaseIterable {
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  /// To the nearest, halves away from zero.
  case halfUp
  /// To the nearest, halves to the even neighbour.
  case halfEven

  init?(_ keywords: [Keyword]) {
    if keywords.contains(.half) {
      guard keywords.contains(.up) || keywords.contains(.even) else { return nil }
      self = keywords.contains(.even) ? .halfEven : .halfUp
    } else if keywords.contains(.up) {
      self = .up
    } else if keywords.contains(.down) {
      self = .down
    } else {
      return nil
    }
  }
}
