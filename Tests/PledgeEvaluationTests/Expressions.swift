import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// Short names for the expressions of a policy, so that a test reads like the clause that it is about.

extension Expression {
  static func make(_ kind: Kind, _ type: ExpressionType) -> Expression {
    Expression(kind, type: type, origin: .nowhere)
  }

  static let yes = make(.constant(.truth(true)), .truth)
  static let no = make(.constant(.truth(false)), .truth)
  static func number(_ value: Int) -> Expression { make(.constant(.number(Rational(value))), .integer) }
  static func number(_ numerator: Int, over denominator: Int) -> Expression {
    make(.constant(.number(fraction(numerator, denominator))), .decimal)
  }
  static func money(_ value: Rational) -> Expression {
    make(.constant(.number(value)), .money(PolicyBuilder.cny))
  }
  static func money(_ value: Int) -> Expression { money(Rational(value)) }
  static func percent(_ value: Int) -> Expression { make(.constant(.number(fraction(value, 100))), .percent) }
  static func duration(_ value: Duration) -> Expression { make(.constant(.duration(value)), .duration) }
  static func workingDays(_ count: Int) -> Expression { make(.constant(.workingDays(count)), .workingLength) }
  static func months(_ months: Int, days: Int = 0) -> Expression {
    make(.constant(.calendarLength(CalendarLength(months: months, days: days))), .calendarLength)
  }
  static func instant(_ value: Instant) -> Expression { make(.constant(.instant(value)), .instant) }
  static func date(_ value: CivilDate) -> Expression { make(.constant(.date(value)), .date) }
  static func member(_ index: Int) -> Expression { make(.constant(.choice(index)), .choice(members: [])) }

  static func field(_ index: Int, _ type: ExpressionType = .truth) -> Expression { make(.field(index), type) }
  static func column(_ column: Int, of register: Int = 0, key: Expression, _ type: ExpressionType)
    -> Expression
  {
    make(.column(register: register, key: key, column: column), type)
  }
  static func derived(_ index: Int, _ type: ExpressionType) -> Expression { make(.derived(index), type) }
  static func result(_ column: Int, of table: Int = 0, _ type: ExpressionType = .integer) -> Expression {
    make(.tableResult(table: table, column: column), type)
  }

  static func all(_ operands: Expression...) -> Expression { make(.all(operands), .truth) }
  static func any(_ operands: Expression...) -> Expression { make(.any(operands), .truth) }
  static func not(_ operand: Expression) -> Expression { make(.not(operand), .truth) }
  static func isKnown(_ operand: Expression) -> Expression { make(.isKnown(operand), .truth) }
  static func earliest(_ operands: Expression...) -> Expression {
    make(.extreme(.smallest, operands), .instant)
  }
  static func latest(_ operands: Expression...) -> Expression {
    make(.extreme(.greatest, operands), .instant)
  }
  static func choice(_ branches: [(when: Expression, then: Expression)], otherwise: Expression) -> Expression
  {
    make(
      .choice(branches.map { Branch(condition: $0.when, value: $0.then) }, otherwise: otherwise),
      otherwise.type)
  }

  func compared(_ comparison: Comparison, _ other: Expression) -> Expression {
    .make(.compare(comparison, self, other), .truth)
  }
  func plus(_ other: Expression) -> Expression { .make(.sum(self, other), type) }
  func minus(_ other: Expression) -> Expression { .make(.difference(self, other), type) }
  func times(_ other: Expression) -> Expression { .make(.product(self, other), type) }
  func share(of other: Expression) -> Expression { .make(.share(self, of: other), other.type) }
  func moved(_ length: Expression, on calendar: Int? = nil, back: Bool = false) -> Expression {
    .make(.moved(self, by: length, calendar: calendar, negated: back), .instant)
  }
  var endOfDay: Expression { .make(.endOf(.date(self)), .instant) }
  func endOfWorkingDay(_ number: Int, on calendar: Int) -> Expression {
    .make(.endOf(.workingDay(number: number, after: self, calendar: calendar)), .instant)
  }
  func endOfCalendarDay(_ number: Int) -> Expression {
    .make(.endOf(.calendarDay(number: number, after: self)), .instant)
  }
  func during(_ span: SpanExpression) -> Expression { .make(.during(self, span), .truth) }

  static func verdict(_ target: Int, _ verdicts: Verdict...) -> Expression {
    make(.verdict(target: target, verdicts), .truth)
  }
  static func figure(_ figure: TargetFigure, of target: Int = 0) -> Expression {
    make(.figure(target: target, figure), figure == .due ? .instant : .duration)
  }
  static func total(_ span: SpanExpression) -> Expression { make(.measure(.total, span), .duration) }
  static func count(_ span: SpanExpression) -> Expression { make(.measure(.count, span), .integer) }
  func per(_ rounding: UnitRounding, _ unit: Duration, over length: Expression = .figure(.over)) -> Expression
  {
    .make(.perUnit(amount: self, rounding, unit: unit, in: length), type)
  }
  func per(_ rounding: UnitRounding, _ dates: DateKind, of target: Int = 0) -> Expression {
    .make(.perDate(amount: self, rounding, dates, target: target), type)
  }
}

/// The fraction of two whole numbers.
func fraction(_ numerator: Int, _ denominator: Int) -> Rational {
  guard let value = Rational(numerator: Int128(numerator), denominator: Int128(denominator)) else {
    preconditionFailure("a denominator of zero")
  }
  return value
}

extension PledgeTime.Duration {
  static func hours(_ count: Int64) -> Self { Self(microseconds: count * 3_600_000_000) }
  static func minutes(_ count: Int64) -> Self { Self(microseconds: count * 60_000_000) }
  static func seconds(_ count: Int64) -> Self { Self(microseconds: count * 1_000_000) }
  static func microseconds(_ count: Int64) -> Self { Self(microseconds: count) }
}
