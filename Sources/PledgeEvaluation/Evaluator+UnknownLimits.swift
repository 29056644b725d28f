import PledgeNumbers
import PledgePolicy
import PledgeTime

// A limit that is not known lies between two ends, as far as its parts say. What is breached under the
// longest limit is so under each, and what is met under the shortest.

extension Evaluator {
  /// Judges a count of which the limit is not known.
  mutating func judgeLimits(_ index: Int, _ state: SpanState, _ id: UnknownID) -> TargetOutcome {
    guard !waitsForRow(id) else { return undecided(id) }
    let range = range(plan.targets[index].limit)
    let long = range.most.flatMap { limit(index, state, $0.ceiling) }
    let loosest = long.map { judgeCount(index, state, assuming: $0) }
    let short = range.least.flatMap { limit(index, state, $0.floor) }
    let strictest = short.map { judgeCount(index, state, assuming: $0) }
    var outcome: TargetOutcome
    switch (strictest, loosest) {
    case (let strictest?, let loosest?) where strictest.verdict == loosest.verdict:
      outcome = strictest
      if outcome.over != loosest.over { outcome.note(joined(outcome.doubt, id), loosest) }
    case (let strictest?, _) where strictest.verdict == .met: outcome = strictest
    case (_, let loosest?) where loosest.verdict == .breached:
      outcome = loosest
      outcome.note(joined(outcome.doubt, id), loosest)
      outcome.isAtMost = false
      outcome.due = nil
    case (_, _): return stillOpen(index, id, strictest, loosest)
    }
    guard [.met, .breached, .excused].contains(outcome.verdict) else {
      return stillOpen(index, id, strictest, loosest)
    }
    outcome.limit = nil
    outcome.dueDoubt = joined(outcome.dueDoubt, id)
    return outcome
  }

  /// Whether a limit is not known because a register has no row for it: what no row names may be none of
  /// those that a limit was promised to.
  func waitsForRow(_ id: UnknownID) -> Bool { unknowns.causes(id).contains { $0.kind == .rowMissing } }

  /// A verdict that depends on the limit.
  private mutating func stillOpen(
    _ index: Int, _ id: UnknownID, _ strictest: TargetOutcome?, _ loosest: TargetOutcome?
  ) -> TargetOutcome {
    var outcome = undecided(id)
    outcome.candidates = strictest?.verdicts ?? .applying
    outcome.candidates = outcome.candidates.united(with: loosest?.verdicts ?? .applying)
    // A limit between the ends may be met only by what exclusions take off, though neither end is.
    if !plan.targets[index].exclusions.range.isEmpty {
      outcome.candidates = outcome.candidates.united(with: VerdictSet([.excused]))
    } else if let counted = strictest ?? loosest {
      // Without exclusions the count is the same under each limit.
      outcome.counted = counted.counted
      outcome.isCountKnown = counted.isCountKnown
      outcome.isAtMost = counted.isAtMost
      if let doubt = counted.doubt { outcome.note(doubt, counted: counted.surelyCounted, over: .zero) }
    }
    return outcome
  }

  /// An end of a limit: a duration in microseconds, or a number of working days; nil for any other.
  private mutating func limit(_ index: Int, _ state: SpanState, _ end: Int128) -> Limit? {
    guard case .within(let limit, strict: _, workingCalendar: _) = plan.policy.targets[index].bound,
      let whole = Int64(exactly: end)
    else { return nil }
    let value: Value
    switch limit.type {
    case .duration: value = .duration(Duration(microseconds: whole))
    case .workingLength:
      guard let days = Int32(exactly: whole) else { return nil }
      value = .workingDays(days)
    case .truth, .integer, .decimal, .percent, .money, .calendarLength, .instant, .date, .timeOfDay, .text,
      .key, .choice:
      return nil
    }
    guard case .known(let known) = self.limit(index, value, start: state.firstStart) else { return nil }
    return known
  }
}
