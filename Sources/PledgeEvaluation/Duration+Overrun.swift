import PledgeTime

// A breach is by something: a count at a limit that is not included is over by the least time that there is.

extension Duration {
  /// The least time that there is.
  static let least = Duration(microseconds: 1)

  /// How much of a count lies beyond a limit; where the limit itself is too much (`under`), at least the
  /// least time.
  func beyond(_ limit: Duration, isStrict: Bool) -> Duration {
    let over = max(subtracting(limit) ?? .zero, .zero)
    return isStrict && self >= limit ? max(over, .least) : over
  }
}
