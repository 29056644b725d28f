import PledgePolicy
import PledgeTime

// Spans of which two ends are known: what they surely cover, and all that they may. Whatever holds for both
// holds.

extension Evaluator {
  /// Gives a span bounds; `spans` has what it surely covers.
  mutating func bound(
    _ state: inout SpanState, _ index: Int, possible: [Interval], _ mostly: SpanState, _ cause: UnknownID
  ) {
    state.hasBounds = true
    state.doubt = Doubt(from: .earliest, cause: cause)
    possibleSpans[index] = possible
    possibleStates[index] = begun(mostly, possible)
    possibleStates[index].isPossible = true
  }

  /// Gives a span bounds that begins and goes on as its intervals do.
  mutating func bound(_ state: inout SpanState, _ index: Int, possible: [Interval], _ cause: UnknownID) {
    var mostly = SpanState()
    mostly.isOpen = possible.last.map { $0.end > asOf } ?? false
    bound(&state, index, possible: possible, mostly, cause)
  }

  /// The state of a span with these intervals.
  func begun(_ state: SpanState, _ intervals: [Interval]) -> SpanState {
    var state = state
    if let first = intervals.first, first.start <= asOf {
      state.hasStarted = true
      state.firstStart = first.start
    }
    if let last = intervals.last, last.end <= asOf { state.lastEnd = last.end }
    return state
  }

  /// Whether a combination of two spans is known by its ends only.
  func needsBounds(_ left: SpanState, _ right: SpanState) -> Bool {
    // A stop before any start leaves the combination undecided, and both events are named.
    guard left.strays == 0, right.strays == 0 else { return false }
    return left.hasBounds || right.hasBounds || left.unknown != nil || right.unknown != nil
  }

  /// What is known of an operand: as little as possible, or as much.
  func end(of node: Int32, isMost: Bool) -> SpanState {
    let state = spanStates[Int(node)]
    if state.hasBounds { return isMost ? possibleStates[Int(node)] : state }
    guard state.unknown == nil else {
      var result = SpanState()
      guard isMost else { return result }
      result.hasStarted = true
      result.firstStart = .earliest
      result.isOpen = true
      return result
    }
    guard let doubt = state.doubt, !isMost else { return state }
    var result = state
    result.isOpen = false
    result.lastEnd = min(state.lastEnd, max(doubt.from, state.firstStart))
    return result
  }

  // MARK: Clocks

  /// A clock of which only the two ends are known is decided where both come to the same.
  mutating func judgeBounds(_ index: Int, _ state: SpanState) -> TargetOutcome {
    let clock = Int(plan.targets[index].clock)
    guard let cause = state.vague else { return undecided(nil) }
    var surely = state
    surely.doubt = nil
    let least = judgeStarted(index, surely)
    var outcome = judgeStarted(index, possibleStates[clock])
    guard outcome.verdict == least.verdict else {
      var causes = cause
      for id in [outcome.unknown, least.unknown].compactMap({ $0 }) { causes = unknowns.join(causes, id) }
      outcome.verdict = verdict(for: causes)
      outcome.unknown = causes
      outcome.candidates = .applying
      return outcome
    }
    if outcome.due != least.due { outcome.dueDoubt = joined(outcome.dueDoubt, cause) }
    if outcome.over != least.over || outcome.counted != least.counted {
      outcome.note(joined(outcome.doubt, cause), least)
    }
    return outcome
  }
}
