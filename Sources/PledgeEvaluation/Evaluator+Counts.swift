import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// The order of a count is fixed: pair, intersect with the calendar, length test, subtract pauses and exclusions,
// sum, round the total. Measuring each interval on the calendar's cumulative open time is the same as intersecting
// first, and costs a search a bound.

extension Evaluator {
  /// Judges a clock that counts against a limit (`within`, `under`).
  mutating func judgeCount(_ index: Int, _ state: SpanState) -> TargetOutcome {
    if let id = gatherRaw(index, state) { return undecided(id) }
    let isRunning = (spans[Int(plan.targets[index].clock)].last?.end ?? .earliest) > asOf
    if let id = subtractPauses(index) { return undecided(id) }
    let bound: Limit
    switch limit(index, start: state.firstStart) {
    case .known(let known): bound = known
    case .unknown(let id): return undecided(id)
    }
    let judged = Judged(limit: bound, isRunning: isRunning, isStrict: plan.targets[index].isStrict)
    switch count(index, counted[index]) {
    case .unknown(let id): return undecided(id)
    case .known(let total) where !judged.exceeds(total):
      return outcome(index, isRunning ? .pending : .met, total, judged)
    case .known(let total): return judgeExclusions(index, total, judged)
    }
  }

  /// What a count is held against and how.
  struct Judged {
    var limit: Limit
    var isRunning: Bool
    var isStrict: Bool

    func exceeds(_ count: Duration) -> Bool {
      isStrict ? count >= limit.length : count > limit.length
    }
  }

  /// A limit as counted time; a working or calendar length also names the instant at which it ends.
  struct Limit {
    var length: Duration
    var end: Instant?
  }

  /// A known value, or why it is not known.
  enum Known<Content> {
    case known(Content)
    case unknown(UnknownID)
  }

  // MARK: Steps

  /// Puts what the clock has run up to the as-of instant, length test made, into `scratch.raw`.
  private mutating func gatherRaw(_ index: Int, _ state: SpanState) -> UnknownID? {
    let clock = Int(plan.targets[index].clock)
    Span.clip(spans[clock], to: Interval(start: .earliest, end: asOf), into: &scratch.raw)
    guard let test = state.length else { return nil }
    var kept = 0
    for position in scratch.raw.indices {
      switch measure(scratch.raw[position], plan.targets[index].calendar) {
      case .unknown(let id): return id
      case .known(let length) where test.admits(length.microseconds):
        scratch.raw[kept] = scratch.raw[position]
        kept += 1
      case .known: continue
      }
    }
    scratch.raw.removeLast(scratch.raw.count - kept)
    return nil
  }

  /// Puts the raw intervals without the target's pauses into `counted`.
  private mutating func subtractPauses(_ index: Int) -> UnknownID? {
    scratch.relief.removeAll(keepingCapacity: true)
    var causes: UnknownID?
    for pause in plan.targets[index].pauses {
      let state = span(pause)
      if let id = state.unknown { causes = causes.map { unknowns.join($0, id) } ?? id }
      scratch.relief.append(contentsOf: intervals(pause))
    }
    if let causes { return causes }
    if plan.targets[index].pauses.count > 1 { Span.normalise(&scratch.relief) }
    if scratch.relief.isEmpty {
      swap(&counted[index], &scratch.raw)
    } else {
      Span.subtract(scratch.raw, scratch.relief, into: &scratch.result)
      swap(&counted[index], &scratch.result)
    }
    return nil
  }

  private mutating func limit(_ index: Int, start: Instant) -> Known<Limit> {
    let length = value(plan.targets[index].limit)
    switch length {
    case .duration(let duration): return .known(Limit(length: duration, end: nil))
    case .calendarLength, .workingDays:
      let moved = move(start, by: length, calendar: plan.targets[index].workingCalendar, negated: false)
      guard case .instant(let end) = moved.value else {
        return .unknown(moved.value.unknown ?? unknown(.outOfRange))
      }
      switch measure(Interval(start: start, end: end), plan.targets[index].calendar) {
      case .known(let open): return .known(Limit(length: open, end: end))
      case .unknown(let id): return .unknown(id)
      }
    case .unknown, .later, .truth, .number, .instant, .date, .timeOfDay, .text, .choice:
      return .unknown(length.unknown ?? unknown(.overflow))
    }
  }

  /// The total of intervals on the target's calendar, rounded where the target says so.
  private mutating func count(_ index: Int, _ intervals: [Interval]) -> Known<Duration> {
    var total = Duration.zero
    for interval in intervals {
      switch measure(interval, plan.targets[index].calendar) {
      case .unknown(let id): return .unknown(id)
      case .known(let length):
        guard let sum = total.adding(length) else { return .unknown(unknown(.overflow)) }
        total = sum
      }
    }
    guard let unit = plan.targets[index].roundingUnit else { return .known(total) }
    let rounded = Rational(total.microseconds)
      .rounded(plan.targets[index].roundingMode, toMultipleOf: Rational(unit.microseconds))
    guard let whole = rounded?.floor, let fitting = Int64(exactly: whole) else {
      return .unknown(unknown(.overflow))
    }
    return .known(Duration(microseconds: fitting))
  }

  // MARK: Exclusions

  private mutating func judgeExclusions(_ index: Int, _ total: Duration, _ judged: Judged) -> TargetOutcome {
    let whole = wholeExclusion(index)
    if let exclusion = whole.holds {
      var result = outcome(index, .excused, total, judged)
      result.exclusion = exclusion
      return result
    }
    let times = excludedTimes(index)
    var final = total
    if !times.certain.isEmpty {
      let effective = firstEffective(times.exclusions, within: counted[index])
      Span.subtract(counted[index], times.certain, into: &scratch.result)
      swap(&counted[index], &scratch.result)
      switch count(index, counted[index]) {
      case .unknown(let id): return undecided(id)
      case .known(let reduced): final = reduced
      }
      if !judged.exceeds(final) {
        var result = outcome(index, judged.isRunning ? .pending : .excused, final, judged)
        result.exclusion = judged.isRunning ? nil : effective
        return result
      }
    }
    if let id = whole.unknown { return undecided(id) }
    if let id = times.unknown {
      Span.subtract(counted[index], times.possible, into: &scratch.result)
      switch count(index, scratch.result) {
      case .unknown(let other): return undecided(unknowns.join(id, other))
      case .known(let least): if !judged.exceeds(least) { return undecided(id) }
      }
    }
    return outcome(index, .breached, final, judged)
  }

  private mutating func outcome(
    _ index: Int, _ verdict: Verdict, _ total: Duration, _ judged: Judged
  ) -> TargetOutcome {
    var result = TargetOutcome(verdict)
    result.isRunning = judged.isRunning
    result.limit = judged.limit.length
    result.counted = total
    result.isDueIncluded = !judged.isStrict
    switch due(index, judged) {
    case .known(let due): result.due = due
    case .unknown(let id): result.unknown = verdict == .pending ? id : nil
    }
    if verdict == .breached || verdict == .excused {
      result.over = max(total.subtracting(judged.limit.length) ?? .zero, .zero)
    }
    return result
  }

  // MARK: Due

  /// The instant at which the count reaches the limit, projected behind the last counted time.
  private mutating func due(_ index: Int, _ judged: Judged) -> Known<Instant> {
    var left = judged.limit.length
    let calendar = plan.targets[index].calendar
    var last = spanStates[Int(plan.targets[index].clock)].firstStart
    for interval in counted[index] {
      switch measure(interval, calendar) {
      case .unknown(let id): return .unknown(id)
      case .known(let length) where length >= left:
        return exactEnd(judged, advance(interval.start, by: left, calendar))
      case .known(let length):
        left = left.subtracting(length) ?? .zero
        last = interval.end
      }
    }
    return exactEnd(judged, advance(judged.isRunning ? asOf : last, by: left, calendar))
  }

  /// A working or calendar length that lost no time ends where it says, also behind closing time.
  private func exactEnd(_ judged: Judged, _ due: Known<Instant>) -> Known<Instant> {
    guard let end = judged.limit.end, case .known(let counted) = due, counted < end else { return due }
    return .known(end)
  }
}
