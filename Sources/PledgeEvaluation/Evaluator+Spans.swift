import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// What is known of a span of the current ticket; its intervals are in `spans`, open ends at
  /// `Instant.latest`.
  mutating func span(_ node: Int32) -> SpanState {
    let index = Int(node)
    if spanStamps[index] == stamp { return spanStates[index] }
    // A long list is one of a key, which others share.
    if spans[index].count > 64 { spans[index] = [] } else { Span.clear(&spans[index]) }
    let state = computeSpan(index)
    spanStates[index] = state
    spanStamps[index] = stamp
    return state
  }

  private mutating func computeSpan(_ index: Int) -> SpanState {
    switch plan.spans[index] {
    case .pairing(let pairing): return pair(plan.pairings[Int(pairing)], into: index)
    case .calendar(let calendar): return openHours(calendar, into: index)
    case .between(let from, let until): return between(value(from), value(until), into: index)
    case .whenever(let condition):
      let node = Int32(truncatingIfNeeded: index)
      if follows(node) { return finished(follow(condition, node, into: index), index) }
      return whenever(value(condition), into: index)
    case .register(let windows): return self.windows(plan.registerSpans[Int(windows)], into: index)
    case .limited(let source, let allowance): return limited(source, allowance, into: index)
    case .keyed(let keyed): return self.keyed(Int(keyed), into: index)
    case .union(let left, let right): return combine(left, right, .union, into: index)
    case .intersection(let left, let right): return combine(left, right, .intersection, into: index)
    case .minus(let left, let right): return combine(left, right, .minus, into: index)
    }
  }

  // MARK: Pairs

  private mutating func pair(_ pairing: PairingPlan, into index: Int) -> SpanState {
    var state = SpanState()
    if pairing.keepsCycles { cycleIntervals[index].removeAll(keepingCapacity: true) }
    let open = pairing.isPlain ? pairPlain(pairing, &state, index) : pairMarks(pairing, &state, index)
    state.length = pairing.length
    state.endEvent =
      pairing.ends.count > 0 ? plan.sides[pairing.ends.range.lowerBound].event : pairing.firstStart
    if let open {
      let end = lastEnd(of: open, pairing)
      close(index, open, end)
      if pairing.keepsCycles { cycleIntervals[index].append(Interval(start: open, end: end)) }
      state.lastEnd = end
      if pairing.unrecordedEnd >= 0 {
        state.doubt = Doubt(from: open, cause: unknown(.eventUnrecorded, pairing.unrecordedEnd))
      }
    }
    state.isOpen = isOpen(index)
    if state.hasStarted, pairing.unrecordedEnd >= 0 || pairing.unrecordedStart >= 0 {
      noteAbsent(pairing, &state)
    }
    if !state.hasStarted, pairing.unrecordedStart >= 0 {
      state.unknown = state.unknown ?? unknown(.eventUnrecorded, pairing.unrecordedStart)
      state.strays = 0
    }
    return state
  }

  /// The usual case: every occurrence of a few events, without offsets, straight from the log.
  private mutating func pairPlain(_ pairing: PairingPlan, _ state: inout SpanState, _ index: Int) -> Instant?
  {
    var open: Instant?
    let either = pairing.startMask | pairing.endMask
    for position in 0..<visible {
      let event = ticket.events[position]
      guard event.code < 64 else { continue }
      let bit = UInt64(1) << UInt64(event.code)
      guard either & bit != 0 else { continue }
      step(
        Mark(
          at: event.at, order: position, opens: pairing.startMask & bit != 0,
          closes: pairing.endMask & bit != 0,
          event: event.code),
        &open, &state, pairing, index)
    }
    return open
  }

  /// Whether the last interval reaches behind the as-of instant.
  @inline(__always) private func isOpen(_ index: Int) -> Bool {
    guard let end = spans[index].last?.end else { return false }
    return end > asOf || end == .latest
  }

  /// When an interval ends at the latest: `up to L` behind its start.
  @inline(__always)
  private func lastEnd(of start: Instant, _ pairing: PairingPlan) -> Instant {
    guard let atMost = pairing.atMost, let end = start.adding(atMost) else { return .latest }
    return max(start, end)
  }

  /// One event of a pairing: it closes what is open, and opens what is closed.
  @inline(__always)
  private mutating func step(
    _ mark: Mark, _ open: inout Instant?, _ state: inout SpanState, _ pairing: PairingPlan, _ index: Int
  ) {
    if mark.closes {
      if let start = open {
        let end = min(mark.at, lastEnd(of: start, pairing))
        close(index, start, end)
        if pairing.keepsCycles { cycleIntervals[index].append(Interval(start: start, end: end)) }
        state.lastEnd = end
        open = nil
      } else if !state.hasStarted, !mark.opens, mark.at <= asOf, mark.event >= 0,
        !pairing.startsWithSpan
      {
        noteStray(mark, pairing, &state)
      }
    }
    if mark.opens, open == nil {
      if !state.hasStarted {
        state.hasStarted = true
        state.firstStart = mark.at
      }
      open = mark.at
    }
  }

  /// Notes a stop before any start; what else is not known of the span stays the reason.
  private mutating func noteStray(_ mark: Mark, _ pairing: PairingPlan, _ state: inout SpanState) {
    guard state.unknown == nil || state.strays != 0 else { return }
    if state.unknown == nil {
      state.unknown = unknown(.stopBeforeStart, pairing.firstStart, mark.event)
    }
    state.strays |= mark.event < 64 ? 1 << UInt64(mark.event) : .max
  }

  /// Adds an interval behind the last one; one that only touches it is joined to it.
  private mutating func close(_ index: Int, _ start: Instant, _ end: Instant) {
    guard start < end else { return }
    if let last = spans[index].last, last.end >= start {
      spans[index][spans[index].count - 1] = Interval(start: last.start, end: end)
    } else {
      spans[index].append(Interval(start: start, end: end))
    }
  }

  private mutating func pairMarks(_ pairing: PairingPlan, _ state: inout SpanState, _ index: Int) -> Instant?
  {
    // Spans at a side are paired before the marks of this one are collected.
    for position in pairing.starts.range { noteUnknown(of: plan.sides[position], opens: true, &state) }
    for position in pairing.ends.range { noteUnknown(of: plan.sides[position], opens: false, &state) }
    marks.removeAll(keepingCapacity: true)
    for position in pairing.starts.range { addMarks(plan.sides[position], opens: true, &state) }
    for position in pairing.ends.range { addMarks(plan.sides[position], opens: false, &state) }
    marks.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    var open: Instant?
    var position = 0
    while position < marks.count {
      // What one event both closes and opens is one step.
      var mark = marks[position]
      position += 1
      while position < marks.count, marks[position].at == mark.at, marks[position].order == mark.order {
        mark.opens = mark.opens || marks[position].opens
        mark.closes = mark.closes || marks[position].closes
        position += 1
      }
      step(mark, &open, &state, pairing, index)
    }
    return open
  }

  private mutating func addMarks(_ point: EventPointPlan, opens: Bool, _ state: inout SpanState) {
    if point.node >= 0 { return addComputed(point, opens: opens, &state) }
    if point.span >= 0 { return addTimes(of: point, opens: opens) }
    if let window = point.window { return addBursts(point, within: window, opens: opens) }
    var seen: Int32 = 0
    var last: Int?
    for position in 0..<visible where ticket.events[position].code == point.event {
      seen += 1
      last = position
      if point.occurrence == 0 || point.occurrence == seen { addMark(position, point, opens: opens) }
    }
    if point.occurrence < 0, let last { addMark(last, point, opens: opens) }
  }

  /// `3rd reported within 30 min`: every occurrence that is the third within the time.
  private mutating func addBursts(_ point: EventPointPlan, within window: Duration, opens: Bool) {
    let positions = (0..<visible).filter { ticket.events[$0].code == point.event }
    let count = max(1, Int(point.occurrence))
    for index in positions.indices.dropFirst(count - 1) {
      let first = ticket.events[positions[index - count + 1]].at
      guard let length = ticket.events[positions[index]].at.since(first), length <= window else { continue }
      addMark(positions[index], point, opens: opens)
    }
  }

  /// An instant that several events make; it stands in the log where the event does that gives it.
  private mutating func addComputed(_ point: EventPointPlan, opens: Bool, _ state: inout SpanState) {
    guard case .instant(let instant) = value(point.node) else {
      if let id = value(point.node).unknown, !unknowns.isNotYet(id) { state.unknown = state.unknown ?? id }
      return
    }
    let position = (0..<visible).first { ticket.events[$0].at == instant }
    addMark(position ?? visible, instant, point, opens: opens)
  }

  /// What is not known of a span at a side is not known of this one: from then on it may have begun or ended.
  private mutating func noteUnknown(of point: EventPointPlan, opens: Bool, _ state: inout SpanState) {
    guard point.span >= 0 else { return }
    if let id = span(point.span).unknown {
      if !unknowns.isNotYet(id) { state.unknown = state.unknown ?? id }
    } else if var doubt = doubt(point.span) {
      doubt.mayBegin = doubt.mayBegin || opens
      doubt.isWithin = false
      state.doubt = joined(state.doubt, doubt)
    }
  }

  /// The instants at which the times of a span begin, or end; which of them has come before is nothing.
  private mutating func addTimes(of point: EventPointPlan, opens: Bool) {
    var nameless = point
    nameless.event = -1
    for interval in intervals(point.span) where opens || interval.end < .latest {
      let instant = opens ? interval.start : interval.end
      let position = (0..<visible).first { ticket.events[$0].at == instant }
      addMark(position ?? visible, instant, nameless, opens: opens)
    }
  }

  private mutating func addMark(_ position: Int, _ point: EventPointPlan, opens: Bool) {
    addMark(position, ticket.events[position].at, point, opens: opens)
  }

  private mutating func addMark(
    _ position: Int, _ instant: Instant, _ point: EventPointPlan, opens: Bool
  ) {
    guard let at = instant.adding(point.offset) else { return }
    // A start that lies behind the as-of instant has not come; an end there leaves the interval open until
    // then.
    guard at <= asOf || !opens else { return }
    marks.append(Mark(at: at, order: position, opens: opens, closes: !opens, event: point.event))
  }

  // MARK: Other sources

  /// The open hours of a calendar up to the as-of instant, from the first event of the log on.
  private mutating func openHours(_ calendar: Int32, into index: Int) -> SpanState {
    var state = SpanState()
    let window: Interval
    if let period = frame?.period {
      window = period.interval
    } else if visible > 0 {
      window = Interval(start: ticket.events[0].at, end: asOf)
    } else {
      state.unknown = unknown(.logEmpty)
      return state
    }
    var buffer: [Interval] = []
    swap(&buffer, &spans[index])
    state.unknown = openIntervals(calendar, window, into: &buffer)
    swap(&buffer, &spans[index])
    // The hours are known up to the as-of instant only, but they go on.
    state.isOpen = true
    return finished(state, index)
  }

  private mutating func between(_ from: Value, _ until: Value, into index: Int) -> SpanState {
    var state = SpanState()
    // What begins behind the as-of instant has covered nothing yet.
    if case .later = from { return state }
    guard case .instant(let start) = from else {
      state.unknown = from.unknown ?? unknown(.overflow)
      return state
    }
    switch until {
    case .instant(let end): close(index, start, end)
    case .later: close(index, start, .latest)
    case .unknown, .truth, .number, .duration, .calendarLength, .workingDays, .date, .timeOfDay, .text,
      .choice:
      state.unknown = until.unknown ?? unknown(.overflow)
    }
    state.isOpen = isOpen(index)
    return finished(state, index)
  }

  private mutating func whenever(_ condition: Value, into index: Int) -> SpanState {
    var state = SpanState()
    if condition == .truth(true) {
      spans[index].append(Interval(start: .earliest, end: .latest))
      state.isOpen = true
    } else {
      state.unknown = condition.unknown
    }
    return finished(state, index)
  }

  // MARK: Algebra

  private enum Combination { case union, intersection, minus }

  private mutating func combine(
    _ left: Int32, _ right: Int32, _ combination: Combination, into index: Int
  ) -> SpanState {
    let first = span(left)
    let second = span(right)
    var state = SpanState()
    switch (first.unknown, second.unknown) {
    case (let a?, let b?): state.unknown = unknowns.join(a, b)
    case (let a?, nil), (nil, let a?): state.unknown = a
    case (nil, nil): state.unknown = nil
    }
    if (first.unknown == nil || first.strays != 0) && (second.unknown == nil || second.strays != 0) {
      state.strays = first.strays | second.strays
    }
    state.doubt = joined(doubt(left), doubt(right))
    var buffer: [Interval] = []
    swap(&buffer, &spans[index])
    switch combination {
    case .union:
      Span.unite(intervals(left), intervals(right), into: &buffer)
      state.isOpen = first.isOpen || second.isOpen
      begin(&state, with: first)
      begin(&state, with: second)
    case .intersection:
      Span.intersect(intervals(left), intervals(right), into: &buffer)
      state.isOpen = first.isOpen && second.isOpen
      // Both have begun, so that nothing is waited for, also where they share no time.
      if first.hasStarted, second.hasStarted {
        state.hasStarted = true
        state.firstStart = max(first.firstStart, second.firstStart)
        state.lastEnd = state.firstStart
      }
    case .minus:
      // What is taken out now may end, so the first alone says whether the span goes on.
      Span.subtract(intervals(left), intervals(right), into: &buffer)
      state.isOpen = first.isOpen
      begin(&state, with: first)
    }
    swap(&buffer, &spans[index])
    return finished(state, index)
  }

  /// A combination begins and ends with an operand, also with one whose intervals have no length.
  private func begin(_ state: inout SpanState, with operand: SpanState) {
    guard operand.hasStarted else { return }
    state.hasStarted = true
    state.firstStart = min(state.firstStart, operand.firstStart)
    state.lastEnd = max(state.lastEnd, operand.lastEnd)
  }

  func admits(_ test: LengthTestPlan, _ interval: Interval) -> Bool {
    test.admits((interval.end.since(interval.start) ?? Duration(microseconds: .max)).microseconds)
  }

  /// The intervals of a computed span that pass its length test, measured in elapsed time.
  ///
  /// A clock makes the test itself, behind its calendar; everywhere else it looks at the span as it stands.
  @inline(__always) func intervals(_ node: Int32) -> [Interval] {
    let index = Int(node)
    guard let test = spanStates[index].length else { return spans[index] }
    return spans[index].filter { admits(test, Interval(start: $0.start, end: min($0.end, asOf))) }
  }

  func finished(_ state: SpanState, _ index: Int) -> SpanState {
    var state = state
    if let first = spans[index].first, first.start <= asOf {
      state.hasStarted = true
      state.firstStart = first.start
    }
    if let last = spans[index].last, last.end <= asOf { state.lastEnd = last.end }
    return state
  }
}
