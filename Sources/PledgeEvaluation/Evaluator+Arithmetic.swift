import PledgeNumbers
import PledgePolicy
import PledgeTime

// Exact arithmetic over values. The checker has made the units agree; what is left is unknown operands,
// overflow and division by zero, each of which is a value with its cause.

extension Evaluator {
  mutating func add(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return number(a.adding(b))
    case (.duration(let a), .duration(let b)): return duration(a.adding(b))
    case (.calendarLength(let a), .calendarLength(let b)):
      let (months, first) = a.months.addingReportingOverflow(b.months)
      let (days, second) = a.days.addingReportingOverflow(b.days)
      return first || second ? overflow() : .calendarLength(CalendarLength(months: months, days: days))
    case (.workingDays(let a), .workingDays(let b)):
      let (sum, overflows) = a.addingReportingOverflow(b)
      return overflows ? overflow() : .workingDays(sum)
    case (_, _): return unknown(left, right)
    }
  }

  mutating func subtract(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return number(a.subtracting(b))
    case (.duration(let a), .duration(let b)): return duration(a.subtracting(b))
    case (.instant(let a), .instant(let b)): return duration(a.since(b))
    case (.number(.zero), .duration(let b)): return duration(Duration.zero.subtracting(b))
    case (.number(.zero), .calendarLength(let b)):
      return b.multiplied(by: -1).map { .calendarLength($0) } ?? overflow()
    case (_, _): return unknown(left, right)
    }
  }

  mutating func multiply(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return number(a.multiplied(by: b))
    case (.number(let factor), .duration(let length)), (.duration(let length), .number(let factor)):
      return wholeMicroseconds(Rational(length.microseconds).multiplied(by: factor))
    case (_, _): return unknown(left, right)
    }
  }

  mutating func divide(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(_), .number(.zero)), (.duration(_), .number(.zero)), (.duration(_), .duration(.zero)):
      return .unknown(unknown(.divisionByZero))
    case (.number(let a), .number(let b)): return number(a.divided(by: b))
    case (.duration(let length), .number(let divisor)):
      return wholeMicroseconds(Rational(length.microseconds).divided(by: divisor))
    case (.duration(let a), .duration(let b)):
      return number(Rational(numerator: Int128(a.microseconds), denominator: Int128(b.microseconds)))
    case (_, _): return unknown(left, right)
    }
  }

  mutating func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Value {
    if let ordered = order(left, right) { return .truth(ordered.satisfies(comparison)) }
    // An instant that has not come is behind the as-of instant, so it is behind everything that is not.
    if case .later = left, case .instant(let known) = right, known <= asOf {
      return .truth(Order.greater.satisfies(comparison))
    }
    if case .instant(let known) = left, case .later = right, known <= asOf {
      return .truth(Order.less.satisfies(comparison))
    }
    return unknown(left, right)
  }

  mutating func extreme(_ list: Node.List, greatest: Bool) -> Value {
    var best: Value?
    var causes: UnknownID?
    var isLater = true
    for position in list.range {
      let candidate = value(plan.operands[position])
      if let id = candidate.unknown {
        causes = causes.map { unknowns.join($0, id) } ?? id
        if case .later = candidate {} else { isLater = false }
        continue
      }
      guard let known = best else {
        best = candidate
        continue
      }
      if order(candidate, known) == (greatest ? .greater : .less) { best = candidate }
    }
    guard let causes else { return best ?? overflow() }
    // The earliest of known instants and ones that are still to come is the known one, if it has come; else
    // it is still to come itself.
    if isLater, !greatest, case .instant(let instant)? = best {
      return instant <= asOf ? .instant(instant) : .later(causes)
    }
    return isLater && (greatest || best == nil) ? .later(causes) : .unknown(causes)
  }

  /// The order of two known values of one type; nil where one is unknown or they have none.
  func order(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.number(let a), .number(let b)): Order(a, b)
    case (.duration(let a), .duration(let b)): Order(a, b)
    case (.instant(let a), .instant(let b)): Order(a, b)
    case (.date(let a), .date(let b)): Order(a, b)
    case (.timeOfDay(let a), .timeOfDay(let b)): Order(a, b)
    case (.workingDays(let a), .workingDays(let b)): Order(a, b)
    case (.choice(let a), .choice(let b)): Order(a, b)
    case (.truth(let a), .truth(let b)): a == b ? .equal : .unequal
    case (.text(let a), .text(let b)): a == b ? .equal : .unequal
    case (.calendarLength(let a), .calendarLength(let b)): a == b ? .equal : .unequal
    case (_, _): nil
    }
  }

  // MARK: Results

  mutating func overflow() -> Value { .unknown(unknown(.overflow)) }

  mutating func number(_ result: Rational?) -> Value { result.map { .number($0) } ?? overflow() }

  mutating func duration(_ result: Duration?) -> Value { result.map { .duration($0) } ?? overflow() }

  /// A duration from an exact number of microseconds; what is below one is dropped, for time is whole
  /// microseconds.
  private mutating func wholeMicroseconds(_ microseconds: Rational?) -> Value {
    guard let whole = microseconds?.floor, let fitting = Int64(exactly: whole) else { return overflow() }
    return .duration(Duration(microseconds: fitting))
  }

  /// What an operation on an unknown operand gives.
  mutating func unknown(_ left: Value, _ right: Value) -> Value {
    switch (left.unknown, right.unknown) {
    case (let a?, let b?): .unknown(unknowns.join(a, b))
    case (let a?, nil), (nil, let a?): .unknown(a)
    case (nil, nil): overflow()
    }
  }
}

/// How two values stand to each other.
enum Order {
  case less, equal, greater
  /// Not equal, and without an order.
  case unequal

  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : left == right ? .equal : .greater
  }

  func satisfies(_ comparison: Comparison) -> Bool {
    switch comparison {
    case .equal: self == .equal
    case .notEqual: self != .equal
    case .less: self == .less
    case .atMost: self == .less || self == .equal
    case .greater: self == .greater
    case .atLeast: self == .greater || self == .equal
    }
  }
}
