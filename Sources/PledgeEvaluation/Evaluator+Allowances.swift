import PledgePolicy
import PledgeTime

// `up to 4 h each month`: how much of a span counts in a period, used up in order of time.

extension Evaluator {
  /// At most so much of a ticket's span in each period.
  mutating func limited(_ source: Int32, _ allowance: Int32, into index: Int) -> SpanState {
    var state = span(source)
    if state.vague != nil, state.strays == 0 { return limitedBounds(source, allowance, into: index) }
    state.doubt = doubt(source)
    // What is not known to have begun may have used up the allowance.
    if state.doubt?.mayBegin == true { state.doubt?.from = .earliest }
    state.length = nil
    let ready = plan.allowances[Int(allowance)]
    switch sequence(ready.rule) {
    case .unknown(let id): state.unknown = id
    case .known(let sequence):
      let first = visible > 0 ? ticket.events[0].at : asOf
      let past = Interval(start: first, end: asOf)
      spans[index] = ready.allowed(intervals(source), past, sequence)
    }
    return state
  }

  /// The same of a span of which only its ends are known.
  private mutating func limitedBounds(_ source: Int32, _ allowance: Int32, into index: Int) -> SpanState {
    var state = SpanState()
    state.unknown = spanStates[Int(source)].unknown
    let (first, past) = (visible > 0 ? ticket.events[0].at : asOf, asOf)
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    guard var cause = relief(source, surely: &surely, perhaps: &perhaps) else { return state }
    var why: UnknownID?
    let window = Interval(start: first, end: past)
    let least = allowed(surely, perhaps, Int(allowance), window, isMost: false, &why)
    spans[index] = least
    let possible = allowed(surely, perhaps, Int(allowance), window, isMost: true, &why)
    if let why {
      cause = unknowns.join(cause, why)
      state.unknown = cause
      return state
    }
    bound(&state, index, possible: possible, cause)
    return finished(state, index)
  }

  /// The times of a key that an allowance admits, where some of the times are only possible.
  ///
  /// Of possible times it is not known what they use up: a time is surely admitted where it is with all of
  /// them, and surely not where it is not without any. With windows that roll, what is used up once may free
  /// what comes later, so that nothing is sure then.
  mutating func allowed(
    _ surely: [Interval], _ most: [Interval], _ allowance: Int, _ past: Interval, isMost: Bool,
    _ why: inout UnknownID?
  ) -> [Interval] {
    let ready = plan.allowances[allowance]
    guard !most.isEmpty else { return [] }
    guard case .known(let sequence) = sequence(ready.rule) else {
      if case .unknown(let id) = self.sequence(ready.rule) { why = id }
      return []
    }
    let all = ready.allowed(most, past, sequence)
    if surely == most { return all }
    if sequence?.isRolling ?? false { return isMost ? most : [] }
    var result: [Interval] = []
    if isMost {
      var possible: [Interval] = []
      Span.subtract(most, surely, into: &possible)
      Span.unite(ready.allowed(surely, past, sequence), possible, into: &result)
    } else {
      Span.intersect(all, surely, into: &result)
    }
    return result
  }

  /// The periods of a rule for the current ticket or frame; nil where there is no rule.
  private mutating func sequence(_ rule: ScopePlan.Rule?) -> Known<PeriodSequence?> {
    switch rule {
    case nil: return .known(nil)
    case .calendar(let unit)?: return .known(PeriodSequence(.calendar(unit), zone: zone, monthEnd: monthEnd))
    case .anchored(let length, let node, _, let lasting)?:
      let anchor = value(node)
      guard case .instant(let at) = anchor else { return .unknown(anchor.unknown ?? unknown(.overflow)) }
      let until = lasting.flatMap { $0.adding(to: at, in: zone, monthEnd) }
      return .known(PeriodSequence(.anchored(at, length, until: until), zone: zone, monthEnd: monthEnd))
    case .rolling(let node, let byMonth)?:
      let length: RollingLength
      switch value(node) {
      case .calendarLength(let calendar): length = .calendar(calendar)
      case .duration(let elapsed): length = .elapsed(elapsed)
      case let other: return .unknown(other.unknown ?? unknown(.overflow))
      }
      return .known(PeriodSequence(.rolling(length, byMonth: byMonth), zone: zone, monthEnd: monthEnd))
    }
  }
}

extension AllowancePlan {
  /// The part of some times that is admitted, up to the end of what has passed; what has always been begins
  /// with it.
  func allowed(_ times: [Interval], _ past: Interval, _ sequence: PeriodSequence?) -> [Interval] {
    var result: [Interval] = []
    for time in times {
      let start = time.start == .earliest ? past.start : time.start
      let interval = Interval(start: start, end: max(start, min(time.end, past.end)))
      guard let sequence else {
        admit(interval, Interval(start: .earliest, end: .latest), &result)
        continue
      }
      guard let numbers = sequence.numbers(in: interval) else { continue }
      for number in numbers {
        guard let window = sequence.period(number)?.interval else { continue }
        // Of a window that rolls only its last step has not been looked at.
        let step = sequence.isRolling ? sequence.period(number - 1)?.interval.end : nil
        admit(interval.clipped(to: Interval(start: step ?? window.start, end: window.end)), window, &result)
      }
    }
    Span.normalise(&result)
    return result
  }

  /// Adds as much of an interval as its window has left.
  private func admit(_ interval: Interval, _ window: Interval, _ result: inout [Interval]) {
    guard !interval.isEmpty else { return }
    var left = length
    for admitted in result.reversed() {
      guard admitted.end > window.start else { break }
      left = left.subtracting(admitted.clipped(to: window).length) ?? .zero
    }
    guard left > .zero, let end = interval.start.adding(min(left, interval.length)) else { return }
    result.append(Interval(start: interval.start, end: end))
  }
}
