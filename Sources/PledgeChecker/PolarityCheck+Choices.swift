import PledgeNumbers
import PledgePolicy

extension PolarityCheck {
  /// A choice moves with a condition as its value compares with what stands behind it: `if c then 2 else 1`
  /// rises with c.
  mutating func need(
    _ branches: ArraySlice<Expression.Branch>, _ otherwise: Expression, _ wanted: Polarity
  ) {
    guard let first = branches.first else { return need(otherwise, wanted) }
    need(first.value, wanted)
    let rest = branches.dropFirst().map(\.value) + [otherwise]
    need(first.condition, wanted.times(Self.order(first.value, rest)))
    need(branches.dropFirst(), otherwise, wanted)
  }

  /// Rising where the value is at least each of the others, falling where it is at most each of them.
  private static func order(_ value: Expression, _ others: [Expression]) -> Polarity {
    var result = Polarity.constant
    for other in others { result = result.joined(order(value, other)) }
    return result
  }

  private static func order(_ value: Expression, _ other: Expression) -> Polarity {
    let left = bounds(value)
    let right = bounds(other)
    if let low = left.low, let high = right.high, low >= high {
      return low == high && left.high == right.low ? .constant : .rising
    }
    if let high = left.high, let low = right.low, high <= low { return .falling }
    return .mixed
  }

  /// Between what a value lies, as far as the text says; amounts and lengths are not below zero.
  private static func bounds(_ expression: Expression) -> (low: Rational?, high: Rational?) {
    if case .constant(let constant) = expression.kind {
      let value = number(constant)
      return (value, value)
    }
    switch expression.type {
    case .money, .percent, .duration, .integer, .decimal:
      switch expression.kind {
      case .difference, .negation: return (nil, nil)
      case .constant, .field, .column, .rowKey, .parameter, .derived, .tableResult, .event, .extreme,
        .isKnown, .not,
        .all, .any, .compare, .oneOf, .sum, .product, .quotient, .share, .perUnit, .perDate, .choice,
        .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf, .dayOf, .timeOn,
        .timeOfDay, .dateOf,
        .periodBoundary, .periodVerdict, .periodFigure, .sampled, .ticketCount,
        .attribute, .rowColumn, .graded, .datesOver:
        return (.zero, nil)
      }
    case .truth, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text, .choice, .key:
      return (nil, nil)
    }
  }

  private static func number(_ constant: Constant) -> Rational? {
    switch constant {
    case .number(let number): number
    case .duration(let duration): Rational(duration.microseconds)
    case .instant(let instant): Rational(instant.microseconds)
    case .truth(let truth): truth ? Rational(1) : .zero
    case .calendarLength, .workingDays, .date, .timeOfDay, .text, .choice: nil
    }
  }

  // MARK: Tables

  /// A result of a table moves with each column that reads a target as its rows do from low to high.
  mutating func need(_ table: DecisionTable, _ result: Int, _ wanted: Polarity) {
    for row in table.rows { need(row.results[result], wanted) }
    for (index, column) in table.columns.enumerated() where readsTarget(column) {
      need(column, wanted.times(direction(table, column: index, result: result)))
    }
  }

  /// Whether an expression reads a target's verdict or figure, itself or through names.
  private func readsTarget(_ expression: Expression) -> Bool {
    policy.reads(expression) { kind in
      switch kind {
      case .verdict, .figure, .perDate, .graded, .datesOver, .periodVerdict, .periodFigure: true
      case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
        .attribute,
        .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient,
        .negation, .share, .perUnit, .choice, .measure, .overlaps, .ticketCount, .during, .moved, .startOf,
        .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary:
        false
      }
    }
  }

  /// How the results of a table move when the value of a column rises, whatever the others are.
  private func direction(_ table: DecisionTable, column: Int, result: Int) -> Polarity {
    let cases = TableCases(table, of: policy, parameters: [])
    guard cases.isSmall else { return .mixed }
    let scale = cases.scales[column]
    var direction = Polarity.constant
    for line in cases.lines(along: column, Array(scale.reach)) {
      let rows = line.compactMap(\.row)
      for (low, high) in zip(rows, rows.dropFirst()) where low != high {
        direction = direction.joined(
          Self.order(table.rows[high].results[result], table.rows[low].results[result]))
      }
    }
    // Between members of an enumeration or texts there is no way up.
    return scale.isOrdered || scale.type == .truth || direction == .constant ? direction : .mixed
  }
}

extension Polarity {
  /// Which movement of a part does no harm, where the whole moves with the part as `direction` says.
  func times(_ direction: Polarity) -> Polarity {
    // A part that cannot move the whole may move as it likes: `mixed` wants nothing.
    if self == .mixed || direction == .constant { return .mixed }
    switch direction {
    case .rising: return self
    case .falling: return flipped
    case .mixed, .constant: return .constant
    }
  }
}
