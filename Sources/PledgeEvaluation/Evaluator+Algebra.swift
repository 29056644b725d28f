import PledgePolicy
import PledgeTime

// `and`, `or` and `minus` of spans.

extension Evaluator {
  /// How two spans are combined.
  enum Combination { case union, intersection, minus }

  /// What two spans come to together.
  mutating func combine(
    _ left: Int32, _ right: Int32, _ combination: Combination, into index: Int
  ) -> SpanState {
    let first = span(left)
    let second = span(right)
    // What may have gone on unrecorded makes the span shorter where it is taken out of another.
    let mayShorten = combination == .minus && first.strays == 0 && second.strays == 0 && doubt(right) != nil
    if mayShorten || needsBounds(first, second) {
      return combineBounds(left, right, combination, into: index)
    }
    var state = combined(first, second, combination)
    switch (first.unknown, second.unknown) {
    case (let a?, let b?): state.unknown = unknowns.join(a, b)
    case (let a?, nil), (nil, let a?): state.unknown = a
    case (nil, nil): state.unknown = nil
    }
    if (first.unknown == nil || first.strays != 0) && (second.unknown == nil || second.strays != 0) {
      state.strays = first.strays | second.strays
    }
    state.doubt = joined(doubt(left), doubt(right))
    var buffer: [Interval] = []
    swap(&buffer, &spans[index])
    combine(intervals(left), intervals(right), combination, into: &buffer)
    swap(&buffer, &spans[index])
    return finished(state, index)
  }

  /// The least and the most that two spans come to together, where one of them is known by its ends only.
  private mutating func combineBounds(
    _ left: Int32, _ right: Int32, _ combination: Combination, into index: Int
  ) -> SpanState {
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    var (otherSurely, otherPerhaps): ([Interval], [Interval]) = ([], [])
    let cause = relief(left, surely: &surely, perhaps: &perhaps)
    let otherCause = relief(right, surely: &otherSurely, perhaps: &otherPerhaps)
    Span.normalise(&surely)
    Span.normalise(&perhaps)
    Span.normalise(&otherSurely)
    Span.normalise(&otherPerhaps)
    if combination == .minus { swap(&otherSurely, &otherPerhaps) }
    var state = combined(end(of: left, isMost: false), end(of: right, isMost: false), combination)
    let mostly = combined(end(of: left, isMost: true), end(of: right, isMost: true), combination)
    var possible: [Interval] = []
    combine(surely, otherSurely, combination, into: &spans[index])
    combine(perhaps, otherPerhaps, combination, into: &possible)
    var causes = cause ?? otherCause ?? unknown(.overflow)
    if let otherCause { causes = unknowns.join(causes, otherCause) }
    bound(&state, index, possible: possible, mostly, causes)
    return finished(state, index)
  }

  private func combine(
    _ left: [Interval], _ right: [Interval], _ combination: Combination, into result: inout [Interval]
  ) {
    switch combination {
    case .union: Span.unite(left, right, into: &result)
    case .intersection: Span.intersect(left, right, into: &result)
    case .minus: Span.subtract(left, right, into: &result)
    }
  }

  /// When a combination begins, ends and goes on; its intervals may say more.
  private func combined(_ first: SpanState, _ second: SpanState, _ combination: Combination) -> SpanState {
    var state = SpanState()
    switch combination {
    case .union:
      state.isOpen = first.isOpen || second.isOpen
      begin(&state, with: first)
      begin(&state, with: second)
    case .intersection:
      state.isOpen = first.isOpen && second.isOpen
      // Both have begun, so that nothing is waited for, also where they share no time.
      if first.hasStarted, second.hasStarted {
        state.hasStarted = true
        state.firstStart = max(first.firstStart, second.firstStart)
        state.lastEnd = state.firstStart
      }
    case .minus:
      // What is taken out now may end, so the first alone says whether the span goes on.
      state.isOpen = first.isOpen
      begin(&state, with: first)
      // Where nothing is left, it has ended as it began.
      if !first.isOpen, first.hasStarted { state.lastEnd = state.firstStart }
    }
    return state
  }

  /// A combination begins and ends with an operand, also with one whose intervals have no length.
  private func begin(_ state: inout SpanState, with operand: SpanState) {
    guard operand.hasStarted else { return }
    state.hasStarted = true
    state.firstStart = min(state.firstStart, operand.firstStart)
    state.lastEnd = max(state.lastEnd, operand.lastEnd)
  }
}
