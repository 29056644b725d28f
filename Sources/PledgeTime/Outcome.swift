/// What a calendar answers: a value, or why there is none.
package enum Outcome<Value> {
  /// The answer.
  case value(Value)
  /// The answer depends on this date, which the holiday list does not cover.
  case beyondCoverage(CivilDate)
  /// The calendar does not open within 400 years.
  case neverOpen
  /// The answer, or the question, is further away than 400 years or beyond the years −9999...9999.
  case outOfRange
  /// The answer depends on a reading of the working day that the calendar does not state.
  case notStated
}

extension Outcome {
  /// The answer, if there is one.
  @inlinable
  package var value: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// The answer transformed, or the same reason for there being none.
  @inlinable
  package func flatMap<Other>(_ transform: (Value) -> Outcome<Other>) -> Outcome<Other> {
    switch self {
    case .value(let value): return transform(value)
    case .beyondCoverage(let date): return .beyondCoverage(date)
    case .neverOpen: return .neverOpen
    case .outOfRange: return .outOfRange
    case .notStated: return .notStated
    }
  }
}

extension Outcome: Sendable where Value: Sendable {}
extension Outcome: Equatable where Value: Equatable {}
