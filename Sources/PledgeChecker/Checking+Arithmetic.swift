import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// Which units go together: an operation that makes no sense is a message that names both.

extension Checking {
  func check(_ view: ShareExpression) -> Expression? {
    if refusesMeasure(view) { return nil }
    let factor = check(view.factor, as: .percent)
    let whole = check(view.whole, expecting: nil)
    guard let factor, let whole else { return nil }
    switch whole.type {
    case .money, .duration, .percent: break
    case .integer, .decimal:
      return Expression(.share(factor, of: whole), type: .decimal, origin: view.range)
    case .truth, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text, .choice, .key:
      mismatch(whole, .anyOf([.money, .duration, .number]))
      return nil
    }
    return Expression(.share(factor, of: whole), type: whole.type, origin: view.range)
  }

  func check(_ view: ArithmeticExpression, expecting: ExpressionType?) -> Expression? {
    guard let operation = view.operation else { return nil }
    if operation == .spanMinus {
      report(.type(.spanAsValue), at: view.range)
      return nil
    }
    let left = check(view.left, expecting: nil)
    if operation == .plus || operation == .minus, case .sample(let length) = view.right, length.isOn {
      return left.flatMap { moved($0, byOpenTime: length, negated: operation == .minus, view) }
    }
    let right = check(view.right, expecting: nil)
    guard let left, let right else { return nil }
    let result: Expression?
    switch operation {
    case .plus: result = sum(left, right, view)
    case .minus: result = difference(left, right, view)
    case .times: result = product(left, right, view)
    case .divided: result = quotient(left, right, view)
    case .spanMinus: result = nil
    }
    if result == nil { refuse(operation, left, right, view) }
    return result
  }

  private func refuse(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression, _ view: ArithmeticExpression
  ) {
    if case .money(let first) = left.type, case .money(let second) = right.type, first != second {
      report(
        .type(.currencies(left: first.code, right: second.code)), at: view.range,
        labels: operandLabels(left, right))
      return
    }
    let word: String
    switch operation {
    case .plus: word = "+"
    case .minus, .spanMinus: word = "-"
    case .times: word = "*"
    case .divided: word = "/"
    }
    report(
      .type(
        .operation(
          word: word, left: left.type.words, right: right.type.words,
          advice: left.type.advice(with: right.type))), at: view.range, labels: operandLabels(left, right))
  }

  /// What each of two values is that do not go together.
  func operandLabels(_ left: Expression, _ right: Expression) -> [SecondaryLabel] {
    [left, right].map { SecondaryLabel(.operand($0.type.words), at: $0.origin) }
  }

  private func sum(_ left: Expression, _ right: Expression, _ view: ArithmeticExpression) -> Expression? {
    if let moved = moved(left, right, negated: false, view) { return moved }
    guard let type = common(left.type, right.type) else { return nil }
    return Expression(.sum(left, right), type: type, origin: view.range)
  }

  private func difference(_ left: Expression, _ right: Expression, _ view: ArithmeticExpression)
    -> Expression?
  {
    if left.type == .instant, right.type == .instant {
      return Expression(.difference(left, right), type: .duration, origin: view.range)
    }
    if let moved = moved(left, right, negated: true, view) { return moved }
    guard let type = common(left.type, right.type), type != .calendarLength, type != .workingLength else {
      return nil
    }
    return Expression(.difference(left, right), type: type, origin: view.range)
  }

  /// An instant or date moved by a length.
  private func moved(
    _ left: Expression, _ right: Expression, negated: Bool, _ view: ArithmeticExpression
  ) -> Expression? {
    if right.type == .calendarLength, let whole = fromAnchor(left, right, negated: negated, view) {
      return whole
    }
    switch (left.type, right.type) {
    case (.instant, .duration), (.instant, .calendarLength):
      return Expression(
        .moved(left, by: right, calendar: nil, negated: negated), type: .instant, origin: view.range)
    case (.date, .calendarLength):
      return Expression(
        .moved(left, by: right, calendar: nil, negated: negated), type: .date, origin: view.range)
    case (.instant, .workingLength):
      guard let calendar = workingCalendar(at: view.range) else {
        return Expression(.constant(.truth(false)), type: .instant, origin: view.range)
      }
      return Expression(
        .moved(left, by: right, calendar: calendar, negated: negated), type: .instant, origin: view.range)
    case (_, _): return nil
    }
  }

  /// `reported + 8 h on office`: an instant moved by open time of a calendar, or by its working days.
  private func moved(
    _ left: Expression, byOpenTime view: SampleExpression, negated: Bool, _ whole: ArithmeticExpression
  ) -> Expression? {
    guard left.type == .instant else {
      mismatch(left, .anyOf([.event, .instant]))
      return nil
    }
    guard let calendar = calendar(view.place) else { return nil }
    let outer = targetCalendar
    targetCalendar = calendar
    defer { targetCalendar = outer }
    guard let length = check(view.value, expecting: .duration) else { return nil }
    guard length.type == .duration || length.type == .workingLength else {
      mismatch(length, .suchAs(.length, ["8 h", "2 working days"]))
      return nil
    }
    if length.type == .workingLength, !countsWorkingDays(calendar, at: view.range) { return nil }
    return Expression(
      .moved(left, by: length, calendar: calendar, negated: negated), type: .instant, origin: whole.range)
  }

  /// Lengths of the calendar are counted from their anchor, never chained: `a + 1 month + 1 month` is two
  /// months behind `a`.
  private func fromAnchor(
    _ left: Expression, _ right: Expression, negated: Bool, _ view: ArithmeticExpression
  ) -> Expression? {
    guard case .moved(let anchor, by: let first, calendar: nil, negated: let isBack) = left.kind,
      first.type == .calendarLength
    else { return nil }
    let second =
      negated == isBack ? right : Expression(.negation(right), type: .calendarLength, origin: right.origin)
    var length = Expression(.sum(first, second), type: .calendarLength, origin: view.range)
    if case .constant(.calendarLength(let one)) = first.kind,
      case .constant(.calendarLength(let other)) = right.kind,
      let signed = negated == isBack ? other : other.multiplied(by: -1),
      let months = sum(one.months, signed.months), let days = sum(one.days, signed.days)
    {
      let total = CalendarLength(months: months, days: days)
      length = Expression(.constant(.calendarLength(total)), type: .calendarLength, origin: view.range)
    }
    return Expression(
      .moved(anchor, by: length, calendar: nil, negated: isBack), type: left.type, origin: view.range)
  }

  private func sum(_ first: Int, _ second: Int) -> Int? {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : sum
  }

  /// The type of a sum of two values that add up.
  private func common(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType? {
    switch (left, right) {
    case (.integer, .integer): return .integer
    case (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal): return .decimal
    case (.percent, .percent), (.duration, .duration), (.calendarLength, .calendarLength),
      (.workingLength, .workingLength):
      return left
    case (.money(let first), .money(let second)): return first == second ? left : nil
    case (_, _): return nil
    }
  }

  private func product(_ left: Expression, _ right: Expression, _ view: ArithmeticExpression) -> Expression? {
    let type: ExpressionType
    switch (left.type, right.type) {
    case (.integer, .integer): type = .integer
    case (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal): type = .decimal
    case (.integer, .money), (.decimal, .money), (.integer, .duration), (.decimal, .duration),
      (.integer, .percent),
      (.decimal, .percent):
      type = right.type
    case (.money, .integer), (.money, .decimal), (.duration, .integer), (.duration, .decimal),
      (.percent, .integer),
      (.percent, .decimal):
      type = left.type
    case (_, _): return nil
    }
    return Expression(.product(left, right), type: type, origin: view.range)
  }

  private func quotient(_ left: Expression, _ right: Expression, _ view: ArithmeticExpression) -> Expression?
  {
    let type: ExpressionType
    switch (left.type, right.type) {
    case (.integer, .integer), (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal),
      (.duration, .duration):
      type = .decimal
    case (.money(let first), .money(let second)):
      guard first == second else { return nil }
      type = .decimal
    case (.money, .integer), (.money, .decimal), (.duration, .integer), (.duration, .decimal),
      (.percent, .integer),
      (.percent, .decimal):
      type = left.type
    case (_, _): return nil
    }
    return Expression(.quotient(left, right), type: type, origin: view.range)
  }

  // MARK: Per unit

  func check(_ view: PerUnitExpression) -> Expression? {
    let amount = money(view.amount)
    let measured = check(view.measured, expecting: .duration)
    guard let amount, let measured, let rounding = view.rounding else { return nil }
    guard measured.type == .duration else {
      mismatch(measured, .suchAs(.duration, ["over"]))
      return nil
    }
    let units: UnitRounding =
      switch rounding {
      case .started: .started
      case .full: .full
      case .exact: .exact
      }
    if let length = view.length { return perLength(amount, units, length, measured, view) }
    guard let kind = view.unit?.kind else { return nil }
    switch kind {
    case .plain(.hour): return perUnit(amount, units, 3_600_000_000, measured, view)
    case .plain(.minute): return perUnit(amount, units, 60_000_000, measured, view)
    case .plain(.second): return perUnit(amount, units, 1_000_000, measured, view)
    case .plain(.day):
      report(.type(.bareDay(number: "1")), at: view.unit?.range ?? view.range)
      return nil
    case .calendar(.day): return perDate(amount, units, .calendarDay, measured, view)
    case .working(.day):
      guard let calendar = workingCalendar(of: measured, at: view.range) else { return nil }
      return perDate(amount, units, .workingDay(calendar: calendar), measured, view)
    case .plain, .calendar, .working, .currency:
      report(
        .type(.unit(found: view.unit?.text ?? "", needed: .hourMinuteOrDay)),
        at: view.unit?.range ?? view.range)
      return nil
    }
  }

  private func perLength(
    _ amount: Expression, _ rounding: UnitRounding, _ literal: LiteralView, _ measured: Expression,
    _ view: PerUnitExpression
  ) -> Expression? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    switch constant {
    case .duration(let unit) where unit > .zero:
      return perUnit(amount, rounding, unit.microseconds, measured, view)
    case .calendarLength(CalendarLength(days: 1)):
      return perDate(amount, rounding, .calendarDay, measured, view)
    case .workingDays(1):
      guard let calendar = workingCalendar(of: measured, at: literal.range) else { return nil }
      return perDate(amount, rounding, .workingDay(calendar: calendar), measured, view)
    case .duration: report(.clause(.notPositive(what: .unit)), at: literal.range)
    case .truth, .number, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice:
      report(
        .type(.mismatch(found: type.words, needed: .suchAs(.unit, ["1 h", "calendar day"]))),
        at: literal.range)
    }
    return nil
  }

  private func perUnit(
    _ amount: Expression, _ rounding: UnitRounding, _ microseconds: Int64, _ measured: Expression,
    _ view: PerUnitExpression
  ) -> Expression {
    Expression(
      .perUnit(amount: amount, rounding, unit: Duration(microseconds: microseconds), in: measured),
      type: amount.type, origin: view.range)
  }

  /// The working days of an overrun are those of the calendar that its target is on.
  private func workingCalendar(of measured: Expression, at range: SourceRange) -> Int? {
    guard case .figure(let target, _) = measured.kind, let calendar = policy.targets[target].calendar else {
      return workingCalendar(at: range)
    }
    return countsWorkingDays(calendar, at: range) ? calendar : nil
  }

  /// Days are dates, so they are counted on a target's overrun itself.
  private func perDate(
    _ amount: Expression, _ rounding: UnitRounding, _ dates: DateKind, _ measured: Expression,
    _ view: PerUnitExpression
  ) -> Expression? {
    guard rounding != .exact else {
      report(.type(.exactDays), at: view.range)
      return nil
    }
    guard case .figure(let target, .over) = measured.kind else {
      report(
        .type(.mismatch(found: measured.type.words, needed: .overOfTarget)),
        at: measured.origin)
      return nil
    }
    return Expression(
      .perDate(amount: amount, rounding, dates, target: target), type: amount.type, origin: view.range)
  }
}
