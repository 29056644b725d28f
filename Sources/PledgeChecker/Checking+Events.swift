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
    if case .name(let name) = view, rowColumn(name) == nil, case .event(let index)? = scope[name] {
      dependencies.note(.event(index))
      return expression(.event(EventPoint(event: index, occurrence: .nth(1))), .instant, view)
    }
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant { return checked }
    mismatch(checked, .anyOf([.event, .instant]))
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
    wrongSort(name, entity, asked: .event)
    return nil
  }

  /// A side of `from … until …`.
  func point(_ view: EventView) -> EventPoint? {
    guard let name = view.name, let event = event(name), let offset = offset(view) else { return nil }
    let occurrence: EventPoint.Occurrence = view.ordinal?.value.map { self.occurrence($0) } ?? .every
    guard let window = view.within else {
      return EventPoint(event: event, occurrence: occurrence, offset: offset)
    }
    guard let length = duration(window) else { return nil }
    guard case .nth = occurrence, length > .zero else {
      report(
        .clause(
          .conflict(
            first: "within", second: text(in: view.range),
            advice: .whichOccurrence(name: name.name))), at: view.range)
      return nil
    }
    return EventPoint(event: event, occurrence: occurrence, offset: offset, window: length)
  }

  /// A function of events at a side of `from … until …`: `earliest(alarm, reported)`.
  func computedPoint(_ view: EventView) -> ComputedPoint? {
    guard let name = view.name, let offset = offset(view) else { return nil }
    guard name.name == "earliest" || name.name == "latest", view.ordinal == nil, view.within == nil else {
      let known = ["earliest", "latest"]
      let suggestion = Suggestion.nearest(to: name.name, among: known)
      report(
        .name(.unknownFunction(name: name.name, functions: known, suggestion: suggestion)), at: name.range)
      return nil
    }
    let instant = instants(
      view.arguments, name.name == "earliest" ? .smallest : .greatest, name.name, view.range)
    guard let instant else { return nil }
    let events = view.arguments.compactMap { argument -> Int? in
      guard case .name(let name) = argument, case .event(let index)? = scope[name] else { return nil }
      return index
    }
    return ComputedPoint(instant: instant, events: events, offset: offset)
  }

  /// The times behind an event, together.
  func offset(_ view: EventView) -> Duration? {
    var offset = Duration.zero
    for part in view.offsets {
      guard let literal = part.length, let (constant, type) = constant(literal, expecting: nil) else {
        return nil
      }
      guard case .duration(let length) = constant else {
        report(.type(.mismatch(found: type.words, needed: .suchAs(.duration, ["24 h"]))), at: literal.range)
        return nil
      }
      guard let sum = part.isNegative ? offset.subtracting(length) : offset.adding(length) else {
        report(.type(.outOfRange(text: part.text)), at: part.range)
        return nil
      }
      offset = sum
    }
    return offset
  }

  // MARK: Functions

  private static let functions = [
    "count", "earliest", "latest", "longest", "max", "min", "sum", "total",
  ]

  func check(_ view: CallExpression, expecting: ExpressionType?) -> Expression? {
    guard let name = view.name else { return nil }
    if let condition = view.condition { return ticketCount(view, where: condition) }
    switch name.name {
    case "min": return extreme(view, .smallest, expecting)
    case "max": return extreme(view, .greatest, expecting)
    case "sum": return sum(view, expecting)
    case "earliest": return instants(view.arguments, .smallest, name.name, view.range)
    case "latest": return instants(view.arguments, .greatest, name.name, view.range)
    case "total": return measure(view, .total, .duration)
    case "longest": return measure(view, .longest, .duration)
    case "count": return measure(view, .count, .integer)
    case let other:
      if isMeasure(other, at: view.range) { return nil }
      report(
        .name(
          .unknownFunction(
            name: other, functions: Checking.functions,
            suggestion: Suggestion.nearest(to: other, among: Checking.functions))),
        at: name.range)
      return nil
    }
  }

  /// Whether a name is that of a measure that only a target of a period has; a message where it is.
  private func isMeasure(_ name: String, at range: SourceRange) -> Bool {
    guard ["availability", "maximum", "mean", "share", "run"].contains(name) else { return false }
    report(.name(.measureAsFunction(name: name)), at: range)
    return true
  }

  /// Whether `total of outage` or the like stands where a value is needed; a message where it does.
  func refusesMeasure(_ view: ShareExpression) -> Bool {
    guard case .name(let name) = view.factor, scope[name] == nil else { return false }
    if isMeasure(name.name, at: view.range) { return true }
    guard ["count", "longest", "sum", "total"].contains(name.name) else { return false }
    let call = "\(name.name)(\(text(in: view.whole.range)))"
    report(.name(.unknownName(name: name.name, suggestion: call)), at: view.range)
    return true
  }

  private func extreme(_ view: CallExpression, _ extreme: Extreme, _ expecting: ExpressionType?)
    -> Expression?
  {
    guard let values = values(view, expecting) else { return nil }
    if mixesMonthsWithDays(values, .order, at: view.range) { return nil }
    guard values[0].type.isOrdered else {
      report(.type(.unordered(type: values[0].type.words)), at: values[0].origin)
      return nil
    }
    let type = values.dropFirst().reduce(values[0].type) { $0.wider($1.type) }
    return Expression(.extreme(extreme, values), type: type, origin: view.range)
  }

  /// The values of a function of two or more of one type, or nil with a message.
  private func values(_ view: CallExpression, _ expecting: ExpressionType?) -> [Expression]? {
    guard view.arguments.count >= 2 else {
      report(
        .type(.argumentCount(function: view.name?.name ?? "", needed: .atLeastTwoValues)), at: view.range)
      return nil
    }
    return branches(view.arguments, expecting: expecting)
  }

  private func sum(_ view: CallExpression, _ expecting: ExpressionType?) -> Expression? {
    guard let values = values(view, expecting), let first = values.first else { return nil }
    switch first.type {
    case .integer, .decimal, .percent, .money, .duration, .calendarLength, .workingLength: break
    case .truth, .instant, .date, .timeOfDay, .text, .choice, .key:
      mismatch(first, .anyOf([.amount, .length]))
      return nil
    }
    return values.dropFirst().reduce(first) { total, value in
      Expression(.sum(total, value), type: total.type.wider(value.type), origin: view.range)
    }
  }

  private func instants(
    _ arguments: [ExpressionView], _ extreme: Extreme, _ function: String, _ range: SourceRange
  ) -> Expression? {
    guard arguments.count >= 2 else {
      report(.type(.argumentCount(function: function, needed: .atLeastTwoInstants)), at: range)
      return nil
    }
    let values = arguments.map { anchor($0) }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return nil }
    return Expression(.extreme(extreme, known), type: .instant, origin: range)
  }

  private func measure(_ view: CallExpression, _ measure: SpanMeasure, _ type: ExpressionType) -> Expression?
  {
    guard view.arguments.count == 1 else {
      report(.type(.argumentCount(function: view.name?.name ?? "", needed: .oneSpan)), at: view.range)
      return nil
    }
    return span(view.arguments[0]).map { Expression(.measure(measure, $0), type: type, origin: view.range) }
  }
}
