/// What a period is measured by.
package enum MeasureFunction: Hashable, Sendable, CaseIterable {
  /// 1 minus downtime by the period.
  case availability
  /// The sum of the intervals.
  case total
  /// The longest interval.
  case longest
  /// How many.
  case count
  /// How many in a row.
  case run
  /// The share with a verdict.
  case share
  /// The mean of samples.
  case mean
  /// The greatest sample.
  case maximum
  /// The sum of values.
  case sum

  init?(_ keyword: Keyword) {
    guard let word = MeasureFunction.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = word
  }

  /// The word in the text.
  package var keyword: Keyword {
    switch self {
    case .availability: .availability
    case .total: .total
    case .longest: .longest
    case .count: .count
    case .run: .run
    case .share: .share
    case .mean: .mean
    case .maximum: .maximum
    case .sum: .sum
    }
  }
}
