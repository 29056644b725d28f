import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

/// What an expression is asked of.
enum Asking {
  case ticket
  /// A key and a period.
  case frame
  /// A `let` or table: where it is used says what it is asked of.
  case either
}

extension Checking {
  // MARK: Scopes

  /// The keys, the period and the filter of a scope, or nil with a message.
  ///
  /// `owner` names the declaration in messages.
  func scope(_ view: ScopeView, owner: Term) -> PledgePolicy.Scope? {
    let keys = view.keys.map { key($0) }
    let known = keys.compactMap { $0 }
    guard known.count == keys.count, !refuseRepeated(view.keys) else { return nil }
    var scope = PledgePolicy.Scope(keys: known, period: nil, origin: view.range)
    scope.keySources = keySources(of: known)
    if let period = view.period {
      guard let rule = periodRule(period, scope) else { return nil }
      scope.period = rule
    }
    if let condition = view.condition {
      guard let filter = ofFrame(scope, { check(condition, as: .truth) }) else { return nil }
      scope.filter = filter
    }
    return scope
  }

  /// Says of a `where` in the head of what is about one ticket that it chooses keys; `clause` is what chooses
  /// tickets there.
  func refuseFilter(of view: ScopeView?, owner: Term, clause: String) {
    guard let condition = view?.condition else { return }
    report(
      .clause(
        .clauseElsewhere(
          clause: "where", owner: owner,
          advice: .whereChoosesKeys(clause: clause, condition: text(in: condition.range)))),
      at: condition.range)
  }

  func key(_ view: ExpressionView) -> Expression? {
    guard let checked = check(view, expecting: nil) else { return nil }
    guard identity(checked) != nil else {
      report(.scope(.notAKey), at: checked.origin)
      return nil
    }
    return checked
  }

  /// What two expressions have in common that name the same value of a ticket: a path of fields and columns,
  /// or a `let` or table behind which none stands.
  func identity(_ expression: Expression) -> String? {
    switch expression.kind {
    case .field(let index): return "field \(index)"
    case .column(let register, let key, let column):
      return identity(key).map { "\($0) / \(register).\(column)" }
    case .derived(let index): return identity(policy.derivedValues[index].value) ?? "let \(index)"
    case .tableResult(let table, let column): return "table \(table).\(column)"
    case .rowKey(let register, let values):
      let parts = values.compactMap { identity($0) }
      return parts.count == values.count ? "row \(register) of \(parts.joined(separator: " and "))" : nil
    case .constant, .parameter, .event, .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf,
      .sum,
      .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice, .verdict, .figure,
      .measure, .overlaps, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure, .graded, .datesOver, .ticketCount, .rowColumn:
      return nil
    }
  }

  /// The registers whose rows give all keys: the one of which each is the key or follows from it by columns,
  /// else all with several keys of which each is one or follows from them.
  private func keySources(of keys: [Expression]) -> [PledgePolicy.Scope.KeySource] {
    let roots = keys.compactMap { root($0) }
    guard let first = roots.first, roots.count == keys.count else { return [] }
    if case .key(let register) = first.type, policy.registers[register].keys.count == 1,
      roots.allSatisfy({ identity($0) == identity(first) })
    {
      return [PledgePolicy.Scope.KeySource(register: register, values: [first])]
    }
    return policy.registers.indices.compactMap { register in
      guard policy.registers[register].keys.count > 1,
        let values = keyValues(register)
      else { return nil }
      let known = Set(values.compactMap { identity($0) })
      let follows = roots.allSatisfy { root in
        if case .rowKey(register, _) = root.kind { return true }
        return identity(root).map(known.contains) ?? false
      }
      return follows ? PledgePolicy.Scope.KeySource(register: register, values: values) : nil
    }
  }

  /// The field that a path begins with, or the key of a row that several values make; nil where it is none.
  private func root(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .field, .rowKey: expression
    case .column(_, let key, _): root(key)
    case .derived(let index): root(policy.derivedValues[index].value)
    case .constant, .parameter, .tableResult, .event, .attribute, .extreme, .isKnown, .not, .all, .any,
      .compare, .oneOf,
      .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice, .verdict,
      .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf,
      .sampled,
      .periodBoundary, .periodVerdict, .periodFigure, .graded, .datesOver, .ticketCount, .rowColumn:
      nil
    }
  }

  // MARK: Periods

  func periodRule(_ view: PeriodView, _ scope: PledgePolicy.Scope) -> PeriodRule? {
    var slot: Duration?
    if let literal = view.slotLength {
      guard let length = duration(literal) else { return nil }
      guard length > .zero else {
        report(.clause(.notPositive(what: .slotLength)), at: literal.range)
        return nil
      }
      slot = length
    }
    switch view.kind {
    case .each(let unit):
      guard let kind = unit.kind.flatMap({ calendarUnit($0) }) else {
        report(.scope(.noPeriodUnit(text: text(in: unit.range))), at: unit.range)
        return nil
      }
      guard let anchor = view.anchor else { return PeriodRule(.calendar(kind), slot: slot) }
      return anchored(kind.length, from: anchor, view, scope, slot)
    case .eachLength(let literal):
      guard let length = calendarLength(literal) else { return nil }
      if let anchor = view.anchor { return anchored(length, from: anchor, view, scope, slot) }
      guard let kind = CalendarUnit.allCases.first(where: { $0.length == length }) else {
        report(.clause(.missing(clause: "from", owner: .given(text(in: view.range)))), at: view.range)
        return nil
      }
      return PeriodRule(.calendar(kind), slot: slot)
    case .rolling(let length): return rolling(length, view, scope, slot)
    case .missing: return nil
    }
  }

  private func calendarUnit(_ kind: UnitKind) -> CalendarUnit? {
    switch kind {
    case .plain(let unit), .calendar(let unit):
      switch unit {
      case .day: .day
      case .week: .week
      case .month: .month
      case .quarter: .quarter
      case .year: .year
      case .microsecond, .millisecond, .second, .minute, .hour: nil
      }
    case .working, .currency: nil
    }
  }

  /// A length of whole days or months, or nil with a message.
  private func calendarLength(_ literal: LiteralView) -> CalendarLength? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    guard case .calendarLength(let length) = constant else {
      report(
        .type(.mismatch(found: type.words, needed: .suchAs(.calendarLength, ["1 month"]))),
        at: literal.range)
      return nil
    }
    guard length.months >= 0, length.days >= 0, length.months > 0 || length.days > 0 else {
      report(.clause(.notPositive(what: .periodLength)), at: literal.range)
      return nil
    }
    return length
  }

  private func anchored(
    _ length: CalendarLength, from view: ExpressionView, _ period: PeriodView, _ scope: PledgePolicy.Scope,
    _ slot: Duration?
  ) -> PeriodRule? {
    guard let instant = anchorInstant(view) else { return nil }
    var lasting: CalendarLength?
    if let total = period.total {
      guard let length = calendarLength(total) else { return nil }
      lasting = length
    }
    let anchor: PeriodRule.Anchor =
      offence(against: scope, in: instant) == nil ? .frame(instant) : .earliestOfTickets(instant)
    return PeriodRule(.anchored(length, from: anchor, lasting: lasting), slot: slot)
  }

  /// The instant from which periods are counted: an event stands for its first occurrence, a date for its
  /// start.
  private func anchorInstant(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, case .event? = scope[name] { return anchor(view) }
    return instant(view)
  }

  private func rolling(
    _ view: ExpressionView, _ period: PeriodView, _ scope: PledgePolicy.Scope, _ slot: Duration?
  ) -> PeriodRule? {
    guard let length = ofFrame(scope, { check(view, expecting: nil) }) else { return nil }
    guard length.type == .calendarLength || length.type == .duration else {
      mismatch(length, .suchAs(.length, ["30 calendar days", "3 months"]))
      return nil
    }
    guard isPositive(length, .windowLength) else { return nil }
    guard let step = period.rollingStep else {
      guard leavesNoGap(length, byMonth: false) else { return nil }
      return PeriodRule(.rolling(length, byMonth: false), slot: slot)
    }
    guard step.kind == .plain(.month) || step.kind == .calendar(.month) else {
      report(.scope(.noPeriodUnit(text: text(in: step.range))), at: step.range)
      return nil
    }
    guard leavesNoGap(length, byMonth: true) else { return nil }
    return PeriodRule(.rolling(length, byMonth: true), slot: slot)
  }

  /// Whether windows, as far as their length is written out, are as long as the step by which they roll; a
  /// message where time between them would lie in none.
  private func leavesNoGap(_ length: Expression, byMonth: Bool) -> Bool {
    for written in written(length) {
      guard case .constant(let constant) = written.kind, let length = RollingLength(constant),
        length.leavesGaps(byMonth: byMonth)
      else { continue }
      report(.scope(.gapsBetweenWindows(byMonth: byMonth)), at: written.origin)
      return false
    }
    return true
  }
}

extension RollingLength {
  /// The length of a constant; nil for what is none.
  fileprivate init?(_ constant: Constant) {
    switch constant {
    case .duration(let length): self = .elapsed(length)
    case .calendarLength(let length): self = .calendar(length)
    case .truth, .number, .workingDays, .instant, .date, .timeOfDay, .text, .choice: return nil
    }
  }
}

extension CalendarUnit {
  /// The length of the unit.
  var length: CalendarLength {
    switch self {
    case .day: CalendarLength(days: 1)
    case .week: CalendarLength(days: 7)
    case .month: CalendarLength(months: 1)
    case .quarter: CalendarLength(months: 3)
    case .year: CalendarLength(months: 12)
    }
  }
}
