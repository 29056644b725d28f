import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// The outcome of a target for the current ticket, computed once.
  mutating func target(_ index: Int) -> TargetOutcome {
    decideTarget(index)
    return targets[index]
  }

  /// Puts the outcome of a target into `targets`, where it does not stand yet.
  mutating func decideTarget(_ index: Int) {
    if targetStamps[index] == stamp { return }
    Span.clear(&counted[index])
    if !decidePlainly(index) { targets[index] = computeTarget(index) }
    targetStamps[index] = stamp
  }

  private mutating func computeTarget(_ index: Int) -> TargetOutcome {
    switch inForce() {
    case .truth(true): break
    case .truth(false): return notApplicable(.notInForce)
    case let other: return undecided(other.unknown)
    }
    let condition = plan.targets[index].condition
    if condition >= 0 {
      switch value(condition) {
      case .truth(true): break
      case .truth(false): return notApplicable(.conditionFalse)
      case let other: return perhapsApplicable(index, other.unknown)
      }
    }
    return judgeApplicable(index)
  }

  /// A target of which it is not known whether it is about the ticket: it may come to what it would come to.
  private mutating func perhapsApplicable(_ index: Int, _ id: UnknownID?) -> TargetOutcome {
    var outcome = undecided(id)
    outcome.candidates = judgeApplicable(index).verdicts.united(with: VerdictSet([.notApplicable]))
    Span.clear(&counted[index])
    cycles[index].removeAll(keepingCapacity: true)
    return outcome
  }

  private mutating func judgeApplicable(_ index: Int) -> TargetOutcome {
    let state = span(plan.targets[index].clock)
    if let id = state.unknown { return undecided(id) }
    return state.hasBounds ? judgeBounds(index, state) : judgeStarted(index, state)
  }

  /// Judges a clock that is known, but for an end or a start that may be unrecorded.
  mutating func judgeStarted(_ index: Int, _ state: SpanState) -> TargetOutcome {
    guard state.hasStarted else { return notStarted(index) }
    var outcome = state.doubt.map { judge(index, state, $0) } ?? judge(index, state)
    outcome.isRunning = state.isOpen
    // Of cycles, the one that decides has said so itself.
    guard outcome.cycles == 0 else { return outcome }
    outcome.start = state.firstStart
    if !outcome.isRunning { outcome.stop = state.lastEnd }
    return outcome
  }

  private mutating func judge(_ index: Int, _ state: SpanState) -> TargetOutcome {
    if plan.targets[index].isEachCycle { return judgeCycles(index, state) }
    return plan.targets[index].deadline >= 0 ? judgeDeadline(index, state) : judgeCount(index, state)
  }

  /// A clock that may have ended unrecorded is decided where it comes to the same as if it had ended at once.
  private mutating func judge(_ index: Int, _ state: SpanState, _ doubt: Doubt) -> TargetOutcome {
    if doubt.mayBegin { return judgeBegun(index, state, doubt) }
    var ended = state
    ended.isOpen = false
    ended.lastEnd = max(doubt.from, state.firstStart)
    ended.cut = doubt.from
    let least = judge(index, ended)
    var outcome = judge(index, state)
    if outcome.verdict == least.verdict, isPairing(plan.targets[index].clock) || outcome.verdict == .breached
    {
      if outcome.due != least.due { outcome.dueDoubt = joined(outcome.dueDoubt, doubt.cause) }
      if outcome.over != least.over || outcome.counted != least.counted {
        outcome.note(joined(outcome.doubt, doubt.cause), least)
      }
      return outcome
    }
    var doubtful = outcome
    var causes = doubt.cause
    for id in [outcome.unknown, least.unknown].compactMap({ $0 }) { causes = unknowns.join(causes, id) }
    doubtful.verdict = verdict(for: causes)
    doubtful.unknown = causes
    doubtful.candidates = .applying
    return doubtful
  }

  /// A clock that may have run before, or again, without a record: what it counted is the least, so that only
  /// what fails already is decided.
  private mutating func judgeBegun(_ index: Int, _ state: SpanState, _ doubt: Doubt) -> TargetOutcome {
    var ended = doubt
    ended.mayBegin = false
    var outcome = doubt.from == .latest ? judge(index, state) : judge(index, state, ended)
    let isExcused = outcome.exclusion.map { plan.exclusions[$0].span < 0 } ?? false
    if outcome.verdict == .breached || outcome.verdict == .excused && isExcused, staysBreached(index) {
      outcome.note(joined(outcome.doubt, doubt.cause), outcome)
      outcome.isAtMost = false
      outcome.dueDoubt = joined(outcome.dueDoubt, doubt.cause)
      return outcome
    }
    outcome.unknown = joined(outcome.unknown, doubt.cause)
    outcome.verdict = verdict(for: outcome.unknown ?? doubt.cause)
    outcome.candidates = .applying
    outcome.isAtMost = false
    return outcome
  }

  /// Whether a target that is breached is so as well where its clock ran longer.
  private mutating func staysBreached(_ index: Int) -> Bool {
    let target = plan.targets[index]
    guard target.deadline < 0 else { return target.extensions.count == 0 && target.exclusions.count == 0 }
    if case .duration = value(target.limit) { return true }
    return false
  }

  func isPairing(_ node: Int32) -> Bool {
    if case .pairing = plan.spans[Int(node)] { true } else { false }
  }

  /// Whether the policy is in force at the ticket's governing event, computed once.
  mutating func inForce() -> Value {
    if validityStamp == stamp { return validity }
    validity = computeValidity()
    validityStamp = stamp
    return validity
  }

  private mutating func computeValidity() -> Value {
    guard plan.validFrom >= 0 else { return .truth(true) }
    let governing = governingInstant()
    if case .unknown = governing, plan.governing < 0 { return governing }
    let start = timeOfVersions.map { .instant($0.start) } ?? value(plan.validFrom)
    let begun = compare(.atLeast, governing, start)
    guard begun != .truth(false), let end = endOfValidity() else { return begun }
    let unended = compare(.less, governing, end)
    if unended == .truth(false) { return unended }
    return begun == .truth(true) ? unended : begun
  }

  /// The first instant at which the policy is no longer in force; nil where there is none.
  private mutating func endOfValidity() -> Value? {
    if let timeOfVersions { return timeOfVersions.end < .latest ? .instant(timeOfVersions.end) : nil }
    return plan.validUntil >= 0 ? value(plan.validUntil) : nil
  }

  private func notApplicable(_ reason: TargetOutcome.Applicability) -> TargetOutcome {
    var outcome = TargetOutcome(.notApplicable)
    outcome.applicability = reason
    return outcome
  }

  mutating func undecided(_ id: UnknownID?) -> TargetOutcome {
    let id = id ?? unknown(.overflow)
    var outcome = TargetOutcome(verdict(for: id))
    outcome.unknown = id
    return outcome
  }

  private mutating func notStarted(_ index: Int) -> TargetOutcome {
    var outcome = TargetOutcome(.pending)
    outcome.hasStarted = false
    outcome.unknown = waitedFor(plan.targets[index].clock)
    if plan.targets[index].deadline >= 0 { stand(&outcome, index) }
    return outcome
  }

  /// What the start of a clock waits for.
  mutating func waitedFor(_ clock: Int32) -> UnknownID {
    var id: UnknownID?
    let starts = plan.startEvents(of: clock).filter { $0 >= 0 }
    let absent = starts.filter { event in !ticket.events[..<visible].contains { $0.code == event } }
    // Of a third complaint that is waited for, two may have come: then none is absent.
    for event in absent.isEmpty ? starts : absent {
      let cause = unknown(.eventNotYet, event)
      id = id.map { unknowns.join($0, cause) } ?? cause
    }
    return id ?? unknown(.logEmpty)
  }

  // MARK: Exclusions

  /// What the exclusions of whole tickets say: the first that holds, and why others are not known.
  mutating func wholeExclusion(_ index: Int) -> (holds: Int?, unknown: UnknownID?) {
    var causes: UnknownID?
    for position in plan.targets[index].exclusions.range {
      let exclusion = plan.operands[position]
      guard plan.exclusions[Int(exclusion)].span < 0 else { continue }
      let condition = plan.exclusions[Int(exclusion)].condition
      let holds = condition < 0 ? .truth(true) : value(condition)
      if holds == .truth(true) { return (Int(exclusion), nil) }
      if let id = holds.unknown { causes = causes.map { unknowns.join($0, id) } ?? id }
    }
    return (nil, causes)
  }

  /// The times that exclusions take out: those that surely do, and those that may, with the causes.
  mutating func excludedTimes(_ index: Int) -> ExcludedTimes {
    var result = ExcludedTimes()
    for position in plan.targets[index].exclusions.range {
      let exclusion = plan.operands[position]
      guard plan.exclusions[Int(exclusion)].span >= 0 else { continue }
      let ready = plan.exclusions[Int(exclusion)]
      let holds = ready.condition < 0 ? .truth(true) : value(ready.condition)
      if holds == .truth(false) { continue }
      if let id = holds.unknown {
        result.unknown = joined(result.unknown, id)
        var surely: [Interval] = []
        let doubt = relief(ready.span, of: index, surely: &surely, perhaps: &result.possible)
        if let doubt { result.unknown = joined(result.unknown, doubt) }
      } else {
        let doubt = relief(ready.span, of: index, surely: &result.certain, perhaps: &result.possible)
        if let doubt { result.unknown = joined(result.unknown, doubt) }
        result.exclusions.append(Int(exclusion))
      }
    }
    Span.normalise(&result.certain)
    Span.normalise(&result.possible)
    return result
  }

  /// Times that exclusions take out of a count.
  struct ExcludedTimes {
    var certain: [Interval] = []
    /// Also those that only may be taken out.
    var possible: [Interval] = []
    /// The exclusions whose times are certain.
    var exclusions: [Int] = []
    var unknown: UnknownID?
  }

  /// The first of the exclusions that shares open time with what the clock ran.
  mutating func firstEffective(_ exclusions: [Int], within intervals: [Interval], on calendar: Int32) -> Int?
  {
    for exclusion in exclusions {
      let excluded = self.intervals(plan.exclusions[exclusion].span)
      var common: [Interval] = []
      Span.intersect(excluded, intervals, into: &common)
      for interval in common {
        if case .known(let open) = measure(interval, calendar), open > .zero { return exclusion }
      }
    }
    return nil
  }
}
