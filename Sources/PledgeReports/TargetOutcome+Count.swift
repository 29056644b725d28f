import PledgeEvaluation

extension TargetOutcome {
  /// Whether `counted` is a figure: the clock has started and what it was held against is known.
  var hasCount: Bool {
    guard start != nil else { return false }
    return limit != nil || due != nil || verdict == .met
  }
}
