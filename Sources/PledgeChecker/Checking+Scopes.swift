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
  func scope(_ view: ScopeView, owner: String) -> PledgePolicy.Scope? {
    let keys = view.keys.map { key($0) }
    let known = keys.compactMap { $0 }
    guard known.count == keys.count else { return nil }
    var scope = PledgePolicy.Scope(keys: known, period: nil, origin: view.range)
    scope.keyRegister = keyRegister(of: known)
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
    case .constant, .parameter, .event, .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf,
      .sum,
      .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice, .verdict, .figure,
      .measure, .overlaps, .during, .moved, .startOf, .endOf, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure, .graded, .datesOver, .ticketCount, .rowColumn:
      return nil
    }
  }

  /// The register whose rows give all keys, where each is its key or follows from it by columns.
  private func keyRegister(of keys: [Expression]) -> Int? {
    let roots = keys.map { root($0) }
    guard let first = roots.first, let root = first, case .key(let register) = root.type else { return nil }
    return roots.allSatisfy { $0.flatMap(identity) == identity(root) } ? register : nil
  }

  /// The field that a path begins with; nil where it is none.
  private func root(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .field: expression
    case .column(_, let key, _): root(key)
    case .derived(let index): root(policy.derivedValues[index].value)
    case .constant, .parameter, .tableResult, .event, .attribute, .extreme, .isKnown, .not, .all, .any,
      .compare, .oneOf,
      .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice, .verdict,
      .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf, .timeOfDay, .dateOf, .sampled,
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
        report(.clause(.notPositive(what: "the length of a slot")), at: literal.range)
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
        report(.clause(.missing(clause: "from", owner: "`\(text(in: view.range))`")), at: view.range)
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
        .type(.mismatch(found: type.words, needed: "a length of the calendar such as `1 month`")),
        at: literal.range)
      return nil
    }
    guard length.months >= 0, length.days >= 0, length.months > 0 || length.days > 0 else {
      report(.clause(.notPositive(what: "the length of a period")), at: literal.range)
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
      mismatch(length, "a length such as `30 calendar days` or `3 months`")
      return nil
    }
    guard isPositive(length, "the length of a rolling window") else { return nil }
    guard let step = period.rollingStep else {
      return PeriodRule(.rolling(length, byMonth: false), slot: slot)
    }
    guard step.kind == .plain(.month) || step.kind == .calendar(.month) else {
      report(.scope(.noPeriodUnit(text: text(in: step.range))), at: step.range)
      return nil
    }
    return PeriodRule(.rolling(length, byMonth: true), slot: slot)
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
