import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Evaluator {
  /// The nodes that ask for times, spans and days.
  mutating func computeOfTime(_ node: Node) -> Value {
    switch node {
    case .perUnit(let amount, let units, let unit, let length):
      return perUnit(value(amount), units, unit, value(length))
    case .perDate(let amount, let units, let calendar, let target):
      return perDate(value(amount), units, calendar, Int(target))
    case .graded(let grade): return graded(plan.grades[Int(grade)])
    case .datesOver(let calendar, let target):
      switch datesOver(Int(target), calendar: calendar, full: false) {
      case .known(let days): return .number(Rational(days))
      case .unknown(let id): return .unknown(id)
      }
    case .measure(let measure, let span): return figure(measure, of: span)
    case .overlaps(let left, let right): return overlaps(left, right)
    case .during(let instant, let span): return isDuring(value(instant), span)
    case .moved(let instant, let length, let calendar, let negated):
      return moved(value(instant), value(length), calendar, negated)
    case .startOfDate(let date): return startOfDate(value(date))
    case .endOfDate(let date): return endOfDate(value(date))
    case .endOfWorkingDay(let number, let after, let calendar):
      return moved(value(after), .workingDays(number), calendar, false)
    case .endOfCalendarDay(let number, let after): return endOfDay(Int(number), after: value(after))
    case .endOfUnit(let unit, let number, let after):
      return endOfUnit(unit, Int(number), after: value(after))
    case .workingDay, .calendarDay, .timeOn: return day(node)
    case .timeOfDay(let operand): return timeOfDay(value(operand))
    case .dateOf(let operand):
      let operand = value(operand)
      if case .instant(let instant) = operand { return .date(zone.date(at: instant)) }
      return .unknown(operand.unknown ?? unknown(.overflow))
    case .sample(let operand, let instant): return sample(operand, at: value(instant))
    case .constant, .field, .column, .rowKey, .tableResult, .event, .smallest, .greatest, .isKnown, .not,
      .all, .any,
      .compare, .sum, .difference, .product, .quotient, .negation, .choice, .verdict, .figure, .periodStart,
      .periodEnd, .periodVerdict, .periodFigure, .ticketCount, .compareTicketCount, .attribute, .rowColumn:
      preconditionFailure("invariant: `compute` handles the nodes that are not of time")
    }
  }

  // MARK: Units over

  private mutating func perUnit(
    _ amount: Value, _ units: UnitRounding, _ unit: Duration, _ length: Value
  ) -> Value {
    guard case .number(let single) = amount, case .duration(let duration) = length else {
      return unknown(amount, length)
    }
    guard unit > .zero, duration > .zero else { return .number(.zero) }
    guard
      let exact = Rational(numerator: Int128(duration.microseconds), denominator: Int128(unit.microseconds))
    else { return overflow() }
    let count: Rational =
      switch units {
      case .started: Rational(exact.ceiling)
      case .full: Rational(exact.floor)
      case .exact: exact
      }
    return number(single.multiplied(by: count))
  }

  private mutating func perDate(
    _ amount: Value, _ units: UnitRounding, _ calendar: Int32, _ target: Int
  ) -> Value {
    guard case .number(let single) = amount else { return .unknown(amount.unknown ?? unknown(.overflow)) }
    switch datesOver(target, calendar: calendar, full: units == .full) {
    case .known(let days): return number(single.multiplied(by: Rational(days)))
    case .unknown(let id): return .unknown(id)
    }
  }

  // MARK: Spans

  private mutating func figure(_ measure: SpanMeasure, of node: Int32) -> Value {
    let state = span(node)
    if let id = state.vague { return .unknown(id) }
    // The hours of a calendar in a frame's period are known, also those to come.
    let asOf = frame == nil ? asOf : .latest
    // What runs is measured up to the as-of instant; what may have ended unrecorded has no known length.
    if let doubt = doubt(node), !unknowns.isNotYet(doubt.cause),
      measure != .count || state.length != nil || doubt.mayBegin
    {
      return .unknown(doubt.cause)
    }
    var count: Int64 = 0
    var total = Duration.zero
    var longest = Duration.zero
    for interval in intervals(node) where interval.start < asOf {
      let length = Interval(start: interval.start, end: min(interval.end, asOf)).length
      count += 1
      longest = max(longest, length)
      guard let sum = total.adding(length) else { return overflow() }
      total = sum
    }
    switch measure {
    case .total: return .duration(total)
    case .longest: return .duration(longest)
    case .count: return .number(Rational(count))
    }
  }

  private mutating func overlaps(_ left: Int32, _ right: Int32) -> Value {
    let missing = [span(left).vague, span(right).vague].compactMap { $0 }
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    let doubt = relief(left, surely: &surely, perhaps: &perhaps)
    var (otherSurely, otherPerhaps): ([Interval], [Interval]) = ([], [])
    let otherDoubt = relief(right, surely: &otherSurely, perhaps: &otherPerhaps)
    if shareTime(&surely, &otherSurely) { return .truth(true) }
    // What runs has no end yet, and what is known of it is what has passed.
    let causes = [doubt, otherDoubt].compactMap { $0 }.filter {
      missing.contains($0) || !unknowns.isNotYet($0)
    }
    guard let first = causes.first, shareTime(&perhaps, &otherPerhaps) else { return .truth(false) }
    return .unknown(causes.reduce(first) { unknowns.join($0, $1) })
  }

  private func shareTime(_ left: inout [Interval], _ right: inout [Interval]) -> Bool {
    Span.normalise(&left)
    Span.normalise(&right)
    var common: [Interval] = []
    Span.intersect(left, right, into: &common)
    return common.first.map { $0.start < asOf } ?? false
  }

  private mutating func isDuring(_ instant: Value, _ node: Int32) -> Value {
    guard case .instant(let at) = instant else { return .unknown(instant.unknown ?? unknown(.overflow)) }
    return covers(node, at)
  }

  /// Whether a span covers an instant, which may be behind the as-of instant: a calendar knows, a log does
  /// not.
  private mutating func covers(_ node: Int32, _ at: Instant) -> Value {
    switch plan.spans[Int(node)] {
    case .pairing(let pairing): return covers(node, plan.pairings[Int(pairing)], at)
    case .calendar(let calendar):
      switch known(calendars[Int(calendar)].isOpen(at: at), calendar) {
      case .known(let isOpen): return .truth(isOpen)
      case .unknown(let id): return .unknown(id)
      }
    case .between(let from, let until):
      let begun = compare(.atLeast, .instant(at), value(from))
      return fold(begun, compare(.less, .instant(at), value(until)), decisive: false)
    case .whenever(let condition):
      guard follows(node), at < asOf else { return value(condition) }
      if span(node).vague != nil { return possiblyCovers(node, at) }
      return .truth(intervals(node).contains { $0.contains(at) })
    case .register, .limited:
      if span(node).vague != nil { return possiblyCovers(node, at) }
      return .truth(intervals(node).contains { $0.contains(at) })
    case .keyed:
      let state = span(node)
      if let id = state.unknown { return .unknown(id) }
      guard at <= asOf else { return .unknown(unknown(.eventNotYet, state.endEvent)) }
      if let doubt = doubt(node), at >= doubt.from { return .unknown(doubt.cause) }
      return .truth(intervals(node).contains { $0.contains(at) })
    case .union(let left, let right): return fold(covers(left, at), covers(right, at), decisive: true)
    case .intersection(let left, let right): return fold(covers(left, at), covers(right, at), decisive: false)
    case .minus(let left, let right):
      return fold(covers(left, at), negated(covers(right, at)), decisive: false)
    }
  }

  /// Whether a span of which its two ends are known covers an instant.
  private mutating func possiblyCovers(_ node: Int32, _ at: Instant) -> Value {
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    let cause = relief(node, surely: &surely, perhaps: &perhaps)
    if surely.contains(where: { $0.contains(at) }) { return .truth(true) }
    guard let cause, perhaps.contains(where: { $0.contains(at) }) else { return .truth(false) }
    return .unknown(cause)
  }

  private mutating func covers(_ node: Int32, _ pairing: PairingPlan, _ at: Instant) -> Value {
    let state = span(node)
    if let id = state.unknown { return .unknown(id) }
    guard at <= asOf || (pairing.ends.count == 0 && state.isOpen) else {
      return .unknown(unknown(.eventNotYet, state.isOpen ? state.endEvent : pairing.firstStart))
    }
    let isCovered = intervals(node).contains { $0.contains(at) }
    if let doubt = doubt(node) {
      if doubt.mayBegin, !isCovered { return .unknown(doubt.cause) }
      if at >= doubt.from, isCovered || !doubt.isWithin { return .unknown(doubt.cause) }
    }
    return .truth(isCovered)
  }

  // MARK: Instants

  private mutating func moved(
    _ instant: Value, _ length: Value, _ calendar: Int32, _ negated: Bool
  ) -> Value {
    switch instant {
    case .instant(let at): return move(at, by: length, calendar: calendar, negated: negated).value
    case .later(let id): return isForward(length, negated) ? .later(id) : unknown(instant, length)
    case .date(let date):
      // A date moved by a length of the calendar is a date.
      guard case .calendarLength(let calendarLength) = length,
        let signed = negated ? calendarLength.multiplied(by: -1) : calendarLength,
        let result = signed.adding(to: date, monthEnd)
      else { return .unknown(length.unknown ?? unknown(.outOfRange)) }
      return .date(result)
    case .unknown, .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice:
      return .unknown(instant.unknown ?? unknown(.overflow))
    }
  }

  private mutating func startOfDate(_ value: Value) -> Value {
    if case .date(let date) = value { return .instant(zone.startOfDay(date)) }
    return .unknown(value.unknown ?? unknown(.overflow))
  }

  /// Whether a length surely does not lead back, so that what is still to come stays behind the as-of
  /// instant.
  private func isForward(_ length: Value, _ negated: Bool) -> Bool {
    switch length {
    case .duration(let duration): negated ? duration <= .zero : duration >= .zero
    case .calendarLength(let length): !negated && length.months >= 0 && length.days >= 0
    case .workingDays(let days): !negated && days >= 0
    case .unknown, .later, .truth, .number, .instant, .date, .timeOfDay, .text, .choice: false
    }
  }

  private mutating func endOfDate(_ value: Value) -> Value {
    switch value {
    case .date(let date): return .instant(zone.startOfDay(date.next))
    case .instant(let instant): return .instant(zone.startOfDay(zone.date(at: instant).next))
    case .later(let id): return .later(id)
    case .unknown, .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice:
      return .unknown(value.unknown ?? unknown(.overflow))
    }
  }

  private mutating func endOfDay(_ number: Int, after value: Value) -> Value {
    switch value {
    case .instant(let instant):
      guard let date = zone.date(at: instant).adding(days: number) else {
        return .unknown(unknown(.outOfRange))
      }
      return .instant(zone.startOfDay(date.next))
    case .date(let date):
      guard let moved = date.adding(days: number) else { return .unknown(unknown(.outOfRange)) }
      return .instant(zone.startOfDay(moved.next))
    case .later(let id): return number >= 0 ? .later(id) : .unknown(id)
    case .unknown, .truth, .number, .duration, .calendarLength, .workingDays, .timeOfDay, .text, .choice:
      return .unknown(value.unknown ?? unknown(.overflow))
    }
  }

  private mutating func timeOfDay(_ operand: Value) -> Value {
    guard case .instant(let instant) = operand else { return .unknown(operand.unknown ?? unknown(.overflow)) }
    let local = zone.local(instant)
    return WallTime(microseconds: local.microsecondsOfDay).map { .timeOfDay($0) } ?? overflow()
  }
}
