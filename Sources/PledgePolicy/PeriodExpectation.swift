import PledgeNumbers
import PledgeTime

/// What a test expects of a period target in one frame; nil is not looked at.
package struct PeriodExpectation: Sendable {
  /// Index of the period target.
  package var target: Int
  /// The values of its keys.
  package var keys: [Constant]
  /// The name of the period.
  package var period: String
  package var verdict: Verdict?
  /// Figures in the target's unit, a duration in microseconds.
  package var figures: [Figure] = []
  /// The name of an exclusion or of what is missing that the reason must mention.
  package var because: String?

  package init(target: Int, keys: [Constant], period: String) {
    self.target = target
    self.keys = keys
    self.period = period
  }

  /// One figure and its type.
  package struct Figure: Sendable {
    package var name: Name
    package var value: Rational
    package var type: ExpressionType

    package init(_ name: Name, _ value: Rational, _ type: ExpressionType) {
      self.name = name
      self.value = value
      self.type = type
    }
  }

  /// The figures that a test can expect.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    case reached, short, over, counted, run, left
  }
}
