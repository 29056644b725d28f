import PledgePolicy

extension PolarityCheck {
  /// Looks for readings in an expression of which only a movement in the `wanted` direction does no harm.
  mutating func need(_ expression: Expression, _ wanted: Polarity) {
    switch expression.kind {
    case .constant, .field, .parameter, .event, .attribute, .rowColumn, .isKnown, .periodBoundary: return
    case .column(_, let key, _): need(key, .constant)
    case .derived(let index): need(policy.derivedValues[index].value, wanted)
    case .tableResult(let table, let column): need(policy.tables[table], column, wanted)
    case .not(let operand), .negation(let operand): need(operand, wanted.flipped)
    case .all(let operands), .any(let operands), .extreme(_, let operands):
      for operand in operands { need(operand, wanted) }
    case .sum(let left, let right), .product(let left, let right), .share(let left, of: let right):
      need(left, wanted)
      need(right, wanted)
    case .difference(let left, let right), .quotient(let left, let right):
      need(left, wanted)
      need(right, wanted.flipped)
    case .compare(let comparison, let left, let right): need(comparison, left, right, wanted)
    case .oneOf(let operand, let others): for part in [operand] + others { need(part, .constant) }
    case .perUnit(let amount, _, unit: _, in: let length):
      need(amount, wanted)
      need(length, wanted)
    case .choice(let branches, let otherwise): need(branches[...], otherwise, wanted)
    case .startOf(let operand), .dateOf(let operand): need(operand, wanted)
    case .timeOfDay(let operand): need(operand, .constant)
    case .endOf(let day): need(day, wanted)
    case .moved(let instant, by: let length, calendar: _, negated: let isBack):
      need(instant, wanted)
      need(length, isBack ? wanted.flipped : wanted)
    case .measure(_, let span): need(span, wanted)
    case .sampled(let value, at: let instant):
      need(value, wanted)
      need(instant, .constant)
    case .overlaps(let first, let second):
      need(first, wanted)
      need(second, wanted)
    case .during(let instant, let span):
      need(instant, .constant)
      need(span, wanted)
    case .ticketCount(let condition): for part in condition.operands { need(part, .constant) }
    case .verdict, .figure, .perDate, .graded, .datesOver, .periodVerdict, .periodFigure:
      needReading(expression, wanted)
    }
  }

  private mutating func needReading(_ expression: Expression, _ wanted: Polarity) {
    switch expression.kind {
    case .verdict(let target, let verdicts):
      read(
        policy.targets[target].name, at: expression.origin, declared: policy.targets[target].origin,
        Polarity(verdicts), wanted: wanted, verdicts: verdicts)
    case .figure(let target, let figure):
      let polarity =
        switch figure {
        case .over, .counted: Polarity.falling
        case .due: Polarity.rising
        }
      read(
        policy.targets[target].name, at: expression.origin, declared: policy.targets[target].origin, polarity,
        wanted: wanted)
    case .graded(let pay):
      need(pay.amount, wanted)
      read(
        policy.targets[pay.target].name, at: expression.origin, declared: policy.targets[pay.target].origin,
        .falling, wanted: wanted)
    case .datesOver(_, let target):
      read(
        policy.targets[target].name, at: expression.origin, declared: policy.targets[target].origin, .falling,
        wanted: wanted)
    case .perDate(let amount, _, _, let target):
      need(amount, wanted)
      read(
        policy.targets[target].name, at: expression.origin, declared: policy.targets[target].origin, .falling,
        wanted: wanted)
    case .periodVerdict(let target, let verdicts):
      let declared = policy.periodTargets[target]
      read(
        declared.name, at: expression.origin, declared: declared.origin, Polarity(verdicts), wanted: wanted,
        verdicts: verdicts)
    case .periodFigure(let target, let figure):
      let declared = policy.periodTargets[target]
      read(
        declared.name, at: expression.origin, declared: declared.origin, Self.polarity(figure, declared),
        wanted: wanted)
    case .constant, .field, .column, .rowColumn, .parameter, .derived, .tableResult, .event, .attribute,
      .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient,
      .negation,
      .share, .perUnit, .choice, .measure, .overlaps, .ticketCount, .during, .moved, .startOf, .endOf,
      .timeOfDay, .dateOf, .periodBoundary, .sampled:
      return
    }
  }

  private mutating func need(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, _ wanted: Polarity
  ) {
    switch comparison {
    case .equal, .notEqual:
      need(left, .constant)
      need(right, .constant)
    case .less, .atMost:
      need(left, wanted.flipped)
      need(right, wanted)
    case .greater, .atLeast:
      need(left, wanted)
      need(right, wanted.flipped)
    }
  }

  private mutating func need(_ day: DayReference, _ wanted: Polarity) {
    switch day {
    case .date(let date): need(date, wanted)
    case .workingDay(number: _, after: let instant, calendar: _),
      .calendarDay(number: _, after: let instant), .unit(_, number: _, after: let instant):
      need(instant, wanted)
    }
  }

  /// How exclusions and pauses move a figure of a period target.
  private static func polarity(_ figure: PeriodFigure, _ target: PeriodTarget) -> Polarity {
    switch figure {
    case .short, .over, .counted, .run: return .falling
    case .reached: break
    }
    switch target.measure.kind {
    case .availability: return .rising
    case .total, .longest, .starts, .tickets, .maximum: return .falling
    case .share(target: _, let verdicts), .run(periodTarget: _, let verdicts): return Polarity(verdicts)
    case .mean, .sum: return .mixed
    }
  }

  // MARK: Spans

  /// The same for the times of a span: falling means that there may be less of them.
  mutating func need(_ span: SpanExpression, _ wanted: Polarity) {
    switch span.kind {
    case .calendar: return
    case .pairing(let pairing):
      // Time taken from a span at a side may move that side either way.
      for side in pairing.spanStarts + pairing.spanEnds { need(policy.spans[side.span].span, .mixed) }
    case .named(let index): need(policy.spans[index].span, wanted)
    case .between(let start, let end):
      need(start, wanted.flipped)
      need(end, wanted)
    case .whenever(let condition): need(condition, wanted)
    case .register(let windows): if let condition = windows.condition { need(condition, wanted) }
    case .limited(let limited, _): need(limited, wanted)
    case .overlap(let overlap):
      need(overlap.span, wanted)
      if let condition = overlap.condition { need(condition, wanted) }
    case .union(let left, let right), .intersection(let left, let right):
      need(left, wanted)
      need(right, wanted)
    case .minus(let left, let right):
      need(left, wanted)
      need(right, wanted.flipped)
    }
  }
}
