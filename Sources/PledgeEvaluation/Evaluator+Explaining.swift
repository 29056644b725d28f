import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// Decides a ticket and says why, for each target, refund and right.
  ///
  /// The outcomes are those of `decide`; explaining costs a second look at each span and figure.
  package mutating func explain(_ ticket: inout Ticket, asOf: Instant) -> Explanations {
    decide(&ticket, asOf: asOf)
    swap(&self.ticket, &ticket)
    var result = Explanations()
    for index in targets.indices { result.targets.append(explainTarget(index)) }
    for index in refunds.indices { result.refunds.append(explainRefund(index)) }
    for index in rights.indices { result.rights.append(explainRight(index)) }
    for index in stepOutcomes.indices { result.steps.append(explainSteps(index)) }
    swap(&self.ticket, &ticket)
    return result
  }

  private mutating func explainTarget(_ index: Int) -> TargetExplanation {
    let target = plan.targets[index]
    var result = TargetExplanation()
    if target.condition >= 0 { result.condition = steps(target.condition) }
    if let id = targets[index].unknown { result.causes = unknowns.causes(id) }
    guard targets[index].verdict != .notApplicable else { return result }
    result.bound = steps(target.deadline >= 0 ? target.deadline : target.limit)
    if target.deadline >= 0, case .instant(let written) = value(target.deadline) {
      result.moved = targets[index].due?.since(written)
    }
    result.refused = refusedExclusions(index)
    result.strayStops = strayStops(target.clock)
    if targets[index].cycles > 0 { result.cycles = cycles[index] }
    if targets[index].isCountKnown { result.segments = segments(index) }
    return result
  }

  // MARK: What did not help

  /// The exclusions of a target that is not excused whose `when` holds and one of whose `needs` does not.
  private mutating func refusedExclusions(_ index: Int) -> [RefusedExclusion] {
    switch targets[index].verdict {
    case .met, .excused, .notApplicable: return []
    case .breached, .pending, .undecided: break
    }
    var result: [RefusedExclusion] = []
    for exclusion in plan.operands[plan.targets[index].exclusions.range] {
      let ready = plan.exclusions[Int(exclusion)]
      guard ready.reason < 0 || value(ready.reason) == .truth(true) else { continue }
      for (position, need) in plan.operands[ready.needs.range].enumerated()
      where value(need) == .truth(false) {
        result.append(
          RefusedExclusion(
            exclusion: Int(exclusion), need: plan.policy.exclusions[Int(exclusion)].needs[position].origin,
            steps: steps(need)))
      }
    }
    return result
  }

  /// The stops of a clock of one pair of sides that come while it is stopped, behind its first start.
  private func strayStops(_ clock: Int32) -> [StrayStop] {
    guard case .pairing(let index) = plan.spans[Int(clock)], plan.pairings[Int(index)].isPlain else {
      return []
    }
    let pairing = plan.pairings[Int(index)]
    var result: [StrayStop] = []
    var isOpen = false
    var hasStarted = false
    for event in ticket.events[..<visible] where event.code < 64 {
      let bit = UInt64(1) << UInt64(event.code)
      if pairing.endMask & bit != 0 {
        if !isOpen, hasStarted, pairing.startMask & bit == 0 {
          result.append(StrayStop(at: event.at, event: Int(event.code)))
        }
        isOpen = false
      }
      if pairing.startMask & bit != 0 {
        isOpen = true
        hasStarted = true
      }
    }
    return result
  }

  // MARK: Segments

  private mutating func segments(_ index: Int) -> [Segment] {
    let target = plan.targets[index]
    var raw: [Interval] = []
    // A plain clock has been counted without its spans.
    let clock = span(target.clock)
    // Of a clock of which only its ends are known, what may have been counted is shown.
    let times = clock.hasBounds ? possibleSpans[Int(target.clock)] : spans[Int(target.clock)]
    Span.clip(times, to: Interval(start: .earliest, end: asOf), into: &raw)
    var open = raw
    var result: [Segment] = []
    if target.calendar >= 0, let first = raw.first, let last = raw.last {
      let window = Interval(start: first.start, end: last.end)
      var hours: [Interval] = []
      if openIntervals(target.calendar, window, into: &hours) != nil {
        // Of time beyond what is known of the calendar nobody knows that it is closed.
        var known: [Interval] = []
        openBounds(target.calendar, window, surely: &known, possible: &hours)
      }
      Span.intersect(raw, hours, into: &open)
      add(.closed, subtracting(raw, hours), to: &result)
    }
    var left = open
    take(counted[index], .counted, from: &left, to: &result)
    for (position, node) in plan.operands[target.pauses.range].enumerated() {
      let pause = plan.policy.targets[index].pauses[position]
      _ = span(node)
      take(intervals(node), .paused(pause), from: &left, to: &result)
    }
    for exclusion in plan.operands[target.exclusions.range] where plan.exclusions[Int(exclusion)].span >= 0 {
      let node = plan.exclusions[Int(exclusion)].span
      let condition = plan.exclusions[Int(exclusion)].condition
      let state = span(node)
      guard condition < 0 || value(condition) == .truth(true), state.vague == nil || isNothing(state, index)
      else { continue }
      take(intervals(node), .excluded(Int(exclusion)), from: &left, to: &result)
    }
    add(.tooShort, left, to: &result)
    return result.sorted { $0.interval < $1.interval }
  }

  private func take(
    _ times: [Interval], _ treatment: Segment.Treatment, from left: inout [Interval],
    to result: inout [Segment]
  ) {
    var common: [Interval] = []
    Span.intersect(left, times, into: &common)
    add(treatment, common, to: &result)
    left = subtracting(left, times)
  }

  private func add(_ treatment: Segment.Treatment, _ intervals: [Interval], to result: inout [Segment]) {
    result += intervals.map { Segment(interval: $0, treatment: treatment) }
  }

  private func subtracting(_ first: [Interval], _ second: [Interval]) -> [Interval] {
    var result: [Interval] = []
    Span.subtract(first, second, into: &result)
    return result
  }
}

/// The explanations of one ticket's decision, one for each target, refund and right of the policy.
package struct Explanations: Sendable {
  package var targets: [TargetExplanation] = []
  package var refunds: [RefundExplanation] = []
  package var rights: [RightExplanation] = []
  /// One for each step of each escalation.
  package var steps: [[StepExplanation]] = []
}
