import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Policy {
  /// The constants that an expression is made of, also behind the name of a `let` or a parameter.
  func constants(in expression: Expression) -> [Constant] {
    switch expression.kind {
    case .constant(let constant): [constant]
    case .parameter(let index): [parameters[index].value]
    case .derived(let index): constants(in: derivedValues[index].value)
    case .field, .column, .rowKey, .rowColumn, .tableResult, .event, .attribute, .extreme, .isKnown, .not,
      .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      expression.operands.flatMap { constants(in: $0) }
    }
  }
}

extension SpanExpression {
  /// The lengths that the span names: offsets, tests of length, allowances.
  var lengths: Set<Duration> {
    switch kind {
    case .pairing(let pairing):
      var result = Set((pairing.starts + pairing.ends).flatMap { [$0.offset, $0.window].compactMap { $0 } })
      result.formUnion([pairing.atMost, pairing.length?.length].compactMap { $0 })
      return result.filter { $0 > .zero }
    case .limited(let source, let allowance): return source.lengths.union([allowance.length])
    case .overlap(let overlap): return overlap.span.lengths
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      return left.lengths.union(right.lengths)
    case .named, .calendar, .between, .whenever, .register: return []
    }
  }
}

extension Scalar {
  /// A whole number.
  init(_ whole: Int) { self = Scalar(exactly: Rational(whole)) ?? .missing }

  /// A number that can be written with decimal places; nil for others.
  init?(exactly number: Rational) {
    guard let text = number.decimalText(minimumFractionDigits: 0),
      case .success(let decimal) = Decimal.parse(text)
    else { return nil }
    self = .number(decimal)
  }
}

/// When the stories of witnesses begin.
enum Schedule {
  /// Ten o'clock on a Monday, some weeks after the policy came into force.
  static func start(of policy: Policy) -> Instant {
    let zone = policy.header.zone
    var date = CivilDate(year: 2026, month: 1, day: 1) ?? .earliest
    if case .constant(let constant)? = policy.header.validity?.from.kind {
      switch constant {
      case .date(let from): date = from
      case .instant(let from): date = zone.date(at: from)
      case .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice: break
      }
    }
    date = date.adding(days: 28) ?? date
    while date.weekday != 1 { date = date.next }
    return zone.instant(date, WallTime(hour: 10, minute: 0) ?? .startOfDay)
  }
}
