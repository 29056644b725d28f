import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// Judges a clock whose last stop is held against an instant (`by`).
  mutating func judgeDeadline(_ index: Int, _ state: SpanState) -> TargetOutcome {
    let clock = Int(plan.targets[index].clock)
    let isRunning = state.isOpen
    Span.clip(
      state.isPossible ? possibleSpans[clock] : spans[clock],
      to: Interval(start: .earliest, end: min(asOf, state.cut)), into: &counted[index])
    let judged = Timed(
      stop: isRunning ? asOf : state.lastEnd, isRunning: isRunning, start: state.firstStart)
    let deadline = deadline(plan.targets[index].deadline)
    let written: Bound
    switch deadline.value {
    case .instant(let instant): written = Bound(due: instant, isIncluded: deadline.isIncluded)
    case .later(let id): return beforeTheFuture(index, judged, id)
    case let other:
      let id = other.unknown ?? unknown(.overflow)
      return judgeUnknown(index, judged, id) ?? awaiting(index, id)
    }
    var doubt: UnknownID?
    switch moved(index, written, judged, &doubt) {
    case .unknown(let id): return undecided(id)
    case .known(let ends):
      if let doubt { return judgeDoubtful(index, judged, ends, written, doubt) }
      if !ends.least.isMissed(at: judged.stop) {
        return outcome(index, isRunning ? .pending : .met, judged, ends.least)
      }
      return judgeExclusions(index, judged, ends.least, written)
    }
  }

  /// A deadline that an extension may move further: a stop between the two ends is not decided.
  private mutating func judgeDoubtful(
    _ index: Int, _ judged: Timed, _ ends: Ends, _ written: Bound, _ doubt: UnknownID
  ) -> TargetOutcome {
    let (bound, latest) = (ends.least, ends.most)
    if !bound.isMissed(at: judged.stop) {
      var result = outcome(index, judged.isRunning ? .pending : .met, judged, bound)
      if latest.due != bound.due { mark(&result, index, judged, latest, doubt) }
      return result
    }
    guard latest.isMissed(at: judged.stop) else { return undecided(doubt) }
    var result = judgeExclusions(index, judged, bound, written)
    if latest.due != bound.due, result.verdict != .undecided { mark(&result, index, judged, latest, doubt) }
    return result
  }

  /// Notes that a deadline is not known, though the verdict is.
  private mutating func mark(
    _ outcome: inout TargetOutcome, _ index: Int, _ judged: Timed, _ latest: Bound, _ id: UnknownID
  ) {
    let least = self.outcome(index, outcome.verdict, judged, latest)
    outcome.note(joined(outcome.doubt, id), least)
    outcome.dueDoubt = joined(outcome.dueDoubt, id)
  }

  /// When a clock stopped, or the as-of instant while it runs.
  struct Timed {
    var stop: Instant
    var isRunning: Bool
    var start: Instant
  }

  /// A deadline; one that is not included is met only strictly before it.
  struct Bound {
    var due: Instant
    var isIncluded: Bool

    func isMissed(at stop: Instant) -> Bool { isIncluded ? stop > due : stop >= due }

    /// The later of the two.
    func notBefore(_ other: Bound) -> Bound { due < other.due ? other : self }
  }

  /// A deadline moved by what surely moves it, and by all that may.
  private struct Ends {
    var least: Bound
    var most: Bound
    /// The first of the two before it rolled.
    var unrolled: Instant
  }

  /// A stop that has come is before a deadline that depends on an event still to come.
  private mutating func beforeTheFuture(_ index: Int, _ judged: Timed, _ id: UnknownID) -> TargetOutcome {
    var result = awaiting(index, id)
    result.counted = Span.total(counted[index])
    result.isCountKnown = true
    if !judged.isRunning {
      result.verdict = .met
      result.unknown = nil
    }
    return result
  }

  /// A stop before all that an unknown deadline may be, or behind it: `by earliest(a + 4 h, promised)`.
  private mutating func judgeUnknown(_ index: Int, _ judged: Timed, _ id: UnknownID) -> TargetOutcome? {
    let target = plan.targets[index]
    guard target.roll == nil, target.extensions.count == 0, target.exclusions.count == 0 else { return nil }
    let stop = Rational(judged.stop.microseconds)
    let range = range(target.deadline)
    if !judged.isRunning, let least = range.least, stop < least {
      var result = TargetOutcome(.met)
      result.counted = Span.total(counted[index])
      result.isCountKnown = true
      result.dueDoubt = id
      return result
    }
    guard let most = range.most, stop > most, let last = Int64(exactly: most.floor) else { return nil }
    let latest = Bound(due: Instant(microseconds: last), isIncluded: true)
    var result = outcome(index, .breached, judged, latest)
    result.note(id, result)
    result.isAtMost = false
    result.due = nil
    result.dueDoubt = id
    return result
  }

  /// A deadline that depends on what is not known. As things stand, it is the earliest of those that are.
  private mutating func awaiting(_ index: Int, _ id: UnknownID) -> TargetOutcome {
    var result = undecided(id)
    if result.verdict == .pending {
      stand(&result, index)
      result.counted = Span.total(counted[index])
      result.isCountKnown = true
    }
    return result
  }

  /// A deadline whose clock has not started, or that may still come to be an earlier one, as things stand.
  mutating func stand(_ outcome: inout TargetOutcome, _ index: Int) {
    let standing = standing(plan.targets[index].deadline)
    guard case .instant(let written) = standing.value,
      case .known(let bound) = rolled(
        Bound(due: written, isIncluded: standing.isIncluded), plan.targets[index].roll)
    else { return }
    outcome.due = bound.due
    outcome.isDueIncluded = bound.isIncluded
    outcome.timeLeft = timeLeft(index, bound.due)
  }

  /// A deadline without what has not happened yet: of several the earliest that is known.
  private mutating func standing(_ node: Int32) -> (value: Value, isIncluded: Bool) {
    let whole = deadline(node)
    guard whole.value.unknown != nil, case .smallest(let list) = plan.nodes[Int(node)] else { return whole }
    var best: (value: Value, isIncluded: Bool)?
    for position in list.range {
      let candidate = standing(plan.operands[position])
      if let id = candidate.value.unknown {
        guard unknowns.isNotYet(id) else { return whole }
      } else if let known = best {
        let order = order(candidate.value, known.value)
        if order == .less || order == .equal && !candidate.isIncluded { best = candidate }
      } else {
        best = candidate
      }
    }
    return best ?? whole
  }

  /// The open time up to an instant; zero once it has passed.
  private mutating func timeLeft(_ index: Int, _ due: Instant) -> Duration? {
    guard due > asOf else { return .zero }
    guard case .known(let left) = measure(Interval(start: asOf, end: due), plan.targets[index].calendar)
    else { return nil }
    return left
  }

  /// A deadline first moved by extensions and the times of exclusions, then rolled, with the cause where that
  /// is not known in full. One that they move into open time, where it does not roll, is not before the one
  /// that rolls without them.
  private mutating func moved(
    _ index: Int, _ written: Bound, _ judged: Timed, _ doubt: inout UnknownID?,
    adding times: ExcludedTimes? = nil
  ) -> Known<Ends> {
    switch extended(index, written.due, judged, &doubt, adding: times) {
    case .unknown(let id): return .unknown(id)
    case .known(let ends):
      let roll = plan.targets[index].roll
      let unmoved = rolled(written, roll)
      let least = rolled(Bound(due: ends.start, isIncluded: written.isIncluded), roll)
      let most = rolled(Bound(due: ends.end, isIncluded: written.isIncluded), roll)
      switch (unmoved, least, most) {
      case (.known(let unmoved), .known(let least), .known(let most)):
        return .known(
          Ends(least: least.notBefore(unmoved), most: most.notBefore(unmoved), unrolled: ends.start))
      case (.unknown(let id), _, _), (_, .unknown(let id), _), (_, _, .unknown(let id)):
        return .unknown(doubt.map { joined($0, id) } ?? id)
      }
    }
  }

  /// The deadline moved by the time that the target's extensions, and the times of exclusions, share with the
  /// clock up to it, an overlap once: by what they surely cover, and by what they may, with the cause where
  /// that is not the same.
  private mutating func extended(
    _ index: Int, _ written: Instant, _ judged: Timed, _ doubt: inout UnknownID?,
    adding times: ExcludedTimes? = nil
  ) -> Known<Interval> {
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    for position in plan.targets[index].extensions.range {
      let (covered, possible) = (surely.count, perhaps.count)
      let cause = relief(plan.operands[position], of: index, surely: &surely, perhaps: &perhaps)
      if let cause, !unknowns.isNotYet(cause) {
        doubt = joined(doubt, cause)
      } else {
        // What waits for an event to come has not covered anything yet.
        perhaps.replaceSubrange(possible..., with: surely[covered...])
      }
    }
    if let times {
      surely += times.certain
      perhaps += times.possible
    }
    Span.normalise(&surely)
    guard case .known(let least) = extended(written, by: surely, from: judged.start) else {
      return .unknown(unknown(.outOfRange))
    }
    guard doubt != nil else { return .known(Interval(start: least, end: least)) }
    Span.normalise(&perhaps)
    guard case .known(let most) = extended(written, by: perhaps, from: judged.start) else {
      return .unknown(unknown(.outOfRange))
    }
    return .known(Interval(start: least, end: most))
  }

  /// Moves an instant behind the given intervals by as much as they cover from `start` on; an open end covers
  /// time up to the as-of instant only.
  private mutating func extended(_ written: Instant, by intervals: [Interval], from start: Instant) -> Known<
    Instant
  > {
    var due = written
    for interval in intervals {
      let from = max(interval.start, start)
      let until = min(interval.end, asOf)
      if from >= due { break }
      if from >= until { continue }
      guard let length = until.since(from), let moved = due.adding(length) else {
        return .unknown(unknown(.outOfRange))
      }
      due = moved
    }
    return .known(due)
  }

  /// A deadline that is missed, with the exclusions of the target: their times move it as its extensions do.
  private mutating func judgeExclusions(
    _ index: Int, _ judged: Timed, _ bound: Bound, _ written: Bound
  ) -> TargetOutcome {
    let whole = wholeExclusion(index)
    if let exclusion = whole.holds {
      var result = outcome(index, .excused, judged, bound)
      result.exclusion = exclusion
      return result
    }
    let times = excludedTimes(index)
    var doubt = times.unknown
    switch moved(index, written, judged, &doubt, adding: times) {
    case .unknown(let id): return undecided(id)
    case .known(let ends):
      let final = ends.least.notBefore(bound)
      if !final.isMissed(at: judged.stop) {
        let window = [Interval(start: judged.start, end: ends.unrolled)]
        let effective = firstEffective(times.exclusions, within: window, on: -1)
        if judged.isRunning { return outcome(index, .pending, judged, final) }
        // One that may excuse the whole leaves the figures as they are.
        var result = outcome(index, .excused, judged, whole.unknown == nil ? final : bound)
        if let id = whole.unknown { mark(&result, index, judged, final, id) }
        result.exclusion = effective
        return result
      }
      if let id = whole.unknown { return undecided(id) }
      var result = outcome(index, .breached, judged, final)
      let last = ends.most.notBefore(final)
      guard let doubt else { return result }
      if !last.isMissed(at: judged.stop) { return undecided(doubt) }
      if last.due != final.due { mark(&result, index, judged, last, doubt) }
      return result
    }
  }

  private mutating func outcome(
    _ index: Int, _ verdict: Verdict, _ judged: Timed, _ bound: Bound
  ) -> TargetOutcome {
    var result = TargetOutcome(verdict)
    result.due = bound.due
    result.isDueIncluded = bound.isIncluded
    result.counted = Span.total(counted[index])
    result.isCountKnown = true
    if verdict == .pending { result.timeLeft = timeLeft(index, bound.due) }
    guard bound.isMissed(at: judged.stop), verdict == .breached || verdict == .excused else {
      return result
    }
    switch total(of: [Interval(start: bound.due, end: judged.stop)], plan.targets[index].calendar) {
    case .known(let over):
      // A stop at a deadline that is not included, or in closed time behind it, is late by the least time.
      result.over = max(over.most, .least)
      if let cause = over.cause {
        result.note(cause, counted: result.counted, over: max(over.least, .least))
      }
    case .unknown(let id):
      result.note(id, counted: result.counted, over: .least)
      result.isAtMost = false
    }
    return result
  }

  // MARK: Deadlines as written

  /// The instant of a `by`, and whether a stop at it is in time.
  mutating func deadline(_ node: Int32) -> (value: Value, isIncluded: Bool) {
    // A choice is followed here without its value, which whoever watches would take for not asked.
    if isWatching { _ = value(node) }
    switch plan.nodes[Int(node)] {
    case .endOfDate, .endOfCalendarDay, .endOfUnit: return (value(node), false)
    case .endOfWorkingDay(_, _, let calendar):
      return (value(node), plan.policy.calendars[Int(calendar)].rules.dayEnd != .midnight)
    case .smallest(let list): return extremeDeadline(list, earliest: true)
    case .greatest(let list): return extremeDeadline(list, earliest: false)
    case .choice(let list):
      var candidates: [Int32] = []
      let (final, causes) = branch(of: list, candidates: &candidates)
      return agreedDeadline(candidates + [final], causes)
    case .tableResult(let table, let column):
      switch row(of: Int(table)) {
      case .row(let row): return deadline(plan.result(Int(table), row: row, column: Int(column)))
      case .candidates(let rows, let causes):
        return agreedDeadline(rows.map { plan.result(Int(table), row: $0, column: Int(column)) }, causes)
      case .none(let id): return (.unknown(id), true)
      }
    case .moved(_, let length, let calendar, let negated):
      guard !negated, case .workingDays = value(length), calendar >= 0 else { return (value(node), true) }
      return (value(node), plan.policy.calendars[Int(calendar)].rules.dayEnd != .midnight)
    case .constant, .field, .column, .rowKey, .event, .attribute, .isKnown, .not, .all, .any, .compare, .sum,
      .rowColumn,
      .difference,
      .product,
      .quotient, .negation, .perUnit, .perDate, .verdict, .figure, .measure, .overlaps, .during,
      .startOfDate, .workingDay, .calendarDay, .timeOn, .timeOfDay, .dateOf, .sample, .periodStart,
      .periodEnd, .periodVerdict, .periodFigure,
      .graded, .datesOver, .ticketCount, .compareTicketCount:
      return (value(node), true)
    }
  }

  /// The deadline on which all that may apply agree, also in whether it is included.
  private mutating func agreedDeadline(_ nodes: [Int32], _ causes: UnknownID?) -> (
    value: Value, isIncluded: Bool
  ) {
    let candidates = nodes.map { deadline($0) }
    guard let first = candidates.first else { return (overflow(), true) }
    guard let causes else { return first }
    let agree = candidates.allSatisfy { $0.isIncluded == first.isIncluded }
    return (agree ? agreed(nodes, causes) : .unknown(causes), first.isIncluded)
  }

  private mutating func extremeDeadline(_ list: Node.List, earliest: Bool) -> (value: Value, isIncluded: Bool)
  {
    let overall = extremeOfRanges(list, greatest: !earliest)
    guard case .instant(let instant) = overall else { return (overall, true) }
    // Of two deadlines at one instant, the one that includes it is the later.
    var isIncluded = earliest
    for position in list.range {
      let candidate = deadline(plan.operands[position])
      guard candidate.value == .instant(instant) else { continue }
      isIncluded = earliest ? isIncluded && candidate.isIncluded : isIncluded || candidate.isIncluded
    }
    return (overall, isIncluded)
  }
}
