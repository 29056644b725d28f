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
    var parts = isPairing(plan.targets[index].clock) ? cycleIntervals[clock] : spans[clock]
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
    outcome.cycles = Int32(truncatingIfNeeded: parts.count)
    outcome.failingCycles = Int32(truncatingIfNeeded: cycles[index].count { $0.verdict == .breached })
    return outcome
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
    var missing: UnknownID?
    for cycle in cycles[index] where cycle.verdict == .breached && missing == nil {
      stand(in: cycle, for: index)
      switch value(refund.amount) {
      case .number(let paid):
        let rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
        if let rounded, let added = sum.adding(rounded) {
          items.append(rounded)
          sum = added
        } else {
          missing = unknown(.overflow)
        }
      case let other: missing = other.unknown ?? unknown(.overflow)
      }
    }
    stand(in: whole, for: index)
    return missing.map { .unknown($0) } ?? .known(sum)
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
