import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// When a clock has counted a length. What is asked is the first instant with that count at which the clock
// runs, be it in a pause or closed: where it has ended by then, the step never falls due.

extension Evaluator {
  /// When a clock reaches a count.
  enum Reached {
    /// The instant and the count there; also behind the as-of instant, as things stand.
    case at(Instant, count: Duration)
    /// The clock has ended before, at this instant.
    case ended(Instant)
    /// The clock has not started, or what is asked for depends on what has not happened.
    case unknown(UnknownID)
  }

  /// The cycles of a clock that have begun.
  mutating func cycles(of clock: Int32) -> [StepCycle] {
    let node = plan.stepClocks[Int(clock)].span
    let state = span(node)
    guard state.vague == nil, state.hasStarted else { return [] }
    let parts = (isPairing(node) ? cycleIntervals[Int(node)] : spans[Int(node)]).filter { $0.start <= asOf }
    return parts.enumerated().map { position, part in
      StepCycle(interval: part, isOpen: position == parts.count - 1 && state.isOpen)
    }
  }

  /// The state of a clock, or of the cycle that is looked at.
  private mutating func clockState(_ clock: Int32) -> SpanState {
    var state = span(plan.stepClocks[Int(clock)].span)
    guard let cycle = stepCycle else { return state }
    state.firstStart = cycle.interval.start
    state.lastEnd = cycle.isOpen ? min(state.lastEnd, cycle.interval.end) : cycle.interval.end
    state.isOpen = cycle.isOpen
    return state
  }

  /// The intervals of a clock's span, or the cycle that is looked at.
  private func clockIntervals(_ node: Int32) -> [Interval] {
    stepCycle.map { [$0.interval] } ?? spans[Int(node)]
  }

  /// When a clock first has a count of at least `length`.
  mutating func reach(_ length: Duration, on clock: Int32) -> Reached {
    let state = clockState(clock)
    if let id = state.vague { return .unknown(id) }
    guard state.hasStarted else { return .unknown(waitedFor(plan.stepClocks[Int(clock)].span)) }
    var relief = Relief()
    gather(plan.stepClocks[Int(clock)].pauses, &relief)
    let reached = reach(length, clock, state, relief.surely)
    if let cause = relief.doubt {
      let other = reach(length, clock, state, relief.perhaps)
      guard case .at(let first, _) = reached, case .at(let second, _) = other, first == second else {
        return .unknown(cause)
      }
    }
    if let doubt = state.doubt, case .at(let instant, _) = reached,
      instant > doubt.from || doubt.mayBegin
    {
      return .unknown(doubt.cause)
    }
    return reached
  }

  /// What a clock has counted up to an instant; zero before it starts.
  mutating func count(on clock: Int32, until instant: Instant) -> Known<Duration> {
    let plan = self.plan.stepClocks[Int(clock)]
    let state = clockState(clock)
    if let id = state.vague { return .unknown(id) }
    var relief = Relief()
    gather(plan.pauses, &relief)
    if let id = relief.doubt { return .unknown(id) }
    var total = Duration.zero
    for interval in running(clock, state, without: relief.surely) {
      let part = interval.clipped(to: Interval(start: .earliest, end: instant))
      guard !part.isEmpty else { continue }
      switch measure(part, plan.calendar) {
      case .unknown(let id): return .unknown(id)
      case .known(let open): total = total.adding(open) ?? total
      }
    }
    return .known(total)
  }

  /// Whether a clock runs at an instant; beyond the as-of instant, as things stand.
  mutating func runs(_ clock: Int32, at instant: Instant) -> Bool {
    let state = clockState(clock)
    return state.vague == nil && state.hasStarted && holds(plan.stepClocks[Int(clock)].span, instant)
  }

  /// When a clock has ended; nil while it runs or before it starts.
  mutating func end(of clock: Int32) -> Instant? {
    let state = clockState(clock)
    guard state.vague == nil, state.hasStarted, !state.isOpen else { return nil }
    return state.lastEnd
  }

  /// The first start of a clock; nil where it has not started.
  mutating func start(of clock: Int32) -> Instant? {
    let state = clockState(clock)
    return state.vague == nil && state.hasStarted ? state.firstStart : nil
  }

  // MARK: Counting

  /// What pauses take out.
  private struct Relief {
    var surely: [Interval] = []
    var perhaps: [Interval] = []
    var doubt: UnknownID?
  }

  private mutating func gather(_ pauses: Node.List, _ relief: inout Relief) {
    for position in pauses.range {
      let node = plan.operands[position]
      _ = span(node)
      let cause = self.relief(node, surely: &relief.surely, perhaps: &relief.perhaps)
      if let cause { relief.doubt = relief.doubt.map { unknowns.join($0, cause) } ?? cause }
    }
    // A pause that runs is taken to end now: what it takes out later is not known.
    let past = Interval(start: .earliest, end: asOf)
    relief.surely = relief.surely.map { $0.clipped(to: past) }
    relief.perhaps = relief.perhaps.map { $0.clipped(to: past) }
    Span.normalise(&relief.surely)
    Span.normalise(&relief.perhaps)
  }

  /// The clock's intervals that are long enough, without its pauses; an open one ends at `Instant.latest`.
  private mutating func running(
    _ clock: Int32, _ state: SpanState, without relief: [Interval]
  ) -> [Interval] {
    let plan = self.plan.stepClocks[Int(clock)]
    var raw = clockIntervals(plan.span)
    if let test = state.length {
      let last = raw.last
      raw = raw.filter { interval in
        // One that still runs may become long enough.
        if interval == last, state.isOpen { return true }
        guard case .known(let length) = measure(interval, plan.calendar) else { return false }
        return test.admits(length.microseconds)
      }
    }
    guard !relief.isEmpty else { return raw }
    var result: [Interval] = []
    Span.subtract(raw, relief, into: &result)
    return result
  }

  private mutating func reach(
    _ length: Duration, _ clock: Int32, _ state: SpanState, _ relief: [Interval]
  ) -> Reached {
    let calendar = plan.stepClocks[Int(clock)].calendar
    guard length > .zero else {
      return admitted(state.firstStart, length, clock, state)
    }
    var left = length
    for interval in running(clock, state, without: relief) {
      let past = interval.clipped(to: Interval(start: .earliest, end: max(asOf, interval.start)))
      switch measure(past, calendar) {
      case .unknown(let id): return .unknown(id)
      case .known(let open) where open < left: left = left.subtracting(open) ?? .zero
      case .known: return arrive(from: past.start, left, length, clock, state)
      }
      guard interval.end > asOf, interval.end != .latest else { continue }
      // What goes on to an end that is known already, such as that of `up to`.
      switch measure(Interval(start: past.end, end: interval.end), calendar) {
      case .unknown(let id): return .unknown(id)
      case .known(let open) where open < left: return .ended(interval.end)
      case .known: return arrive(from: past.end, left, length, clock, state)
      }
    }
    guard state.isOpen else { return .ended(state.lastEnd) }
    return arrive(from: asOf, left, length, clock, state)
  }

  private mutating func arrive(
    from: Instant, _ left: Duration, _ length: Duration, _ clock: Int32, _ state: SpanState
  ) -> Reached {
    switch advance(from, by: left, plan.stepClocks[Int(clock)].calendar) {
    case .unknown(let id): return .unknown(id)
    case .known(let instant): return admitted(instant, length, clock, state)
    }
  }

  /// The instant, unless the clock ends there: then where it goes on.
  private mutating func admitted(
    _ instant: Instant, _ length: Duration, _ clock: Int32, _ state: SpanState
  ) -> Reached {
    let node = plan.stepClocks[Int(clock)].span
    var instant = instant
    if let test = state.length, state.isOpen, let last = clockIntervals(node).last, last.start <= instant,
      case .known(let long) = advance(last.start, by: test.length, plan.stepClocks[Int(clock)].calendar)
    {
      instant = max(instant, long)
    }
    if holds(node, instant) { return .at(instant, count: length) }
    if let next = clockIntervals(node).first(where: { $0.start >= instant }) {
      return .at(next.start, count: length)
    }
    return .ended(min(state.lastEnd, instant))
  }

  /// Whether one of the clock's intervals holds an instant. Only an event ends a clock: hours that are a part
  /// of it go on.
  private func holds(_ node: Int32, _ instant: Instant) -> Bool {
    if let cycle = stepCycle {
      return cycle.interval.contains(instant) || (cycle.isOpen && instant >= cycle.interval.start)
    }
    switch plan.spans[Int(node)] {
    case .pairing, .keyed: return spans[Int(node)].contains { $0.contains(instant) }
    case .calendar, .between, .whenever, .register, .limited, .union, .intersection, .minus: break
    }
    return spanStates[Int(node)].isOpen || instant < spanStates[Int(node)].lastEnd
  }
}
