import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// Literals become exact constants; a figure that is not exact, or whose unit is not certain, becomes a
// message.

extension Checking {
  /// The constant of a literal and its type, or nil with a message.
  func constant(_ literal: LiteralView, expecting: ExpressionType?) -> (Constant, ExpressionType)? {
    switch literal {
    case .text(let text): return textConstant(text, expecting)
    case .number(let number):
      guard let value = rational(number.digits, negative: number.isNegative, at: number.range) else {
        return nil
      }
      return (.number(value), number.digits.contains(".") ? .decimal : .integer)
    case .percent(let percent):
      guard let value = rational(percent.digits, negative: percent.isNegative, at: percent.range),
        let fraction = value.divided(by: Rational(100))
      else { return nil }
      return (.number(fraction), .percent)
    case .date(let date):
      guard let day = civilDate(date) else { return nil }
      if expecting == .instant { return (.instant(policy.header.zone.startOfDay(day)), .instant) }
      return (.date(day), .date)
    case .instant(let instant):
      return self.instant(instant).map { (.instant($0), .instant) }
    case .time(let time): return wallTime(time).map { (.timeOfDay($0), .timeOfDay) }
    case .quantity(let quantity): return constant(quantity)
    }
  }

  private func textConstant(_ text: TextLiteral, _ expecting: ExpressionType?) -> (Constant, ExpressionType)?
  {
    if case .choice(let members)? = expecting, let member = members.firstIndex(of: text.contents) {
      return (.choice(member), .choice(members: members))
    }
    let id = policy.texts.intern(text.contents)
    if case .key(let register)? = expecting { return (.text(id), .key(register: register)) }
    return (.text(id), .text)
  }

  func instant(_ literal: InstantLiteral) -> Instant? {
    guard let date = literal.date.flatMap({ civilDate($0) }),
      let time = literal.time.flatMap({ wallTime($0) })
    else { return nil }
    return policy.header.zone.instant(date, time)
  }

  func civilDate(_ literal: DateLiteral) -> CivilDate? {
    if let date = CivilDate(year: literal.year, month: literal.month, day: literal.day) { return date }
    report(.type(.noSuchDate(text: literal.text)), at: literal.range)
    return nil
  }

  func wallTime(_ literal: TimeLiteral) -> WallTime? {
    let time = WallTime(
      hour: literal.hour, minute: literal.minute, second: literal.second, microsecond: literal.microsecond)
    if time == nil { report(.type(.noSuchDate(text: literal.text)), at: literal.range) }
    return time
  }

  /// The exact value of digits, or nil with a message.
  func rational(_ digits: String, negative: Bool, at range: SourceRange) -> Rational? {
    switch Decimal.parse(negative ? "-" + digits : digits) {
    case .success(let decimal): return decimal.rational
    case .failure:
      report(.type(.tooManyDigits(limit: 18)), at: range)
      return nil
    }
  }

  // MARK: Quantities

  private func constant(_ quantity: QuantityLiteral) -> (Constant, ExpressionType)? {
    var total: Quantity?
    for part in quantity.parts {
      guard let kind = part.unit?.kind,
        let number = rational(part.digits, negative: quantity.isNegative, at: part.range),
        let next = self.quantity(number, kind, part)
      else { return nil }
      guard let sum = total else {
        total = next
        continue
      }
      guard let added = sum.adding(next) else {
        report(.type(.mixedUnits), at: quantity.range)
        return nil
      }
      total = added
    }
    return total?.constant
  }

  /// A length or an amount with its unit.
  private enum Quantity {
    case duration(Duration)
    case calendar(CalendarLength)
    case working(Int)
    case money(Rational, Currency)

    var constant: (Constant, ExpressionType) {
      switch self {
      case .duration(let duration): (.duration(duration), .duration)
      case .calendar(let length): (.calendarLength(length), .calendarLength)
      case .working(let days): (.workingDays(days), .workingLength)
      case .money(let amount, let currency): (.number(amount), .money(currency))
      }
    }

    /// The sum of two lengths of one sort; nil where they have none.
    func adding(_ other: Quantity) -> Quantity? {
      switch (self, other) {
      case (.duration(let a), .duration(let b)): return a.adding(b).map { .duration($0) }
      case (.calendar(let a), .calendar(let b)):
        return .calendar(CalendarLength(months: a.months + b.months, days: a.days + b.days))
      case (.duration, _), (.calendar, _), (.working, _), (.money, _): return nil
      }
    }
  }

  private func quantity(_ number: Rational, _ kind: UnitKind, _ part: QuantityPart) -> Quantity? {
    switch kind {
    case .currency(let code):
      guard let currency = Currency(code) else {
        report(.type(.unknownCurrency(code: code)), at: part.range)
        return nil
      }
      return .money(number, currency)
    case .plain(.day):
      report(.type(.bareDay(number: part.digits)), at: part.range)
      return nil
    case .plain(let unit), .calendar(let unit): return length(number, unit, part)
    case .working(.day):
      return whole(number, part).map { .working($0) }
    case .working:
      report(
        .type(.unit(found: part.text, needed: .workingDaysOrHours)),
        at: part.range)
      return nil
    }
  }

  private func length(_ number: Rational, _ unit: UnitWord, _ part: QuantityPart) -> Quantity? {
    let microseconds: Int64
    switch unit {
    case .microsecond: microseconds = 1
    case .millisecond: microseconds = 1000
    case .second: microseconds = 1_000_000
    case .minute: microseconds = 60_000_000
    case .hour: microseconds = 3_600_000_000
    case .day: return whole(number, part).map { .calendar(CalendarLength(days: $0)) }
    case .week: return whole(number, part).map { .calendar(CalendarLength(days: $0 * 7)) }
    case .month: return whole(number, part).map { .calendar(CalendarLength(months: $0)) }
    case .quarter: return whole(number, part).map { .calendar(CalendarLength(months: $0 * 3)) }
    case .year: return whole(number, part).map { .calendar(CalendarLength(months: $0 * 12)) }
    }
    guard let exact = number.multiplied(by: Rational(microseconds)), exact.isWhole else {
      report(.type(.belowMicrosecond), at: part.range)
      return nil
    }
    guard let fitting = Int64(exactly: exact.numerator) else {
      report(.type(.outOfRange(text: part.text)), at: part.range)
      return nil
    }
    return .duration(Duration(microseconds: fitting))
  }

  /// A whole number of days, weeks or months, of which no more than some thousands of years make sense.
  private func whole(_ number: Rational, _ part: QuantityPart) -> Int? {
    guard number.isWhole, number.numerator.magnitude < 1_000_000 else {
      report(.type(.outOfRange(text: part.text)), at: part.range)
      return nil
    }
    return Int(number.numerator)
  }

  // MARK: Data

  /// A value of data (a default, a test's field) as a scalar of a type, or nil with a message.
  func scalar(_ value: ValueView, as type: ValueType) -> Scalar? {
    if case .missing = value { return nil }
    if case .choice(let members) = type { return member(value, of: members) }
    switch value {
    case .truth(let truth) where type == .truth: return .truth(truth.isYes)
    case .literal(let literal):
      guard let (constant, found) = constant(literal, expecting: ExpressionType(type)) else { return nil }
      if let scalar = scalar(constant, found, literal, as: type) { return scalar }
      if case .number = literal, case .money(let currency) = type {
        report(.type(.missingUnit(needed: .code(currency.code))), at: value.range)
      } else if case .money(let left) = found, case .money(let right) = type {
        report(.type(.currencies(left: left.code, right: right.code)), at: value.range)
      } else {
        report(.type(.mismatch(found: found.words, needed: ExpressionType(type).words)), at: value.range)
      }
      return nil
    case .path, .truth:
      report(.type(.mismatch(found: .word, needed: ExpressionType(type).words)), at: value.range)
      return nil
    case .missing: return nil
    }
  }

  private func member(_ value: ValueView, of members: [String]) -> Scalar? {
    let word: String
    switch value {
    case .path(let path): word = path.names.map(\.name).joined(separator: ".")
    case .literal(.text(let text)): word = text.contents
    case .literal, .truth, .missing:
      report(.type(.mismatch(found: .value, needed: .oneMember)), at: value.range)
      return nil
    }
    if let index = members.firstIndex(of: word) { return .choice(Int32(truncatingIfNeeded: index)) }
    report(
      .name(
        .unknownMember(
          name: word, members: members, suggestion: Suggestion.nearest(to: word, among: members))),
      at: value.range)
    return nil
  }

  private func scalar(
    _ constant: Constant, _ found: ExpressionType, _ literal: LiteralView, as type: ValueType
  ) -> Scalar? {
    switch constant {
    case .number:
      guard found == ExpressionType(type) || (found == .integer && type == .decimal) else { return nil }
      return decimal(literal).map { .number($0) }
    case .duration(let duration): return type == .duration ? .duration(duration) : nil
    case .instant(let instant): return type == .instant ? .instant(instant) : nil
    case .date(let date): return type == .date ? .date(date) : nil
    case .text(let id):
      if case .key = type { return .text(id) }
      return type == .text ? .text(id) : nil
    case .truth, .calendarLength, .workingDays, .timeOfDay, .choice: return nil
    }
  }

  /// The decimal of a literal that was found to be exact.
  private func decimal(_ literal: LiteralView) -> Decimal? {
    let digits: String
    switch literal {
    case .number(let number): digits = (number.isNegative ? "-" : "") + number.digits
    case .percent(let percent): digits = (percent.isNegative ? "-" : "") + percent.digits + "e-2"
    case .quantity(let quantity):
      digits = (quantity.isNegative ? "-" : "") + (quantity.parts.first?.digits ?? "0")
    case .text, .date, .instant, .time: return nil
    }
    switch Decimal.parse(digits) {
    case .success(let decimal): return decimal
    case .failure: return nil
    }
  }
}
