import PledgeNumbers
import PledgePolicy
import PledgeTime

extension Evaluator {
  /// Judges each interval of a clock by itself; the worst cycle decides.
  ///
  /// A breached cycle is worse than one that is not known, that than a pending one, that than an excused one;
  /// of equals the one with the larger count beyond the limit, then with the larger count, then the first.
  mutating func judgeCycles(_ index: Int, _ state: SpanState) -> TargetOutcome {
    let clock = Int(plan.targets[index].clock)
    var parts = state.isPossible ? possibleSpans[clock] : spans[clock]
    if isPairing(plan.targets[index].clock) { parts = cycleIntervals[clock] }
    parts.removeAll { $0.start > asOf }
    cycles[index].removeAll(keepingCapacity: true)
    var all: [Interval] = []
    var worst: TargetOutcome?
    var causes: UnknownID?
    for (position, part) in parts.enumerated() {
      let cycle = judgeCycle(index, part, state, isLast: position == parts.count - 1)
      all += counted[index]
      cycles[index].append(cycle)
      if cycle.verdict == .undecided, let id = cycle.unknown {
        causes = causes.map { unknowns.join($0, id) } ?? id
      }
      if let known = worst, !cycle.isWorse(than: known) { continue }
      worst = cycle
    }
    counted[index] = all
    var outcome = worst ?? TargetOutcome(.pending)
    if outcome.verdict == .undecided, let causes { outcome.unknown = causes }
    if parts.count > 1 { outcome.candidates = .applying }
    if outcome.verdict == .breached { noteDoubts(index, &outcome) }
    outcome.cycles = Int32(truncatingIfNeeded: parts.count)
    outcome.failingCycles = Int32(truncatingIfNeeded: cycles[index].count { $0.verdict == .breached })
    return outcome
  }

  /// The figures of the worst cycle are in doubt where another one that is not known may be worse.
  private mutating func noteDoubts(_ index: Int, _ outcome: inout TargetOutcome) {
    var surely = Duration.zero
    for cycle in cycles[index] where cycle.verdict == .breached && cycle.doubt == nil {
      surely = max(surely, cycle.over)
    }
    for cycle in cycles[index] where cycle.verdict == .undecided || cycle.doubt != nil {
      guard let id = cycle.doubt ?? cycle.unknown else { continue }
      let most = cycle.isCountKnown ? cycle.limit.flatMap { cycle.counted.subtracting($0) } : nil
      if let most, most < surely { continue }
      outcome.dueDoubt = joined(outcome.dueDoubt, id)
      if most != surely { outcome.note(joined(outcome.doubt, id), outcome) }
    }
  }

  private mutating func judgeCycle(
    _ index: Int, _ part: Interval, _ state: SpanState, isLast: Bool
  ) -> TargetOutcome {
    var cycle = state
    cycle.firstStart = part.start
    cycle.from = part.start
    cycle.cut = min(state.cut, part.end)
    cycle.isOpen = isLast && state.isOpen
    cycle.lastEnd = isLast ? min(state.lastEnd, part.end) : part.end
    var outcome = judgeCount(index, cycle)
    outcome.isRunning = cycle.isOpen
    outcome.start = part.start
    if !cycle.isOpen { outcome.stop = cycle.lastEnd }
    return outcome
  }

  // MARK: Refunds

  /// What a refund pays for all failing cycles together, each rounded like an item.
  ///
  /// For each cycle the target's figures are those of the cycle, and everything that reads them is computed
  /// anew.
  mutating func paidPerCycle(_ refund: RefundPlan) -> Known<Rational> {
    var items: [Rational] = []
    return paidPerCycle(refund, items: &items)
  }

  /// The same, with the amount of each cycle.
  mutating func paidPerCycle(_ refund: RefundPlan, items: inout [Rational]) -> Known<Rational> {
    let index = Int(refund.cyclesOf)
    let whole = target(index)
    var sum = Rational.zero
    // A cycle of which nothing is recorded may have failed as well.
    let clock = span(plan.targets[index].clock).doubt
    var missing = clock.flatMap { $0.mayBegin ? $0.cause : nil }
    for cycle in cycles[index] where missing == nil {
      let id = doubt(cycle, index)
      guard id != nil || cycle.verdict == .breached else { continue }
      // One that may fail changes nothing only where it pays nothing at most.
      guard let paying = id == nil ? cycle : atMost(cycle) else {
        missing = id
        continue
      }
      stand(in: paying, for: index)
      switch value(refund.amount) {
      case .number(let paid):
        let rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
        if let id {
          missing = rounded.map { $0.isZero } == true ? nil : id
        } else if let rounded, let added = sum.adding(rounded) {
          items.append(rounded)
          sum = added
        } else {
          missing = unknown(.overflow)
        }
      case let other: missing = id ?? other.unknown ?? unknown(.overflow)
      }
    }
    stand(in: whole, for: index)
    return missing.map { .unknown($0) } ?? .known(sum)
  }

  /// Why it is not known whether a cycle pays: its verdict waits for something, or its end may be unrecorded.
  private mutating func doubt(_ cycle: TargetOutcome, _ index: Int) -> UnknownID? {
    if cycle.verdict == .undecided { return cycle.unknown ?? unknown(.targetPending, Int32(index)) }
    if cycle.verdict == .pending, !cycle.isRunning { return cycle.unknown }
    guard let doubt = spanStates[Int(plan.targets[index].clock)].doubt, let start = cycle.start,
      start >= doubt.from, !unknowns.isNotYet(doubt.cause)
    else { return nil }
    return doubt.cause
  }

  /// A cycle as if it failed by all that it may have counted; nil where that is not known.
  private func atMost(_ cycle: TargetOutcome) -> TargetOutcome? {
    guard cycle.isCountKnown, let limit = cycle.limit else { return nil }
    var result = cycle
    result.verdict = .breached
    result.over = cycle.counted.beyond(limit, isStrict: !cycle.isDueIncluded)
    result.doubt = nil
    result.dueDoubt = nil
    return result
  }

  /// Makes an outcome the target's, and what was computed from it old; other targets stay as they are.
  private mutating func stand(in outcome: TargetOutcome, for index: Int) {
    let known = targetStamps.indices.map { targetStamps[$0] == stamp }
    raiseStamp()
    for target in known.indices where known[target] { targetStamps[target] = stamp }
    targets[index] = outcome
  }
}

extension TargetOutcome {
  /// Whether a cycle decides rather than one before it.
  func isWorse(than other: TargetOutcome) -> Bool {
    if rank != other.rank { return rank > other.rank }
    if over != other.over { return over > other.over }
    // The last of several that are open is the one that runs.
    return verdict == .pending || counted > other.counted
  }

  private var rank: Int {
    switch verdict {
    case .breached: 5
    case .undecided: 4
    case .pending: 3
    case .excused: 2
    case .met: 1
    case .notApplicable: 0
    }
  }
}
