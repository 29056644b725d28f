import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// The order of a count is fixed: pair, intersect with the calendar, length test, subtract pauses and
// exclusions, sum, round the total. Measuring each interval on the calendar's cumulative open time is the
// same as intersecting first, and costs a search a bound.

extension Evaluator {
  /// Judges a clock that counts against a limit (`within`, `under`): that of the target, or one that is taken
  /// for it.
  mutating func judgeCount(_ index: Int, _ state: SpanState, assuming assumed: Limit? = nil) -> TargetOutcome
  {
    var judged = Judged(clock: state, isStrict: plan.targets[index].isStrict)
    gatherPauses(index, &judged)
    if let id = gatherRaw(index, &judged) { return undecided(id) }
    subtractPauses(index, &judged)
    switch assumed.map({ .known($0) }) ?? limit(index, start: state.firstStart) {
    case .known(let known): judged.limit = known
    case .unknown(let id): return judgeLimits(index, state, id)
    }
    switch withCounted(index, { $0.count(index, $1) }) {
    case .unknown(let id): return undecided(id)
    case .known(let total) where !judged.exceeds(total.most):
      let result = outcome(index, judged.isRunning ? .pending : .met, total, judged)
      return judged.doubt.map { doubted(result, index, $0, without: judged.perhaps, judged) } ?? result
    case .known(let total) where judged.exceeds(total.least): return judgePauses(index, total, judged)
    case .known(let total): return open(index, total.cause ?? unknown(.overflow), total, judged)
    }
  }

  /// What a count is held against and how.
  struct Judged {
    var limit = Limit(length: .zero, end: nil)
    var clock: SpanState
    var isStrict: Bool
    /// Whether the count exceeds the limit, whatever is taken out by pauses.
    var isBeyond = false
    /// What pauses may take out; it matters where they are in doubt.
    var perhaps: [Interval] = []
    var doubt: UnknownID?
    /// The last interval where it is not long enough to count, without its pauses, and when it would be.
    var waiting: [Interval] = []
    var admission: Instant?

    init(clock: SpanState, isStrict: Bool) {
      self.clock = clock
      self.isStrict = isStrict
    }

    var isRunning: Bool { clock.isOpen }

    func exceeds(_ count: Duration) -> Bool {
      isStrict ? count >= limit.length : count > limit.length
    }

    /// The count beyond the limit.
    func beyond(_ count: Duration) -> Duration { count.beyond(limit.length, isStrict: isStrict) }
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

  /// Puts what the target's pauses surely take out into `scratch.relief`.
  ///
  /// It comes first, because the spans may lead to other targets, whose counts use the same buffers.
  private mutating func gatherPauses(_ index: Int, _ judged: inout Judged) {
    let pauses = plan.targets[index].pauses.range
    if pauses.isEmpty { return Span.clear(&scratch.relief) }
    for position in pauses { _ = span(plan.operands[position]) }
    var surely: [Interval] = []
    swap(&surely, &scratch.relief)
    Span.clear(&surely)
    for position in pauses {
      let pause = plan.operands[position]
      let state = spanStates[Int(pause)]
      if state.vague == nil, doubt(pause) == nil {
        surely.append(contentsOf: intervals(pause))
      } else if let id = relief(pause, of: index, surely: &surely, perhaps: &judged.perhaps) {
        judged.doubt = joined(judged.doubt, id)
      }
    }
    if pauses.count > 1 || judged.doubt != nil { Span.normalise(&surely) }
    if judged.doubt != nil { Span.normalise(&judged.perhaps) }
    swap(&surely, &scratch.relief)
  }

  /// Puts what the clock has run up to the as-of instant, length test made, into `scratch.raw`.
  private mutating func gatherRaw(_ index: Int, _ judged: inout Judged) -> UnknownID? {
    let calendar = plan.targets[index].calendar
    let end = min(asOf, judged.clock.cut)
    let clock = Int(plan.targets[index].clock)
    var running: [Interval] = []
    let isPossible = judged.clock.isPossible
    if isPossible { swap(&running, &possibleSpans[clock]) } else { swap(&running, &spans[clock]) }
    Span.clip(running, to: Interval(start: judged.clock.from, end: end), into: &scratch.raw)
    if isPossible { swap(&running, &possibleSpans[clock]) } else { swap(&running, &spans[clock]) }
    guard let test = judged.clock.length else { return nil }
    let last = judged.isRunning ? asOf : judged.clock.lastEnd
    var kept = 0
    for position in scratch.raw.indices {
      let interval = scratch.raw[position]
      switch total(of: [interval], calendar) {
      case .unknown(let id): return id
      case .known(let length) where test.admits(length.least.microseconds):
        scratch.raw[kept] = interval
        kept += 1
      case .known(let length) where test.admits(length.most.microseconds):
        return length.cause ?? unknown(.overflow)
      case .known where interval.end == last:
        judged.waiting = [interval]
        if case .known(let instant) = advance(interval.start, by: test.length, calendar) {
          judged.admission = instant
        }
      case .known: continue
      }
    }
    scratch.raw.removeLast(scratch.raw.count - kept)
    return nil
  }

  /// Puts the raw intervals without the target's pauses into `counted`.
  private mutating func subtractPauses(_ index: Int, _ judged: inout Judged) {
    guard !scratch.relief.isEmpty else { return swap(&counted[index], &scratch.raw) }
    Span.subtract(scratch.raw, scratch.relief, into: &scratch.result)
    swap(&counted[index], &scratch.result)
    if !judged.waiting.isEmpty {
      Span.subtract(judged.waiting, scratch.relief, into: &scratch.result)
      judged.waiting = scratch.result
    }
  }

  /// Lends out what a target counted; moved, not shared, because counting owners costs more than the step.
  @inline(__always)
  private mutating func withCounted<Result>(
    _ index: Int, _ body: (inout Evaluator, [Interval]) -> Result
  ) -> Result {
    var intervals: [Interval] = []
    swap(&intervals, &counted[index])
    let result = body(&self, intervals)
    swap(&intervals, &counted[index])
    return result
  }

  mutating func limit(_ index: Int, start: Instant) -> Known<Limit> {
    limit(index, value(plan.targets[index].limit), start: start)
  }

  /// The same where the target's limit has a value.
  mutating func limit(_ index: Int, _ length: Value, start: Instant) -> Known<Limit> {
    switch length {
    case .duration(let duration): return .known(Limit(length: duration, end: nil))
    case .calendarLength, .workingDays:
      let moved = move(start, by: length, calendar: plan.targets[index].workingCalendar, negated: false)
      guard case .instant(let end) = moved.value else {
        return .unknown(moved.value.unknown ?? unknown(.outOfRange))
      }
      if let open = openTime(of: length, index) { return .known(Limit(length: open, end: end)) }
      switch measure(Interval(start: start, end: end), plan.targets[index].calendar) {
      case .known(let open): return .known(Limit(length: open, end: end))
      case .unknown(let id): return .unknown(id)
      }
    case .unknown, .later, .truth, .number, .instant, .date, .timeOfDay, .text, .choice:
      return .unknown(length.unknown ?? unknown(.overflow))
    }
  }

  /// The open time of working days, where a day is a length of it; nil where it has to be measured.
  @inline(__always) private func openTime(of length: Value, _ index: Int) -> Duration? {
    let calendar = plan.targets[index].calendar
    guard case .workingDays(let days) = length, calendar >= 0,
      calendar == plan.targets[index].workingCalendar,
      case .length(let day)? = calendars[Int(calendar)].rules.dayEnd
    else { return nil }
    return day.multiplied(by: Int64(days))
  }

  /// The total of intervals on the target's calendar, rounded where the target says so.
  private mutating func count(_ index: Int, _ intervals: [Interval]) -> Known<Count> {
    let total = self.total(of: intervals, plan.targets[index].calendar)
    guard plan.targets[index].roundingUnit != nil, case .known(var rounded) = total else { return total }
    guard let least = self.rounded(rounded.least, index), let most = self.rounded(rounded.most, index) else {
      return .unknown(unknown(.overflow))
    }
    (rounded.least, rounded.most) = (least, most)
    return .known(rounded)
  }

  private func rounded(_ total: Duration, _ index: Int) -> Duration? {
    guard let unit = plan.targets[index].roundingUnit else { return total }
    let rounded = Rational(total.microseconds)
      .rounded(plan.targets[index].roundingMode, toMultipleOf: Rational(unit.microseconds))
    return rounded.flatMap { Int64(exactly: $0.floor) }.map { Duration(microseconds: $0) }
  }

  // MARK: Exclusions

  /// A count beyond the limit holds only if it does whatever the pauses that are not known come to.
  private mutating func judgePauses(_ index: Int, _ total: Count, _ judged: Judged) -> TargetOutcome {
    if let id = judged.doubt {
      Span.subtract(counted[index], judged.perhaps, into: &scratch.result)
      switch count(index, scratch.result) {
      case .unknown(let other): return undecided(unknowns.join(id, other))
      case .known(let least): if !judged.exceeds(least.least) { return open(index, id, total, judged) }
      }
    }
    var judged = judged
    judged.isBeyond = true
    return judgeExclusions(index, total, judged)
  }

  private mutating func judgeExclusions(_ index: Int, _ total: Count, _ judged: Judged) -> TargetOutcome {
    let whole = wholeExclusion(index)
    if let exclusion = whole.holds {
      var result = outcome(index, .excused, total, judged)
      result.exclusion = exclusion
      return judged.doubt.map { doubted(result, index, $0, without: judged.perhaps, judged) } ?? result
    }
    let times = excludedTimes(index)
    var judged = judged
    var final = total
    if !times.certain.isEmpty {
      let effective = firstEffective(
        times.exclusions, within: counted[index], on: plan.targets[index].calendar)
      if !judged.waiting.isEmpty {
        Span.subtract(judged.waiting, times.certain, into: &scratch.result)
        judged.waiting = scratch.result
      }
      Span.subtract(counted[index], times.certain, into: &scratch.result)
      swap(&counted[index], &scratch.result)
      switch withCounted(index, { $0.count(index, $1) }) {
      case .unknown(let id): return undecided(id)
      case .known(let reduced): final = reduced
      }
      if !judged.exceeds(final.most) {
        var result = outcome(index, judged.isRunning ? .pending : .excused, final, judged)
        result.exclusion = judged.isRunning ? nil : effective
        if let doubt = judged.doubt {
          result = doubted(result, index, doubt, without: judged.perhaps, judged)
        }
        if let id = whole.unknown, !judged.isRunning {
          // One that may excuse the whole leaves the figures as they are.
          let least = result
          result.counted = total.most
          result.over = judged.beyond(total.most)
          result.note(joined(result.doubt, id), least)
          result.dueDoubt = joined(result.dueDoubt, id)
        }
        return result
      }
    }
    if let id = whole.unknown { return open(index, id, final, judged) }
    return judgeRest(index, final, judged, times)
  }

  /// What no known exclusion excuses is breached if it is without all that may be taken out, too.
  private mutating func judgeRest(
    _ index: Int, _ final: Count, _ judged: Judged, _ times: ExcludedTimes
  ) -> TargetOutcome {
    var causes = times.unknown
    var possible = times.possible
    if let doubt = judged.doubt {
      causes = joined(causes, doubt)
      possible += judged.perhaps
      Span.normalise(&possible)
    }
    guard let id = causes else {
      if let cause = final.cause, !judged.exceeds(final.least) { return open(index, cause, final, judged) }
      return outcome(index, .breached, final, judged)
    }
    Span.subtract(counted[index], possible, into: &scratch.result)
    switch count(index, scratch.result) {
    case .unknown(let other): return undecided(unknowns.join(id, other))
    case .known(let least):
      if !judged.exceeds(least.least) {
        return open(index, least.cause.map { unknowns.join(id, $0) } ?? id, final, judged)
      }
    }
    return doubted(outcome(index, .breached, final, judged), index, id, without: possible, judged)
  }

  /// An outcome whose verdict stands, with the doubt where what may be taken out changes its figures.
  private mutating func doubted(
    _ known: TargetOutcome, _ index: Int, _ id: UnknownID, without possible: [Interval], _ judged: Judged
  ) -> TargetOutcome {
    var result = known
    var kept: [Interval] = []
    Span.subtract(counted[index], possible, into: &kept)
    guard kept != counted[index] else { return result }
    swap(&kept, &counted[index])
    let due = self.due(index, judged)
    swap(&kept, &counted[index])
    if case .known(let due) = due, due == result.due {} else { result.dueDoubt = id }
    var least = Duration.zero
    if case .known(let count) = count(index, kept) { least = count.least }
    guard least != result.surelyCounted else { return result }
    let over = known.over > .zero ? judged.beyond(least) : .zero
    result.note(joined(result.doubt, id), counted: least, over: over)
    return result
  }

  /// The figures of a count whose verdict is not known yet.
  private mutating func open(
    _ index: Int, _ id: UnknownID, _ total: Count, _ judged: Judged
  ) -> TargetOutcome {
    var result = outcome(index, verdict(for: id), total, judged)
    result.unknown = id
    // A count that exceeds its limit whatever the pauses are is not met without an exclusion.
    var candidates: [Verdict] = [.breached, .excused]
    if !judged.isBeyond { candidates.append(.met) }
    if judged.isRunning { candidates.append(.pending) }
    result.candidates = VerdictSet(candidates)
    return result
  }

  private mutating func outcome(
    _ index: Int, _ verdict: Verdict, _ total: Count, _ judged: Judged
  ) -> TargetOutcome {
    var result = TargetOutcome(verdict)
    result.limit = judged.limit.length
    result.counted = total.most
    result.isCountKnown = total.cause == nil
    result.isDueIncluded = !judged.isStrict
    switch due(index, judged) {
    case .known(let due): result.due = due
    case .unknown(let id): result.unknown = verdict == .pending ? id : nil
    }
    let isOver = verdict == .breached || verdict == .excused
    if isOver { result.over = judged.beyond(total.most) }
    if let cause = total.cause {
      result.note(cause, counted: total.least, over: isOver ? judged.beyond(total.least) : .zero)
    }
    return result
  }

  // MARK: Due

  /// The instant at which the count reaches the limit, projected from the last stop or the as-of instant on.
  private mutating func due(_ index: Int, _ judged: Judged) -> Known<Instant> {
    var left = judged.limit.length
    let calendar = plan.targets[index].calendar
    if left <= .zero { return exactEnd(judged.limit, .known(judged.clock.firstStart)) }
    if let due = withCounted(index, { $0.reached(&left, in: $1, calendar) }) {
      return exactEnd(judged.limit, due)
    }
    if let due = reached(&left, in: judged.waiting, calendar) {
      return exactEnd(judged.limit, admitted(judged, due))
    }
    let last = judged.isRunning ? asOf : judged.clock.lastEnd
    return exactEnd(judged.limit, admitted(judged, advance(last, by: left, calendar)))
  }

  /// Where the intervals use up what is left; else what they leave of it.
  mutating func reached(
    _ left: inout Duration, in intervals: [Interval], _ calendar: Int32
  ) -> Known<Instant>? {
    for interval in intervals {
      switch measure(interval, calendar) {
      // It may be reached before the time of which the calendar does not know.
      case .unknown: return advance(interval.start, by: left, calendar)
      case .known(let length) where length >= left: return advance(interval.start, by: left, calendar)
      case .known(let length): left = left.subtracting(length) ?? .zero
      }
    }
    return nil
  }

  /// An interval that is not yet long enough counts as a whole once it is.
  private func admitted(_ judged: Judged, _ due: Known<Instant>) -> Known<Instant> {
    guard let admission = judged.admission, case .known(let instant) = due else { return due }
    return .known(max(instant, admission))
  }

  /// A working or calendar length that lost no time ends where it says, also behind closing time.
  func exactEnd(_ limit: Limit, _ due: Known<Instant>) -> Known<Instant> {
    guard let end = limit.end, case .known(let counted) = due, counted < end else { return due }
    return .known(end)
  }
}
