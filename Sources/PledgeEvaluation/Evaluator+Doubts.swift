import PledgePolicy
import PledgeTickets
import PledgeTime

// What is not known of spans: from when on they may have ended, or whether they may have begun before,
// without a record.

extension Evaluator {
  /// Of several events that start or end a span, one of which there is no record may have come before the
  /// others: `from a until b or g`.
  mutating func noteAbsent(_ pairing: PairingPlan, _ state: inout SpanState) {
    if let cause = unrecorded(pairing.ends) {
      state.doubt = Doubt(from: state.firstStart, cause: cause, isWithin: !state.isOpen)
    }
    if let cause = unrecorded(pairing.starts) {
      var doubt = state.doubt ?? Doubt(from: .latest, cause: cause)
      doubt.cause = unknowns.join(doubt.cause, cause)
      doubt.mayBegin = true
      state.doubt = doubt
    }
  }

  /// The events declared `if recorded` of which there is no record.
  private mutating func unrecorded(_ points: Node.List) -> UnknownID? {
    var causes: UnknownID?
    for position in points.range where plan.sides[position].node < 0 && plan.sides[position].span < 0 {
      let event = plan.sides[position].event
      guard plan.policy.vocabulary.events[Int(event)].ifRecorded,
        !ticket.events[..<visible].contains(where: { $0.code == event })
      else { continue }
      causes = joined(causes, unknown(.eventUnrecorded, event))
    }
    return causes
  }

  /// Whether a pause, an exclusion or an extension is only not known because an event that stops the target's
  /// clock stands before any start of its own: `from held until resumed or resolved` of a ticket that never
  /// waited. There was nothing to end.
  func isNothing(_ state: SpanState, _ target: Int) -> Bool {
    state.unknown != nil && state.strays != 0 && state.strays & ~plan.targets[target].stops == 0
  }

  /// From when on it is not known what a span covers: its end may have gone unrecorded, or it runs and is not
  /// yet long enough to count.
  mutating func doubt(_ node: Int32) -> Doubt? {
    let index = Int(node)
    let state = spanStates[index]
    guard let test = state.length, let last = spans[index].last else { return state.doubt }
    if let doubt = state.doubt {
      if admits(test, Interval(start: last.start, end: doubt.from)) { return doubt }
      return Doubt(
        from: min(last.start, doubt.from), cause: doubt.cause, isWithin: doubt.isWithin,
        mayBegin: doubt.mayBegin)
    }
    guard state.isOpen, !admits(test, Interval(start: last.start, end: asOf)), admits(test, last) else {
      return nil
    }
    return Doubt(from: last.start, cause: unknown(.eventNotYet, state.endEvent))
  }

  /// Adds what a computed span covers for sure, and what it may cover; the cause where the two differ.
  mutating func relief(_ node: Int32, surely: inout [Interval], perhaps: inout [Interval]) -> UnknownID? {
    guard let doubt = doubt(node) else {
      let known = intervals(node)
      surely.append(contentsOf: known)
      perhaps.append(contentsOf: known)
      return nil
    }
    let cut = Interval(start: .earliest, end: doubt.from)
    surely.append(contentsOf: intervals(node).map { $0.clipped(to: cut) })
    if doubt.mayBegin {
      perhaps.append(Interval(start: .earliest, end: .latest))
    } else if let test = spanStates[Int(node)].length {
      perhaps.append(contentsOf: spans[Int(node)].filter { admits(test, $0) })
    } else if case .pairing = plan.spans[Int(node)] {
      perhaps.append(contentsOf: spans[Int(node)])
    } else {
      perhaps.append(contentsOf: intervals(node))
      perhaps.append(Interval(start: doubt.from, end: .latest))
    }
    return doubt.cause
  }

  /// What is not known of either of two spans.
  mutating func joined(_ first: Doubt?, _ second: Doubt?) -> Doubt? {
    let mayBegin = first?.mayBegin ?? false || second?.mayBegin ?? false
    var causes = first?.cause
    if let second { causes = joined(causes, second.cause) }
    guard let causes else { return nil }
    // What may also cover another time may add as well as take away.
    let from = mayBegin ? .earliest : min(first?.from ?? .latest, second?.from ?? .latest)
    return Doubt(from: from, cause: causes, mayBegin: mayBegin)
  }
}
