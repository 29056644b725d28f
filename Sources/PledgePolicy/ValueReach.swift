import PledgeNumbers
import PledgeTime

/// Between what the values of an expression lie, whatever the ticket is; nil for no end.
package struct ValueReach: Sendable, Hashable {
  /// The least value.
  package var low: Constant?
  /// The greatest value.
  package var high: Constant?

  package init(low: Constant? = nil, high: Constant? = nil) {
    self.low = low
    self.high = high
  }

  /// Any value of the type.
  package static let everything = ValueReach()
  /// Shares and availability.
  fileprivate static let share = ValueReach(low: .number(.zero), high: .number(.one))
  private static let counts = ValueReach(low: .number(.zero))
  private static let lengths = ValueReach(low: .duration(.zero))
  fileprivate static let timesOfDay = ValueReach(
    low: WallTime(microseconds: 0).map { .timeOfDay($0) },
    high: WallTime(microseconds: 86_400_000_000 - 1).map { .timeOfDay($0) })

  /// Of amounts of a type that are never below zero.
  fileprivate static func fromZero(_ type: ExpressionType) -> ValueReach {
    switch type {
    case .duration: lengths
    case .integer, .decimal, .percent, .money: counts
    case .truth, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text, .choice, .key:
      everything
    }
  }
}

extension Policy {
  /// Between what the values of an expression lie, as far as that follows from what it measures: counts,
  /// lengths and overruns are not below zero, shares not above 100%. A field may have any value.
  package func reach(of expression: Expression) -> ValueReach {
    switch expression.kind {
    case .derived(let index):
      derivedValues.indices.contains(index) ? reach(of: derivedValues[index].value) : .everything
    case .figure(_, .over), .figure(_, .counted), .measure, .ticketCount, .datesOver:
      .fromZero(expression.type)
    case .periodFigure(let target, let figure): reach(of: figure, periodTargets[target], expression.type)
    case .timeOfDay: .timesOfDay
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .tableResult, .event, .attribute,
      .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient,
      .negation, .share, .perUnit, .perDate, .graded, .choice, .verdict, .figure, .overlaps, .during, .moved,
      .startOf, .endOf, .dayOf, .timeOn, .dateOf, .sampled, .periodBoundary, .periodVerdict:
      .everything
    }
  }

  private func reach(of figure: PeriodFigure, _ target: PeriodTarget, _ type: ExpressionType) -> ValueReach {
    switch figure {
    case .short, .over, .counted, .run: return .fromZero(type)
    case .reached: break
    }
    guard let reach = target.measure.kind.reach else { return .everything }
    return reach.isShare ? .share : .fromZero(type)
  }
}

/// Between what every value of a measure lies.
package struct MeasureReach: Sendable, Hashable {
  /// The least value, times in microseconds.
  package var low: Rational { .zero }
  /// The greatest value; nil for no end.
  package var high: Rational? { isShare ? .one : nil }
  /// Whether it lies between 0% and 100%, rather than anywhere from zero on.
  fileprivate var isShare: Bool

  fileprivate init(isShare: Bool) { self.isShare = isShare }
}

extension Measure.Kind {
  /// Between what every value lies; nil where it may have any.
  ///
  /// **Invariant**: what is judged keeps to it: an availability below 0% counts as 0%.
  package var reach: MeasureReach? {
    switch self {
    case .availability, .share: MeasureReach(isShare: true)
    case .total, .longest, .starts, .tickets, .run: MeasureReach(isShare: false)
    case .mean, .maximum, .sum: nil
    }
  }
}
