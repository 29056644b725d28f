extension Expression {
  /// The expressions that this one is made of, without what named values, tables and spans hold.
  package var operands: [Expression] {
    switch kind {
    case .constant, .field, .parameter, .derived, .tableResult, .event, .datesOver, .verdict, .figure,
      .measure, .overlaps:
      []
    case .column(_, let key, _): [key]
    case .extreme(_, let operands), .all(let operands), .any(let operands): operands
    case .isKnown(let operand), .not(let operand), .negation(let operand), .during(let operand, _),
      .startOf(let operand), .timeOfDay(let operand), .dateOf(let operand),
      .perDate(let operand, _, _, _):
      [operand]
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .share(let left, let right),
      .perUnit(let left, _, _, let right), .moved(let left, let right, _, _):
      [left, right]
    case .oneOf(let subject, let values): [subject] + values
    case .graded(let pay): [pay.amount]
    case .choice(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    case .endOf(let day): [day.anchor]
    }
  }
}

extension DayReference {
  /// The date or instant from which the day is counted.
  package var anchor: Expression {
    switch self {
    case .date(let anchor), .workingDay(_, let anchor, _), .calendarDay(_, let anchor),
      .unit(_, _, let anchor):
      anchor
    }
  }
}
