import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// Times that a register states, and how much of a span an exclusion may use.

extension Checking {
  /// `during SPAN where … up to … each month` of an exclusion.
  func checkDuring(_ line: DuringLine, _ index: Int) {
    guard var span = conditional(line) else { return }
    if let literal = line.allowance {
      guard let allowance = allowance(literal, line.allowancePeriod) else { return }
      span = PledgePolicy.SpanExpression(.limited(span, allowance), origin: written(line))
    }
    policy.exclusions[index].span = span
  }

  /// The span of the line; a condition stands with a register, and is about its rows.
  private func conditional(_ line: DuringLine) -> PledgePolicy.SpanExpression? {
    guard let view = line.condition else { return during(line.span, until: line.until, written(line)) }
    guard case .name(let name) = line.span, case .register(let register)? = scope[name] else {
      report(
        .clause(
          .conflict(
            first: "where", second: "during \(text(in: line.span.range))",
            advice: .onlyRowsHaveConditions)),
        at: view.range)
      return nil
    }
    guard var windows = windows(register, name) else { return nil }
    rowRegister = register
    defer { rowRegister = nil }
    guard let condition = check(view, as: .truth) else { return nil }
    windows.condition = condition
    return PledgePolicy.SpanExpression(.register(windows), origin: written(line))
  }

  /// What stands behind the word `during`.
  private func written(_ line: DuringLine) -> SourceRange {
    SourceRange(file: line.range.file, start: line.span.range.start, end: line.range.end)
  }

  /// The windows of a register that is declared `many by` and has the columns `start` and `end`.
  func windows(_ register: Int, _ name: NameView) -> RegisterSpan? {
    let declared = policy.registers[register]
    guard let window = declared.window else {
      report(
        .type(
          .mismatch(
            found: .registerWithoutWindows,
            needed: .registerOfWindows)),
        at: name.range, labels: labels(of: name))
      return nil
    }
    guard let key = rowKey(register, name) else { return nil }
    return RegisterSpan(register: register, key: key, start: window.start, end: window.end)
  }

  /// A column of the register whose rows a condition is about; nil where the name is none.
  func rowColumn(_ name: NameView) -> Expression? {
    guard let register = rowRegister, let column = registerColumns[register][name.name],
      !brokenColumns.contains(RegisterColumn(register: register, column: column))
    else { return nil }
    return Expression(
      .rowColumn(register: register, column: column),
      type: ExpressionType(policy.registers[register].columns[column].type), origin: name.range)
  }

  /// `up to 4 h each month`.
  private func allowance(_ literal: LiteralView, _ period: PeriodView?) -> Allowance? {
    guard let length = positiveDuration(literal, .allowance) else { return nil }
    guard let period else { return Allowance(length: length, period: nil) }
    if let slot = period.slotLength {
      report(
        .clause(.conflict(first: "in … slots", second: "up to", advice: .allowanceHasNoSlots)),
        at: slot.range)
      return nil
    }
    guard case .each(let unit) = period.kind, period.anchor == nil, let kind = unit.kind else {
      let whole = PledgePolicy.Scope(keys: [], period: nil, origin: period.range)
      return periodRule(period, whole).map { Allowance(length: length, period: $0.kind) }
    }
    if let stretch = allowanceUnit(kind) { return Allowance(length: length, period: .calendar(stretch)) }
    report(
      .type(.unit(found: unit.text, needed: .anyCode(["month", "quarter", "year", "week", "calendar day"]))),
      at: unit.range)
    return nil
  }

  private func allowanceUnit(_ kind: UnitKind) -> CalendarUnit? {
    switch kind {
    case .plain(.week), .calendar(.week): .week
    case .plain(.month), .calendar(.month): .month
    case .plain(.quarter), .calendar(.quarter): .quarter
    case .plain(.year), .calendar(.year): .year
    case .calendar(.day): .day
    case .plain, .calendar, .working, .currency: nil
    }
  }

  /// A written duration of more than nothing, or nil with a message.
  func positiveDuration(_ literal: LiteralView, _ what: Term, orZero: Bool = false) -> Duration? {
    guard let duration = duration(literal) else { return nil }
    if duration > .zero || (orZero && duration == .zero) { return duration }
    report(.clause(orZero ? .negative(what: what) : .notPositive(what: what)), at: literal.range)
    return nil
  }
}
