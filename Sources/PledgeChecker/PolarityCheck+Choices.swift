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

  /// A result of a table moves with its one column that reads a target as its rows do from low to high.
  mutating func need(_ table: DecisionTable, _ result: Int, _ wanted: Polarity) {
    for row in table.rows { need(row.results[result], wanted) }
    for (index, column) in table.columns.enumerated() {
      need(column, wanted.times(Self.direction(table, column: index, result: result)))
    }
  }

  /// How the results of a table move when the value of a column rises.
  private static func direction(_ table: DecisionTable, column: Int, result: Int) -> Polarity {
    var steps: [Step] = []
    var rest: [Expression] = []
    for row in table.rows {
      switch row.cells[column] {
      case .any: rest.append(row.results[result])
      case .excludes: return .mixed
      case .matches(let items):
        for item in items {
          guard let step = Step(item, row.results[result]) else { return .mixed }
          steps.append(step)
        }
      }
    }
    // Rows for any value stand for what no other row names: below, between and above.
    if !steps.isEmpty {
      let gaps = gaps(steps, isWhole: table.columns[column].type == .integer)
      for value in rest { steps += gaps.map { Step(low: $0.low, high: $0.high, value: value) } }
    }
    return direction(steps)
  }

  /// What lies between and around ranges; nil stands for no end. Between two whole numbers in a row lies
  /// nothing.
  private static func gaps(_ steps: [Step], isWhole: Bool) -> [(low: Rational?, high: Rational?)] {
    let lows = steps.compactMap(\.low)
    var gaps: [(low: Rational?, high: Rational?)] = lows.count < steps.count ? [] : [(nil, lows.min())]
    let ordered = steps.sorted { left, right in
      guard let low = right.low else { return false }
      return left.low.map { $0 < low } ?? true
    }
    var reach = ordered.first?.high
    for step in ordered.dropFirst() {
      guard let end = reach else { return gaps }
      let next = isWhole ? end.adding(.one) ?? end : end
      if let low = step.low, low > next { gaps.append((end, low)) }
      reach = step.high.map { max($0, end) }
    }
    if let end = reach { gaps.append((end, nil)) }
    return gaps
  }

  private static func direction(_ steps: [Step]) -> Polarity {
    var result = Polarity.constant
    for first in steps {
      for second in steps {
        guard let low = second.low, let high = first.high, low >= high else { continue }
        result = result.joined(order(second.value, first.value))
      }
    }
    return result
  }

  /// A range of a column's values and the result that stands for it.
  private struct Step {
    /// Nil for no end.
    var low: Rational?
    var high: Rational?
    var value: Expression

    init(low: Rational?, high: Rational?, value: Expression) {
      self.low = low
      self.high = high
      self.value = value
    }

    init?(_ item: DecisionTable.Item, _ value: Expression) {
      self.value = value
      switch item {
      case .value(let value):
        guard let number = value.written.flatMap(PolarityCheck.number) else { return nil }
        low = number
        high = number
      case .range(let lower, let upper):
        low = lower?.value.written.flatMap(PolarityCheck.number)
        high = upper?.value.written.flatMap(PolarityCheck.number)
        if (lower != nil && low == nil) || (upper != nil && high == nil) { return nil }
      }
    }
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
