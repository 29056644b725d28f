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
            advice: "write which one it is: `3rd \(name.name) within 30 min`")), at: view.range)
      return nil
    }
    return EventPoint(event: event, occurrence: occurrence, offset: offset, window: length)
  }

  /// A function of events at a side of `from … until …`: `earliest(alarm, reported)`.
  func computedPoint(_ view: EventView) -> ComputedPoint? {
    guard let name = view.name, let offset = offset(view) else { return nil }
    guard name.name == "earliest" || name.name == "latest", view.ordinal == nil, view.within == nil else {
      report(
        .name(
          .unknownFunction(
            name: name.name, suggestion: Suggestion.nearest(to: name.name, among: ["earliest", "latest"]))),
        at: name.range)
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
        report(.type(.mismatch(found: type.words, needed: "a duration such as `24 h`")), at: literal.range)
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

  private static let functions = ["count", "earliest", "latest", "longest", "max", "min", "total"]

  func check(_ view: CallExpression, expecting: ExpressionType?) -> Expression? {
    guard let name = view.name else { return nil }
    if let condition = view.condition { return ticketCount(view, where: condition) }
    switch name.name {
    case "min": return extreme(view, .smallest, expecting)
    case "max": return extreme(view, .greatest, expecting)
    case "earliest": return instants(view.arguments, .smallest, name.name, view.range)
    case "latest": return instants(view.arguments, .greatest, name.name, view.range)
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

  private func instants(
    _ arguments: [ExpressionView], _ extreme: Extreme, _ function: String, _ range: SourceRange
  ) -> Expression? {
    guard arguments.count >= 2 else {
      report(.type(.argumentCount(function: function, needed: "at least two instants")), at: range)
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
      report(.type(.argumentCount(function: view.name?.name ?? "", needed: "one span")), at: view.range)
      return nil
    }
    return span(view.arguments[0]).map { Expression(.measure(measure, $0), type: type, origin: view.range) }
  }

  // MARK: Ends of days

  func check(_ view: EndOfExpression) -> Expression? {
    guard let ordinal = view.ordinal else {
      if let unit = view.unit { return endOf(unit, number: 0, view) }
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
      guard let calendar = workingCalendar(at: view.range) else { return nil }
      let day = DayReference.workingDay(number: number, after: anchor, calendar: calendar)
      return Expression(.endOf(day), type: .instant, origin: view.range)
    case .calendar(.day):
      return Expression(
        .endOf(.calendarDay(number: number, after: anchor)), type: .instant, origin: view.range)
    case .plain(.day):
      report(.type(.bareDay(number: "\(number)")), at: view.unit?.range ?? view.range)
    case .plain, .calendar, .working, .currency: return endOf(view.unit, number: number, view)
    }
    return nil
  }

  /// `end of 2nd month after E`, or `end of month of E` where the number is 0.
  private func endOf(_ unit: UnitView?, number: Int, _ view: EndOfExpression) -> Expression? {
    guard let unit, let kind = unit.kind else { return nil }
    let word: UnitWord
    switch kind {
    case .plain(let plain), .calendar(let plain): word = plain
    case .working, .currency:
      report(
        .type(.unit(found: unit.text, needed: "`month`, `quarter`, `year`, `week` or `working day`")),
        at: unit.range)
      return nil
    }
    let stretch: CalendarUnit
    switch word {
    case .week: stretch = .week
    case .month: stretch = .month
    case .quarter: stretch = .quarter
    case .year: stretch = .year
    case .microsecond, .millisecond, .second, .minute, .hour, .day:
      report(
        .type(.unit(found: unit.text, needed: "`month`, `quarter`, `year`, `week` or `working day`")),
        at: unit.range)
      return nil
    }
    guard let anchor = anchorOrDate(view.anchor) else { return nil }
    return Expression(
      .endOf(.unit(stretch, number: number, after: anchor)), type: .instant, origin: view.range)
  }

  private func anchorOrDate(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, name.name == "period", scope[name] == nil, asking == .frame {
      return lastInstantOfPeriod(view.range)
    }
    if case .name(let name) = view, rowColumn(name) == nil, case .event? = scope[name] { return anchor(view) }
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant || checked.type == .date { return checked }
    mismatch(checked, "an event, an instant or a date")
    return nil
  }

  /// What `end of 2nd month after period` is counted from: the month in which the period ends counts 0.
  private func lastInstantOfPeriod(_ range: SourceRange) -> Expression {
    let end = Expression(.periodBoundary(.end), type: .instant, origin: range)
    let step = Expression(.constant(.duration(Duration(microseconds: 1))), type: .duration, origin: range)
    return Expression(.moved(end, by: step, calendar: nil, negated: true), type: .instant, origin: range)
  }
}
