// The parts of expressions, for everything that walks over them.

extension Expression {
  /// The expressions that stand directly in this one, those of its spans among them; what it names (a `let`,
  /// a table) is not looked into.
  package var operands: [Expression] {
    switch kind {
    case .constant, .field, .parameter, .derived, .tableResult, .event, .datesOver, .verdict, .figure,
      .periodBoundary, .periodVerdict, .periodFigure, .attribute, .rowColumn:
      []
    case .graded(let pay): [pay.amount]
    case .column(_, let operand, _), .isKnown(let operand), .not(let operand), .negation(let operand),
      .startOf(let operand), .timeOfDay(let operand), .dateOf(let operand), .perDate(let operand, _, _, _):
      [operand]
    case .extreme(_, let operands), .all(let operands), .any(let operands), .rowKey(_, let operands): operands
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .share(let left, let right),
      .perUnit(let left, _, _, let right), .moved(let left, let right, _, _),
      .sampled(let left, let right):
      [left, right]
    case .oneOf(let subject, let values): [subject] + values
    case .choice(let branches, let otherwise): branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    case .measure(_, let span): span.operands
    case .ticketCount(let condition): condition.operands
    case .overlaps(let left, let right): left.operands + right.operands
    case .during(let instant, let span): [instant] + span.operands
    case .endOf(let day), .dayOf(let day): [day.anchor]
    case .timeOn(let time, let date, _): [time, date]
    }
  }

  /// The spans that stand directly in this one.
  package var spans: [SpanExpression] {
    switch kind {
    case .measure(_, let span), .during(_, let span): [span]
    case .overlaps(let left, let right): [left, right]
    case .constant, .field, .parameter, .derived, .tableResult, .event, .verdict, .figure, .periodBoundary,
      .periodVerdict, .periodFigure, .graded, .datesOver, .column, .isKnown, .not, .negation, .startOf,
      .timeOfDay, .dateOf, .perDate, .extreme, .all, .any, .compare, .sum, .difference, .product, .quotient,
      .share, .perUnit, .moved, .oneOf, .choice, .endOf, .dayOf, .timeOn, .sampled, .ticketCount, .attribute,
      .rowColumn,
      .rowKey:
      []
    }
  }
}

extension DayReference {
  /// What the day is counted from, or the date itself.
  package var anchor: Expression {
    switch self {
    case .date(let date): date
    case .workingDay(_, let after, _), .calendarDay(_, let after), .unit(_, _, let after): after
    }
  }
}

extension SpanExpression {
  /// The expressions of tickets that stand in the span.
  package var operands: [Expression] {
    switch kind {
    case .pairing(let pairing): (pairing.computedStarts + pairing.computedEnds).map(\.instant)
    case .named, .calendar: []
    case .between(let from, let until): [from, until]
    case .whenever(let condition): [condition]
    case .register(let windows): [windows.key] + (windows.condition.map { [$0] } ?? [])
    case .limited(let source, let allowance): source.operands + allowance.operands
    case .overlap(let overlap):
      [overlap.key] + overlap.span.operands + (overlap.condition.map { [$0] } ?? [])
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.operands + right.operands
    }
  }
}
