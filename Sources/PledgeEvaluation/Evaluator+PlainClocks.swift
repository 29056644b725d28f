import PledgePolicy
import PledgeTickets
import PledgeTime

// Nearly all clocks are pairs of events with at most one pause. What such a clock comes to is reckoned in one
// pass over the log, without spans. Where something is missing, out of order or not known, the pass gives up,
// and the count is made from the spans, which say why.

extension Evaluator {
  /// Decides a target with a plain clock; false, with nothing changed, where the spans have to say it.
  mutating func decidePlainly(_ index: Int) -> Bool {
    guard let clock = plan.targets[index].plainClock, applies(index), asOf < .latest else { return false }
    notePlaces()
    var pieces: [Interval] = []
    swap(&pieces, &counted[index])
    let isDecided = decide(index, clock, &pieces)
    if !isDecided { Span.clear(&pieces) }
    swap(&pieces, &counted[index])
    return isDecided
  }

  /// Whether the policy is in force, and the target about the ticket.
  private mutating func applies(_ index: Int) -> Bool {
    guard case .truth(true) = inForce() else { return false }
    let condition = plan.targets[index].condition
    if condition < 0 { return true }
    if case .truth(true) = value(condition) { return true }
    return false
  }

  /// Notes where the events of the log stand, once a ticket.
  private mutating func notePlaces() {
    if placesStamp == stamp { return }
    placesStamp = stamp
    for code in 0..<min(places.count, plan.policy.vocabulary.events.count) { places[code] = 0 }
    let count = min(64, visible)
    ticket.events.withUnsafeBufferPointer { events in
      for position in 0..<count {
        let code = Int(events[position].code)
        if code < places.count { places[code] |= 1 &<< UInt64(truncatingIfNeeded: position) }
      }
    }
  }

  /// The positions of the events of a mask among the first 64.
  @inline(__always) private func positions(of events: UInt64) -> UInt64 {
    var (rest, result) = (events, UInt64(0))
    while rest != 0 {
      result |= places[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return result
  }

  @inline(__always)
  private mutating func decide(_ index: Int, _ clock: PlainClock, _ pieces: inout [Interval]) -> Bool {
    let run = PlainState(pairs: clock.run, lastStart: lastPosition(of: clock.run.lastStart))
    let pause = PlainState(pairs: clock.pause, lastStart: lastPosition(of: clock.pause.lastStart))
    let matters = clock.run.events | clock.pause.events
    let positions = positions(of: matters)
    let (visible, asOf) = (visible, asOf)
    let found = ticket.events.withUnsafeBufferPointer { events in
      Self.pass(
        UnsafeBufferPointer(rebasing: events[..<visible]), matters, positions, run, pause, asOf: asOf, &pieces
      )
    }
    guard let pass = found, let total = total(pieces, plan.targets[index].calendar),
      case .known(let limit) = limit(index, start: pass.firstStart)
    else { return false }
    return conclude(index, pass, pieces, total, limit)
  }

  /// What a pass over the log has found of a clock.
  private struct PlainPass {
    var firstStart: Instant
    var lastEnd: Instant
    var isRunning: Bool
  }

  /// Pairs of events while the log is passed over.
  private struct PlainState {
    let pairs: PlainPairs
    /// Where the last of the events stands of which only the last opens.
    let lastStart: Int
    var isOpen = false
    var hasStarted = false

    /// Takes one event; false where it would close before anything has opened.
    @inline(__always) mutating func take(_ bit: UInt64, _ position: Int) -> Bool {
      let opens = pairs.starts & bit != 0 || position == lastStart
      if pairs.ends & bit != 0 {
        if !hasStarted, !opens { return false }
        isOpen = false
      }
      if opens {
        isOpen = true
        hasStarted = true
      }
      return true
    }
  }

  /// Puts the times in which the clock runs and is not paused, up to the as-of instant, into `pieces`.
  /// `positions` are those of the clock's events among the first 64; behind them all are looked at.
  @inline(__always)
  private static func pass(
    _ events: UnsafeBufferPointer<LoggedEvent>, _ matters: UInt64, _ positions: UInt64, _ run: PlainState,
    _ pause: PlainState, asOf: Instant, _ pieces: inout [Interval]
  ) -> PlainPass? {
    var (run, pause) = (run, pause)
    var result = PlainPass(firstStart: .latest, lastEnd: .earliest, isRunning: false)
    var counts = false
    var since = Instant.latest
    var rest = positions
    var next = 64
    while true {
      let position: Int
      if rest != 0 {
        position = rest.trailingZeroBitCount
        rest &= rest &- 1
      } else if next < events.count {
        position = next
        next &+= 1
      } else {
        break
      }
      let bit = UInt64(1) << UInt64(truncatingIfNeeded: events[position].code)
      guard matters & bit != 0 else { continue }
      let at = events[position].at
      let (hadStarted, wasOpen) = (run.hasStarted, run.isOpen)
      guard run.take(bit, position), pause.take(bit, position) else { return nil }
      if !hadStarted, run.hasStarted { result.firstStart = at }
      if wasOpen, run.pairs.ends & bit != 0 { result.lastEnd = at }
      guard counts != (run.isOpen && !pause.isOpen) else { continue }
      if counts { add(Interval(start: since, end: at), to: &pieces) }
      counts.toggle()
      since = at
    }
    guard run.hasStarted else { return nil }
    if counts { add(Interval(start: since, end: asOf), to: &pieces) }
    result.isRunning = run.isOpen
    return result
  }

  @inline(__always) private func lastPosition(of event: Int32) -> Int {
    guard event >= 0 else { return -1 }
    if visible <= 64 { return 63 - places[Int(event)].leadingZeroBitCount }
    var position = visible - 1
    while position >= 0, ticket.events[position].code != event { position -= 1 }
    return position
  }

  /// Adds a time behind the last one; one that only touches it is joined to it.
  @inline(__always)
  private static func add(_ piece: Interval, to pieces: inout [Interval]) {
    guard piece.start < piece.end else { return }
    if let last = pieces.last, last.end == piece.start {
      pieces[pieces.count - 1] = Interval(start: last.start, end: piece.end)
    } else {
      pieces.append(piece)
    }
  }

  private mutating func total(_ pieces: [Interval], _ calendar: Int32) -> Duration? {
    var total = Duration.zero
    for piece in pieces {
      guard case .known(let length) = measure(piece, calendar), let sum = total.adding(length) else {
        return nil
      }
      total = sum
    }
    return total
  }

  // MARK: Outcome

  /// Puts the outcome into `targets`; false where an exclusion or the due instant is not known.
  @inline(__always)
  private mutating func conclude(
    _ index: Int, _ pass: PlainPass, _ pieces: [Interval], _ total: Duration, _ limit: Limit
  ) -> Bool {
    let isStrict = plan.targets[index].isStrict
    guard let due = due(pass, pieces, total, limit, plan.targets[index].calendar) else { return false }
    var result = TargetOutcome(pass.isRunning ? .pending : .met)
    if isStrict ? total >= limit.length : total > limit.length {
      let whole = wholeExclusion(index)
      guard whole.holds != nil || whole.unknown == nil else { return false }
      result.verdict = whole.holds == nil ? .breached : .excused
      result.exclusion = whole.holds
      result.over = total.beyond(limit.length, isStrict: isStrict)
    }
    result.due = due
    result.limit = limit.length
    result.counted = total
    result.isCountKnown = true
    result.isDueIncluded = !isStrict
    result.isRunning = pass.isRunning
    result.start = pass.firstStart
    if !pass.isRunning { result.stop = pass.lastEnd }
    targets[index] = result
    return true
  }

  /// The instant at which the count reaches the limit.
  private mutating func due(
    _ pass: PlainPass, _ pieces: [Interval], _ total: Duration, _ limit: Limit, _ calendar: Int32
  ) -> Instant? {
    let last = pass.isRunning ? asOf : pass.lastEnd
    // A length that lost no time ends where it says.
    if let end = limit.end, pieces.count == 1, pieces[0].start == pass.firstStart,
      total >= limit.length || pieces[0].end == last
    {
      return end
    }
    var reached = Known.known(pass.firstStart)
    var left = limit.length
    if left > .zero {
      reached =
        self.reached(&left, in: total < left ? [] : pieces, calendar)
        ?? advance(last, by: left.subtracting(total) ?? .zero, calendar)
    }
    guard case .known(let instant) = exactEnd(limit, reached) else { return nil }
    return instant
  }
}
