import PledgePolicy
import PledgeTime

// Questions to calendars. A calendar of -1 is the time around the clock.

extension Evaluator {
  /// The open time of an interval.
  @inline(__always) mutating func measure(_ interval: Interval, _ calendar: Int32) -> Known<Duration> {
    if calendar < 0 {
      guard let length = interval.end.since(interval.start) else { return .unknown(unknown(.outOfRange)) }
      return .known(max(length, .zero))
    }
    return known(calendars[Int(calendar)].openTime(from: interval.start, to: interval.end), calendar)
  }

  /// The earliest instant at which this much open time has passed.
  mutating func advance(_ from: Instant, by length: Duration, _ calendar: Int32) -> Known<Instant> {
    if calendar < 0 {
      guard let end = from.adding(length) else { return .unknown(unknown(.outOfRange)) }
      return .known(end)
    }
    return known(calendars[Int(calendar)].instant(after: length, from: from), calendar)
  }

  /// Puts the open hours inside a window into a buffer; the cause where they are not known.
  mutating func openIntervals(
    _ calendar: Int32, _ window: Interval, into result: inout [Interval]
  ) -> UnknownID? {
    switch known(calendars[Int(calendar)].openIntervals(within: window, into: &result), calendar) {
    case .known: nil
    case .unknown(let id): id
    }
  }

  /// The open hours inside a window that reaches beyond what is known of the calendar: those that are known,
  /// and all the time of which nothing is known beside them.
  mutating func openBounds(
    _ calendar: Int32, _ window: Interval, surely: inout [Interval], possible: inout [Interval]
  ) {
    let known = window.clipped(to: calendars[Int(calendar)].known)
    var all = [window]
    surely.removeAll(keepingCapacity: true)
    if !known.isEmpty, openIntervals(calendar, known, into: &surely) == nil {
      Span.subtract([window], [known], into: &all)
    }
    Span.unite(surely, all, into: &possible)
  }

  /// The open time of intervals: the least and the most that it may be where the calendar does not know.
  mutating func total(of intervals: [Interval], _ calendar: Int32) -> Known<Count> {
    var result = Count(least: .zero, most: .zero)
    for interval in intervals {
      switch measure(interval, calendar) {
      case .known(let length): result.add(length, length)
      case .unknown(let id):
        guard calendar >= 0, unknowns.causes(id).allSatisfy({ $0.kind == .beyondCoverage }) else {
          return .unknown(id)
        }
        let known = interval.clipped(to: calendars[Int(calendar)].known)
        var least = Duration.zero
        if !known.isEmpty, case .known(let length) = measure(known, calendar) { least = length }
        let closed = known.length.subtracting(least) ?? .zero
        result.add(least, interval.length.subtracting(known.isEmpty ? .zero : closed) ?? least)
        result.cause = joined(result.cause, id)
      }
    }
    return result.isTooLong ? .unknown(unknown(.overflow)) : .known(result)
  }

  /// How much was counted: the least and the most that it may be, with the cause where they differ.
  struct Count {
    var least: Duration
    var most: Duration
    var cause: UnknownID?
    var isTooLong = false

    mutating func add(_ other: Duration, _ otherMost: Duration) {
      guard let sum = least.adding(other), let mostSum = most.adding(otherMost) else {
        isTooLong = true
        return
      }
      (least, most) = (sum, mostSum)
    }
  }

  /// An instant moved by a duration, a calendar length or working days.
  mutating func move(
    _ instant: Instant, by length: Value, calendar: Int32, negated: Bool
  ) -> (value: Value, isIncluded: Bool) {
    let moved: Instant?
    switch length {
    case .duration(let duration):
      if calendar >= 0 { return (move(instant, byOpenTime: duration, calendar, negated: negated), true) }
      moved = negated ? instant.subtracting(duration) : instant.adding(duration)
    case .calendarLength(let length):
      let signed = negated ? length.multiplied(by: -1) : length
      moved = signed?.adding(to: instant, in: zone, monthEnd)
    case .workingDays(let days):
      guard calendar >= 0 else { return (.unknown(unknown(.outOfRange)), true) }
      if negated {
        switch known(calendars[Int(calendar)].subtracting(workingDays: Int(days), from: instant), calendar) {
        case .known(let begin): return (.instant(begin), true)
        case .unknown(let id): return (.unknown(id), true)
        }
      }
      let end = calendars[Int(calendar)].adding(workingDays: Int(days), to: instant)
      switch known(end, calendar) {
      case .known(let end): return (.instant(end.instant), end.isInclusive)
      case .unknown(let id): return (.unknown(id), true)
      }
    case .unknown, .later, .truth, .number, .instant, .date, .timeOfDay, .text, .choice:
      return (.unknown(length.unknown ?? unknown(.overflow)), true)
    }
    return (moved.map { .instant($0) } ?? .unknown(unknown(.outOfRange)), true)
  }

  /// An instant moved by open time of a calendar; by less than nothing it moves the other way.
  private mutating func move(
    _ instant: Instant, byOpenTime length: Duration, _ calendar: Int32, negated: Bool
  ) -> Value {
    guard let size = length < .zero ? Duration.zero.subtracting(length) : length else {
      return .unknown(unknown(.outOfRange))
    }
    let index = calendars[Int(calendar)]
    let isBack = negated != (length < .zero)
    let outcome =
      isBack ? index.instant(before: size, until: instant) : index.instant(after: size, from: instant)
    switch known(outcome, calendar) {
    case .known(let moved): return .instant(moved)
    case .unknown(let id): return .unknown(id)
    }
  }

  /// What a calendar answered, or the cause why it did not.
  mutating func known<Content>(_ outcome: Outcome<Content>, _ calendar: Int32) -> Known<Content> {
    switch outcome {
    case .value(let value): .known(value)
    case .beyondCoverage: .unknown(unknown(.beyondCoverage, calendar))
    case .neverOpen: .unknown(unknown(.neverOpen, calendar))
    case .outOfRange, .notStated: .unknown(unknown(.outOfRange))
    }
  }

  // MARK: Days over

  /// How many dates share time with what a target was over (`started`), or lie in it whole (`full`).
  mutating func datesOver(_ target: Int, calendar: Int32, full: Bool) -> Known<Int> {
    let outcome = self.target(target)
    guard outcome.verdict == .breached, let due = outcome.due else {
      if outcome.verdict == .undecided { return .unknown(outcome.unknown ?? unknown(.overflow)) }
      return .known(0)
    }
    if let id = outcome.doubt ?? outcome.dueDoubt { return .unknown(id) }
    var intervals = counted[target]
    if plan.targets[target].deadline >= 0 {
      intervals = [Interval(start: due, end: outcome.stop ?? asOf)]
    } else if outcome.cycles > 0 || plan.targets[target].isEachCycle, let start = outcome.start {
      let whole = intervals
      Span.clip(whole, to: Interval(start: start, end: outcome.stop ?? asOf), into: &intervals)
    }
    if let id = cutToOpenHours(&intervals, plan.targets[target].calendar) { return .unknown(id) }
    // What is over by the least time has none of its own behind the deadline.
    if outcome.over == .least, !intervals.contains(where: { $0.end > due }), let end = due.adding(.least) {
      intervals.append(Interval(start: due, end: end))
    }
    let dates = calendar < 0 ? zone : calendars[Int(calendar)].rules.zone
    var sum = 0
    var next = Int32.min
    for interval in intervals where interval.end > due {
      let over = Interval(start: max(interval.start, due), end: interval.end)
      let range = self.dates(of: over, in: dates, full: full, notBefore: next)
      if range.isEmpty { continue }
      next = range.last.dayNumber + 1
      switch count(range, calendar) {
      case .known(let days): sum += days
      case .unknown(let id): return .unknown(id)
      }
    }
    return .known(sum)
  }

  /// Leaves of the intervals what lies in a calendar's hours: outside of them nothing is over.
  private mutating func cutToOpenHours(_ intervals: inout [Interval], _ calendar: Int32) -> UnknownID? {
    guard calendar >= 0, let first = intervals.first, let last = intervals.last else { return nil }
    var hours: [Interval] = []
    if let id = openIntervals(calendar, Interval(start: first.start, end: last.end), into: &hours) {
      return id
    }
    let whole = intervals
    Span.intersect(whole, hours, into: &intervals)
    return nil
  }

  private func dates(of interval: Interval, in zone: Zone, full: Bool, notBefore: Int32) -> DateRange {
    var first = zone.date(at: interval.start)
    var last = zone.date(at: interval.end)
    if zone.startOfDay(last) >= interval.end { last = last.previous }
    if full {
      if zone.startOfDay(first) < interval.start { first = first.next }
      if zone.startOfDay(last.next) > interval.end { last = last.previous }
    }
    return DateRange(first: CivilDate(dayNumber: max(first.dayNumber, notBefore)), last: last)
  }

  private mutating func count(_ range: DateRange, _ calendar: Int32) -> Known<Int> {
    if calendar < 0 { return .known(Int(range.last.dayNumber) - Int(range.first.dayNumber) + 1) }
    return known(calendars[Int(calendar)].workingDays(in: range), calendar)
  }
}
