import PledgeEvaluation
import PledgeTime

extension TargetOutcome {
  /// Whether `counted` is a figure: the clock has started and what it was held against is known.
  var hasCount: Bool {
    guard start != nil else { return false }
    return limit != nil || due != nil || verdict == .met
  }

  /// Whether something was counted beyond the bound, by an amount that is known or not.
  var hasOver: Bool { over > .zero || surelyOver > .zero || (doubt != nil && !isAtMost) }

  /// What was counted, in words: `3 h`, or `1 h to 3 h` where that is not known.
  var countedText: String {
    doubt == nil ? counted.text : Self.words(surelyCounted, isAtMost ? counted : nil)
  }

  /// What was counted beyond the bound, in words; nil where nothing was.
  var overText: String? {
    guard hasOver else { return nil }
    return doubt == nil ? over.text : Self.words(surelyOver, isAtMost ? over : nil)
  }

  private static func words(_ least: Duration, _ most: Duration?) -> String {
    guard let most else { return "at least \(least.text)" }
    if least == most { return most.text }
    return least > .zero ? "\(least.text) to \(most.text)" : "up to \(most.text)"
  }
}
