import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

// Counts of other tickets: `count(tickets where city is this.city and outage overlaps this.outage)`. A name
// means the other ticket, behind `this.` the ticket at hand.

extension Checking {
  /// A count of the tickets that fulfil a condition, or nil with a message.
  func ticketCount(_ view: CallExpression, where condition: ExpressionView) -> Expression? {
    guard let name = view.name else { return nil }
    guard name.name == "count", view.arguments.count == 1, case .name(let tickets) = view.arguments[0],
      tickets.name == "tickets"
    else {
      report(.count(.notTickets(function: name.name, text: file.text(in: view.range))), at: view.range)
      return nil
    }
    guard !isCountingTickets else {
      report(.count(.nested), at: view.range)
      return nil
    }
    isCountingTickets = true
    let checked = check(condition, as: .truth)
    isCountingTickets = false
    guard let checked else { return nil }
    var result = TicketCondition()
    guard split(checked, into: &result), result.others.allSatisfy({ isKnownOfOthers($0) }),
      result.links.allSatisfy({ isKnownOfOthers($0) })
    else { return nil }
    return Expression(.ticketCount(result), type: .integer, origin: view.range)
  }

  /// `this.city`: a value of the ticket at hand, noted by its place in the text.
  func ofThis(_ name: NameView, at range: SourceRange) -> Expression? {
    guard isCountingTickets else {
      report(.count(.strayThis), at: range)
      return nil
    }
    let view = ExpressionView.name(name)
    let isEvent = if case .event? = scope[name] { true } else { false }
    guard var checked = isEvent ? anchor(view) : check(view, expecting: nil) else { return nil }
    checked.origin = range
    rangesOfThis.insert(range)
    return checked
  }

  /// `this.outage`: a span of the ticket at hand.
  func spanOfThis(_ name: NameView, at range: SourceRange) -> PledgePolicy.SpanExpression? {
    guard isCountingTickets else {
      report(.count(.strayThis), at: range)
      return nil
    }
    guard var checked = span(.name(name)) else { return nil }
    checked.origin = range
    rangesOfThis.insert(range)
    return checked
  }

  // MARK: Sides

  /// Of which ticket a part of the condition speaks.
  private enum Side { case neither, other, own, both }

  private func side(_ sides: [Side]) -> Side {
    sides.reduce(.neither) { left, right in
      switch (left, right) {
      case (.neither, let known), (let known, .neither): known
      case (.other, .other): .other
      case (.own, .own): .own
      case (.both, _), (_, .both), (.own, .other), (.other, .own): .both
      }
    }
  }

  private func side(of expression: Expression) -> Side {
    if rangesOfThis.contains(expression.origin) { return .own }
    switch expression.kind {
    case .constant, .parameter: return .neither
    case .field, .derived, .tableResult, .event, .attribute, .rowColumn, .verdict, .figure, .perDate, .graded,
      .datesOver, .ticketCount, .periodBoundary, .periodVerdict, .periodFigure:
      return .other
    case .measure(_, let span): return side(of: span)
    case .overlaps(let left, let right): return side([side(of: left), side(of: right)])
    case .during(let instant, let span): return side([side(of: instant), side(of: span)])
    case .column, .rowKey, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference,
      .product,
      .quotient, .negation, .share, .perUnit, .choice, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay,
      .dateOf,
      .sampled:
      return side(expression.operands.map { side(of: $0) })
    }
  }

  private func side(of span: PledgePolicy.SpanExpression) -> Side {
    if rangesOfThis.contains(span.origin) { return .own }
    switch span.kind {
    case .calendar: return .neither
    case .between(let from, let until): return side([side(of: from), side(of: until)])
    case .pairing, .named, .whenever, .register, .overlap: return .other
    case .limited(let limited, _): return side(of: limited)
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      return side([side(of: left), side(of: right)])
    }
  }

  // MARK: Parts

  /// Sorts the parts of a condition by the tickets that they speak of; false with a message where one cannot
  /// be told.
  private func split(_ condition: Expression, into result: inout TicketCondition) -> Bool {
    if case .all(let parts) = condition.kind {
      return parts.reduce(true) { split($1, into: &result) && $0 }
    }
    switch side(of: condition) {
    case .neither, .other: result.others.append(condition)
    case .own: result.own.append(condition)
    case .both:
      guard let link = link(condition) else {
        report(.count(.mixed), at: condition.origin)
        return false
      }
      result.links.append(link)
    }
    return true
  }

  /// The link that a part makes between the two tickets; nil where a side of it mixes them.
  private func link(_ part: Expression) -> TicketLink? {
    switch part.kind {
    case .compare(let comparison, let left, let right):
      switch (side(of: left), side(of: right)) {
      case (.other, .own): return .compare(comparison, other: left, own: right)
      case (.own, .other): return .compare(comparison.mirrored, other: right, own: left)
      case (_, _): return nil
      }
    case .overlaps(let left, let right):
      switch (side(of: left), side(of: right)) {
      case (.other, .own): return .overlap(other: left, own: right)
      case (.own, .other): return .overlap(other: right, own: left)
      case (_, _): return nil
      }
    case .during(let instant, let span):
      switch (side(of: instant), side(of: span)) {
      case (.other, .own): return .during(other: instant, own: span)
      case (.own, .other): return .around(other: span, own: instant)
      case (_, _): return nil
      }
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute,
      .graded, .datesOver, .extreme, .isKnown, .not,
      .all, .any, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate,
      .choice, .verdict, .figure, .measure, .ticketCount, .moved, .startOf, .endOf, .dayOf, .timeOn,
      .timeOfDay, .dateOf,
      .sampled,
      .periodBoundary, .periodVerdict, .periodFigure:
      return nil
    }
  }

  // MARK: What is known of other tickets

  private func isKnownOfOthers(_ link: TicketLink) -> Bool {
    switch link {
    case .compare(_, let other, _), .during(let other, _): isKnownOfOthers(other)
    case .overlap(let other, _), .around(let other, _):
      isOfTicketsAlone(other) && other.operands.allSatisfy { isKnownOfOthers($0) }
    }
  }

  private func isKnownOfOthers(_ expression: Expression) -> Bool {
    var seen: Set<Entity> = []
    guard let offence = unknownOfOthers(expression, &seen) else { return true }
    report(.count(offence), at: expression.origin)
    return false
  }

  /// The first part that asks what is only known once tickets are decided or counted.
  func unknownOfOthers(_ expression: Expression, _ seen: inout Set<Entity>) -> CountFact? {
    for span in expression.spans {
      if let name = spanOfKey(in: span) { return .asksKeySpan(span: name) }
    }
    switch expression.kind {
    case .verdict(let target, _), .figure(let target, _), .perDate(_, _, _, let target),
      .datesOver(_, let target):
      return .asksVerdict(target: policy.targets[target].name)
    case .ticketCount: return .nested
    case .derived(let index):
      guard seen.insert(.derived(index)).inserted else { return nil }
      return unknownOfOthers(policy.derivedValues[index].value, &seen)
    case .tableResult(let table, _):
      guard seen.insert(.table(table)).inserted else { return nil }
      let parts = policy.tables[table].columns + policy.tables[table].rows.flatMap(\.results)
      for part in parts {
        if let found = unknownOfOthers(part, &seen) { return found }
      }
      return nil
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .event, .attribute, .graded, .extreme,
      .isKnown,
      .not, .all, .any, .compare,
      .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .choice, .measure,
      .overlaps, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary,
      .periodVerdict,
      .periodFigure:
      for operand in expression.operands {
        if let found = unknownOfOthers(operand, &seen) { return found }
      }
      return nil
    }
  }
}
