import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// An instant from which something is counted. A bare event that can recur stands for its first occurrence
  /// here, because a duty arises once; elsewhere it has to be said.
  func anchor(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, case .event(let index)? = scope[name] {
      dependencies.note(.event(index))
      return expression(.event(EventPoint(event: index, occurrence: .nth(1))), .instant, view)
    }
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant { return checked }
    mismatch(checked, "an event or an instant")
    return nil
  }

  /// `first reported`, `3rd complaint`, `last restored`.
  func point(_ view: OrdinalExpression) -> EventPoint? {
    guard let name = view.name, let ordinal = view.ordinal?.value, let event = event(name) else { return nil }
    return EventPoint(event: event, occurrence: occurrence(ordinal))
  }

  private func occurrence(_ ordinal: OrdinalValue) -> EventPoint.Occurrence {
    switch ordinal {
    case .nth(let number): .nth(number)
    case .last: .last
    }
  }

  /// The event of a name, or nil with a message.
  func event(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .event = $0 { true } else { false } }) else {
      return nil
    }
    if case .event(let index) = entity { return index }
    wrongSort(name, entity, asked: "an event")
    return nil
  }

  /// A side of `from … until …`.
  func point(_ view: EventView) -> EventPoint? {
    if let argument = view.arguments.first {
      notSupported("a function of events at the side of a span", at: argument.range)
      return nil
    }
    if let window = view.within {
      notSupported("an event within a time of others", at: window.range)
      return nil
    }
    guard let name = view.name, let event = event(name) else { return nil }
    var offset = Duration.zero
    for part in view.offsets {
      guard let literal = part.length, let (constant, type) = constant(literal, expecting: nil) else {
        return nil
      }
      guard case .duration(let length) = constant else {
        report(.type(.mismatch(found: type.words, needed: "a duration such as `24 h`")), at: literal.range)
        return nil
      }
      guard let sum = part.isNegative ? offset.subtracting(length) : offset.adding(length) else {
        report(.type(.outOfRange(text: part.text)), at: part.range)
        return nil
      }
      offset = sum
    }
    return EventPoint(
      event: event, occurrence: view.ordinal?.value.map { occurrence($0) } ?? .every, offset: offset)
  }

  // MARK: Functions

  private static let functions = ["count", "earliest", "latest", "longest", "max", "min", "total"]

  func check(_ view: CallExpression, expecting: ExpressionType?) -> Expression? {
    guard let name = view.name else { return nil }
    if let condition = view.condition {
      notSupported("a count of other tickets", at: condition.range)
      return nil
    }
    switch name.name {
    case "min": return extreme(view, .smallest, expecting)
    case "max": return extreme(view, .greatest, expecting)
    case "earliest": return instants(view, .smallest)
    case "latest": return instants(view, .greatest)
    case "total": return measure(view, .total, .duration)
    case "longest": return measure(view, .longest, .duration)
    case "count": return measure(view, .count, .integer)
    case let other:
      report(
        .name(
          .unknownFunction(
            name: other, suggestion: Suggestion.nearest(to: other, among: Checking.functions))),
        at: name.range)
      return nil
    }
  }

  private func extreme(_ view: CallExpression, _ extreme: Extreme, _ expecting: ExpressionType?)
    -> Expression?
  {
    guard view.arguments.count >= 2 else {
      report(
        .type(.argumentCount(function: view.name?.name ?? "", needed: "at least two values")), at: view.range)
      return nil
    }
    guard let values = branches(view.arguments, expecting: expecting) else { return nil }
    guard values[0].type.isOrdered else {
      report(.type(.unordered(type: values[0].type.words)), at: values[0].origin)
      return nil
    }
    let type = values.dropFirst().reduce(values[0].type) { $0.wider($1.type) }
    return Expression(.extreme(extreme, values), type: type, origin: view.range)
  }

  private func instants(_ view: CallExpression, _ extreme: Extreme) -> Expression? {
    guard view.arguments.count >= 2 else {
      report(
        .type(.argumentCount(function: view.name?.name ?? "", needed: "at least two instants")),
        at: view.range)
      return nil
    }
    let values = view.arguments.map { anchor($0) }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return nil }
    return Expression(.extreme(extreme, known), type: .instant, origin: view.range)
  }

  private func measure(_ view: CallExpression, _ measure: SpanMeasure, _ type: ExpressionType) -> Expression?
  {
    guard view.arguments.count == 1 else {
      report(.type(.argumentCount(function: view.name?.name ?? "", needed: "one span")), at: view.range)
      return nil
    }
    return span(view.arguments[0]).map { Expression(.measure(measure, $0), type: type, origin: view.range) }
  }

  // MARK: Ends of days

  func check(_ view: EndOfExpression) -> Expression? {
    guard let ordinal = view.ordinal else {
      guard let anchor = check(view.anchor, expecting: .date) else { return nil }
      guard anchor.type == .date || anchor.type == .instant else {
        mismatch(anchor, "a date")
        return nil
      }
      return Expression(.endOf(.date(anchor)), type: .instant, origin: view.range)
    }
    guard case .nth(let number)? = ordinal.value, let kind = view.unit?.kind else { return nil }
    guard let anchor = anchorOrDate(view.anchor) else { return nil }
    switch kind {
    case .working(.day):
      guard anchor.type == .instant else {
        mismatch(anchor, "an event or an instant")
        return nil
      }
      guard let calendar = targetCalendar ?? workingCalendar(at: view.range) else { return nil }
      guard countsWorkingDays(calendar, at: view.range) else { return nil }
      let day = DayReference.workingDay(number: number, after: anchor, calendar: calendar)
      return Expression(.endOf(day), type: .instant, origin: view.range)
    case .calendar(.day):
      return Expression(
        .endOf(.calendarDay(number: number, after: anchor)), type: .instant, origin: view.range)
    case .plain(.day):
      report(.type(.bareDay(number: "\(number)")), at: view.unit?.range ?? view.range)
    case .plain, .calendar, .working:
      notSupported("the end of a later month, quarter or year", at: view.range)
    case .currency(let code):
      report(.type(.unit(found: code, needed: "`working day` or `calendar day`")), at: view.range)
    }
    return nil
  }

  private func anchorOrDate(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, case .event? = scope[name] { return anchor(view) }
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant || checked.type == .date { return checked }
    mismatch(checked, "an event, an instant or a date")
    return nil
  }
}
