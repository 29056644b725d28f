import PledgeDiagnostics
import PledgeNumbers
import PledgeTickets
import PledgeTime

/// A typed expression and where it stands in the policy's text.
package struct Expression: Sendable {
  package var kind: Kind
  package var type: ExpressionType
  package var origin: SourceRange

  package init(_ kind: Kind, type: ExpressionType, origin: SourceRange) {
    self.kind = kind
    self.type = type
    self.origin = origin
  }

  /// What an expression says. Operands have the types that the checker required.
  package indirect enum Kind: Sendable {
    case constant(Constant)
    /// A field of the ticket, by its index in the vocabulary.
    case field(Int)
    /// A column of the register's row that `key` names.
    case column(register: Int, key: Expression, column: Int)
    /// The key of the row that several values of the ticket name together, one for each key of the register.
    case rowKey(register: Int, [Expression])
    /// A column of the row that a register's condition is asked about: `during maintenance where …`.
    case rowColumn(register: Int, column: Int)
    case parameter(Int)
    case derived(Int)
    /// A result column of a table.
    case tableResult(table: Int, column: Int)
    /// The instant of an event.
    case event(EventPoint)
    /// An attribute of the event that is looked at as a step's evidence.
    case attribute(event: Int, attribute: Int)
    /// `earliest(…)` and `latest(…)` of instants, `min(…)` and `max(…)` of amounts.
    case extreme(Extreme, [Expression])
    /// `x is known`; never unknown itself. For an event: whether it has happened.
    case isKnown(Expression)
    case not(Expression)
    case all([Expression])
    case any([Expression])
    case compare(Comparison, Expression, Expression)
    /// Equal to one of the operands behind the first.
    case oneOf(Expression, [Expression])
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    case quotient(Expression, Expression)
    case negation(Expression)
    /// `p of x`: a percent of money, a duration, a number or a percent.
    case share(Expression, of: Expression)
    /// `amount per started UNIT over`: the amount times the units in a duration.
    case perUnit(amount: Expression, UnitRounding, unit: Duration, in: Expression)
    /// `amount per started calendar day over`: the amount times the dates on which a target was over.
    case perDate(amount: Expression, UnitRounding, DateKind, target: Int)
    /// `amount per started UNIT over each day at its rate`: the amount changes with the delay.
    case graded(GradedPay)
    /// How many dates a target was over, where a table by `over` speaks of calendar or working days.
    case datesOver(DateKind, target: Int)
    /// The first branch whose condition holds, else the last operand.
    case choice([Branch], otherwise: Expression)
    /// Whether a target has one of these verdicts.
    case verdict(target: Int, [Verdict])
    case figure(target: Int, TargetFigure)
    /// The counted length of a span of the ticket up to the as-of instant.
    case measure(SpanMeasure, SpanExpression)
    /// Whether two spans share time.
    case overlaps(SpanExpression, SpanExpression)
    /// How many tickets of the history fulfil a condition.
    case ticketCount(TicketCondition)
    /// Whether an instant lies in a span (its start included, its end not).
    case during(Expression, SpanExpression)
    /// An instant moved by a duration, a calendar length or a working length; `negated` moves it back.
    case moved(Expression, by: Expression, calendar: Int?, negated: Bool)
    /// The first instant of a date in the policy's zone.
    case startOf(Expression)
    /// The last instant of a date, of the day of an instant, or of the nth working day after one.
    case endOf(DayReference)
    /// A working or calendar day as a date: `2nd working day after reported`.
    case dayOf(DayReference)
    /// A time of day on a date: `12:00 on promised`. The clock is that of a calendar, else of the policy.
    case timeOn(Expression, date: Expression, calendar: Int?)
    /// The wall-clock time of an instant in the policy's zone, for comparison with a written time.
    case timeOfDay(Expression)
    /// The date of an instant in the policy's zone.
    case dateOf(Expression)
    /// `X at E`: a value as it was on the log cut at an instant.
    case sampled(Expression, at: Expression)
    /// The first instant of a frame's period, or the first one behind it.
    case periodBoundary(PeriodBoundary)
    /// Whether a period target has one of these verdicts in a frame.
    case periodVerdict(target: Int, [Verdict])
    case periodFigure(target: Int, PeriodFigure)
  }

  /// One `value when condition` of a choice.
  package struct Branch: Sendable {
    package var condition: Expression
    package var value: Expression

    package init(condition: Expression, value: Expression) {
      self.condition = condition
      self.value = value
    }
  }
}

/// Which day, or which day's end, an expression means.
package indirect enum DayReference: Sendable {
  /// The end of a date (24:00 in the policy's zone), not included.
  case date(Expression)
  /// The end of the nth working day after an instant, on a calendar.
  case workingDay(number: Int, after: Expression, calendar: Int)
  /// The end of the nth calendar day after the date of an instant, not included.
  case calendarDay(number: Int, after: Expression)
  /// The end of the nth calendar week, month, quarter or year after the one of an instant or a date, not
  /// included; 0 is the one in which it lies.
  case unit(CalendarUnit, number: Int, after: Expression)
}

/// The type of an expression.
package enum ExpressionType: Sendable, Hashable {
  case truth
  case integer
  case decimal
  case percent
  case money(Currency)
  case duration
  /// Months and days by the calendar: `5 calendar days`, `1 month`.
  case calendarLength
  /// `2 working days`.
  case workingLength
  case instant
  case date
  case timeOfDay
  case text
  case choice(members: [String])
  case key(register: Int)
}

/// A value written in the policy.
package enum Constant: Sendable, Hashable {
  case truth(Bool)
  /// Integers, decimals, percents as fractions, and money in its currency's unit.
  case number(Rational)
  case duration(Duration)
  case calendarLength(CalendarLength)
  /// A number of working days.
  case workingDays(Int)
  case instant(Instant)
  case date(CivilDate)
  case timeOfDay(WallTime)
  case text(TextID)
  case choice(Int)

  /// Whether it is an amount, a figure or a length below zero.
  package var isBelowZero: Bool {
    switch self {
    case .number(let number): number < .zero
    case .duration(let length): length < .zero
    case .calendarLength(let length): length.months < 0 || length.days < 0
    case .workingDays(let days): days < 0
    case .truth, .instant, .date, .timeOfDay, .text, .choice: false
    }
  }
}

/// How two values are compared.
package enum Comparison: Sendable, Hashable, CaseIterable {
  case equal, notEqual, less, atMost, greater, atLeast

  /// The comparison that holds with the sides exchanged.
  package var mirrored: Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}

/// The smallest or the greatest of several values.
package enum Extreme: Sendable, Hashable { case smallest, greatest }

/// How units that are only partly used up are counted.
package enum UnitRounding: Sendable, Hashable, CaseIterable { case started, full, exact }

/// Which dates count where the unit is a day.
package enum DateKind: Sendable, Hashable {
  case calendarDay
  /// Working dates of the calendar with this index.
  case workingDay(calendar: Int)
}

/// An amount a unit of delay, where the amount itself depends on the delay.
///
/// **Invariant**: the amount reads the delay only where it is held against written bounds, in the columns of
/// tables and in comparisons, so that it is constant between two bounds.
package struct GradedPay: Sendable {
  package var amount: Expression
  package var rounding: UnitRounding
  package var unit: Unit
  /// The target whose delay is paid for.
  package var target: Int
  package var rate: Rate

  package init(amount: Expression, rounding: UnitRounding, unit: Unit, target: Int, rate: Rate) {
    self.amount = amount
    self.rounding = rounding
    self.unit = unit
    self.target = target
    self.rate = rate
  }

  /// What is counted.
  package enum Unit: Sendable, Hashable {
    case length(Duration)
    case dates(DateKind)
  }

  /// What a rate that changes with the delay is taken for.
  package enum Rate: Sendable, Hashable, CaseIterable {
    /// `each day at its rate`: each unit at the rate of the delay at its end.
    case eachUnit
    /// `all days at the rate reached`: all units at the rate of the last one.
    case reached
  }
}

/// A figure of a decided target.
package enum TargetFigure: Sendable, Hashable { case over, due, counted }

/// The two ends of a period: `period.start`, `period.end`.
package enum PeriodBoundary: String, Sendable, Hashable, CaseIterable { case start, end }

/// What is measured of a span.
package enum SpanMeasure: Sendable, Hashable { case total, longest, count }

/// What a target's evaluation can come to.
@usableFromInline package enum Verdict: UInt8, Sendable, Hashable, CaseIterable {
  case met, breached, excused, pending, notApplicable, undecided

  /// The verdict as reports and tests write it.
  package var word: String {
    switch self {
    case .met: "met"
    case .breached: "breached"
    case .excused: "excused"
    case .pending: "pending"
    case .notApplicable: "not applicable"
    case .undecided: "undecided"
    }
  }
}
