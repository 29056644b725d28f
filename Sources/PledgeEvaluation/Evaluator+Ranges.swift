import PledgeNumbers
import PledgePolicy
import PledgeTime

// What is known of a value that is not known: an event that has not happened comes behind the as-of instant,
// a breach that stands has an overrun of at least so much. It is asked only where a value is not known.

extension Evaluator {
  /// Between which ends the value of a node lies, computed once a ticket.
  mutating func range(_ node: Int32) -> ValueRange {
    let known = value(node)
    if let point = Rational(ordered: known) { return ValueRange(point) }
    guard known.unknown != nil else { return .unbounded }
    if rangesStamp == stamp, let range = ranges[node] { return range }
    let result = computeRange(node)
    if rangesStamp != stamp { ranges.removeAll(keepingCapacity: true) }
    rangesStamp = stamp
    ranges[node] = result
    return result
  }

  private mutating func computeRange(_ node: Int32) -> ValueRange {
    switch plan.nodes[Int(node)] {
    case .event(let point): return range(plan.points[Int(point)])
    case .sum(let left, let right): return range(left).adding(range(right))
    case .difference(let left, let right): return range(left).adding(range(right).negated())
    case .product(let left, let right): return range(left).multiplied(by: range(right))
    case .quotient(let left, let right): return range(left).divided(by: range(right))
    case .negation(let operand): return range(operand).negated()
    case .smallest(let list): return rangeOfExtreme(list, greatest: false)
    case .greatest(let list): return rangeOfExtreme(list, greatest: true)
    case .choice(let list):
      var candidates: [Int32] = []
      let final = branch(of: list, candidates: &candidates).final
      return hull(candidates + [final])
    case .tableResult(let table, let column):
      guard case .candidates(let rows, _) = row(of: Int(table)) else { return .unbounded }
      return hull(rows.map { plan.result(Int(table), row: $0, column: Int(column)) })
    case .figure(let target, let figure): return range(of: figure, of: Int(target))
    case .ticketCount(let count): return rangeOfCount(count)
    case .measure(let measure, let span): return range(measure, of: span)
    case .perUnit(let amount, let units, let unit, let length):
      return rangePerUnit(range(amount), units, unit, range(length))
    case .perDate(let amount, _, _, _):
      return range(amount).multiplied(by: .notNegative)
    case .moved(let instant, let length, let calendar, negated: false):
      return rangeMoved(instant, length, calendar)
    case .constant, .field, .column, .rowColumn, .attribute, .isKnown, .not, .all, .any, .compare, .graded,
      .datesOver, .verdict, .overlaps, .compareTicketCount, .during, .moved, .startOfDate, .endOfDate,
      .endOfWorkingDay, .endOfCalendarDay, .endOfUnit, .workingDay, .calendarDay, .timeOn, .timeOfDay,
      .dateOf,
      .sample, .rowKey, .periodStart, .periodEnd, .periodVerdict, .periodFigure:
      return .unbounded
    }
  }

  /// A comparison of nodes: where a value is not known, it is decided if all that are left agree.
  mutating func compare(_ comparison: Comparison, nodes left: Int32, _ right: Int32) -> Value {
    let result = compare(comparison, value(left), value(right))
    guard result.unknown != nil, let decided = range(left).compared(comparison, with: range(right)) else {
      return result
    }
    return .truth(decided)
  }

  /// The smallest or the greatest of values, of which some are not known.
  mutating func extremeOfRanges(_ list: Node.List, greatest: Bool) -> Value {
    let result = extreme(list, greatest: greatest)
    guard result.unknown != nil, let point = rangeOfExtreme(list, greatest: greatest).point else {
      return result
    }
    for position in list.range {
      let candidate = value(plan.operands[position])
      if Rational(ordered: candidate) == point { return candidate }
    }
    return result
  }

  private mutating func hull(_ nodes: [Int32]) -> ValueRange {
    guard let first = nodes.first else { return .unbounded }
    var result = range(first)
    for node in nodes.dropFirst() { result = result.united(with: range(node)) }
    return result
  }

  private mutating func rangeOfExtreme(_ list: Node.List, greatest: Bool) -> ValueRange {
    var result: ValueRange?
    for position in list.range {
      let next = range(plan.operands[position])
      result = result?.extreme(next, greatest: greatest) ?? next
    }
    return result ?? .unbounded
  }

  // MARK: Leaves

  /// An event that has not happened comes behind the as-of instant.
  private func range(_ point: EventPointPlan) -> ValueRange {
    guard !plan.policy.vocabulary.events[Int(point.event)].ifRecorded, let first = firstLater,
      let least = first.adding(point.offset)
    else { return .unbounded }
    return ValueRange(Rational(least.microseconds), nil)
  }

  /// The first instant that has not come.
  private var firstLater: Instant? { asOf.adding(Duration(microseconds: 1)) }

  private mutating func range(of figure: TargetFigure, of target: Int) -> ValueRange {
    let outcome = self.target(target)
    guard outcome.verdict != .undecided else { return rangeOfUndecided(figure, outcome) }
    switch figure {
    case .over:
      guard outcome.verdict == .breached else { return ValueRange(.zero) }
      return range(outcome.surelyOver, outcome.isAtMost ? outcome.over : nil)
    case .counted:
      if outcome.verdict == .pending, !outcome.isCountKnown, outcome.hasStarted { return .notNegative }
      return range(outcome.surelyCounted, outcome.isAtMost ? outcome.counted : nil)
    case .due:
      // Where a breach stands, what is not known can only have moved the deadline.
      guard outcome.dueDoubt != nil, outcome.verdict == .breached, outcome.isAtMost, let due = outcome.due
      else { return .unbounded }
      return ValueRange(Rational(due.microseconds), nil)
    }
  }

  /// A verdict that is not known has at most the figures that it would be breached with.
  private func rangeOfUndecided(_ figure: TargetFigure, _ outcome: TargetOutcome) -> ValueRange {
    guard figure != .due else { return .unbounded }
    guard outcome.isCountKnown, outcome.isAtMost, outcome.cycles == 0, let limit = outcome.limit else {
      return .notNegative
    }
    let over = outcome.counted.beyond(limit, isStrict: !outcome.isDueIncluded)
    return range(.zero, figure == .over ? over : outcome.counted)
  }

  private func range(_ least: Duration, _ most: Duration?) -> ValueRange {
    ValueRange(Rational(least.microseconds), most.map { Rational($0.microseconds) })
  }

  /// The figure of a span of which it is not known what it covers.
  private mutating func range(_ measure: SpanMeasure, of node: Int32) -> ValueRange {
    guard measure != .count, frame == nil else { return .notNegative }
    _ = span(node)
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    _ = relief(node, surely: &surely, perhaps: &perhaps)
    Span.normalise(&surely)
    Span.normalise(&perhaps)
    let past = Interval(start: .earliest, end: asOf)
    func figure(_ intervals: [Interval]) -> Duration? {
      let lengths = intervals.map { $0.clipped(to: past).length }
      if measure == .longest { return lengths.max() ?? .zero }
      return lengths.reduce(Optional(Duration.zero)) { $0?.adding($1) }
    }
    guard let least = figure(surely) else { return .notNegative }
    let isBounded = perhaps.first.map { $0.start > .earliest } ?? true
    return range(least, isBounded ? figure(perhaps) : nil)
  }

  private func rangePerUnit(
    _ amount: ValueRange, _ units: UnitRounding, _ unit: Duration, _ length: ValueRange
  ) -> ValueRange {
    func count(_ length: Rational?) -> Rational? {
      guard let length, unit > .zero, let exact = length.divided(by: Rational(unit.microseconds)) else {
        return nil
      }
      switch units {
      case .started: return Rational(exact.ceiling)
      case .full: return Rational(exact.floor)
      case .exact: return exact
      }
    }
    return amount.multiplied(by: ValueRange(count(length.least) ?? .zero, count(length.most)))
  }

  /// What lies behind an instant by a length lies behind the earliest that it may be.
  private mutating func rangeMoved(_ instant: Int32, _ length: Int32, _ calendar: Int32) -> ValueRange {
    guard let least = range(instant).least.flatMap({ Int64(exactly: $0.floor) }) else { return .unbounded }
    let start = Instant(microseconds: least)
    let length = value(length)
    let moved = move(start, by: length, calendar: calendar, negated: false)
    guard case .instant(let first) = moved.value else { return .unbounded }
    switch length {
    case .duration: return ValueRange(Rational(first.microseconds), nil)
    case .calendarLength, .workingDays:
      let zone = calendar < 0 ? zone : calendars[Int(calendar)].rules.zone
      if keepsOrder(from: start, to: first, by: length, calendar, zone) {
        return ValueRange(Rational(first.microseconds), nil)
      }
      guard case .calendarLength = length else { return .unbounded }
      return ValueRange(Rational(zone.startOfDay(zone.date(at: first)).microseconds), nil)
    case .unknown, .later, .truth, .number, .instant, .date, .timeOfDay, .text, .choice: return .unbounded
    }
  }

  /// Whether each instant behind `start` leads behind `end`: months fold (30 and 31 January lead to 28
  /// February, with either time of day), and so do days on which the clocks change.
  private mutating func keepsOrder(
    from start: Instant, to end: Instant, by length: Value, _ calendar: Int32, _ zone: Zone
  ) -> Bool {
    let next = zone.startOfDay(zone.date(at: start).next)
    let moved = move(next, by: length, calendar: calendar, negated: false)
    guard case .instant(let behind) = moved.value, behind >= end else { return false }
    if case .calendarLength = length, zone.date(at: behind) == zone.date(at: end) { return false }
    return [start, end].allSatisfy { instant in
      let date = zone.date(at: instant)
      return zone.startOfDay(date).adding(Duration(microseconds: 86_400_000_000))
        == zone.startOfDay(date.next)
    }
  }
}
