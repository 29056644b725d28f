import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// Decides the steps of all escalations for the current ticket.
  mutating func decideEscalations() {
    for index in plan.escalations.indices {
      var outcomes: [StepOutcome] = []
      swap(&outcomes, &stepOutcomes[index])
      outcomes.removeAll(keepingCapacity: true)
      let force = inForce()
      for line in 0..<Int(plan.escalations[index].steps.count) {
        addSteps(index, line, force, to: &outcomes)
      }
      judgeEvidence(index, &outcomes)
      swap(&outcomes, &stepOutcomes[index])
    }
  }

  // MARK: Lines

  private func step(_ escalation: Int, _ line: Int) -> StepPlan {
    plan.steps[plan.escalations[escalation].steps.range.lowerBound + line]
  }

  private mutating func addSteps(
    _ escalation: Int, _ line: Int, _ force: Value, to outcomes: inout [StepOutcome]
  ) {
    let step = step(escalation, line)
    let comesOnce = step.every == nil && !step.isPerCycle
    var outcome = StepOutcome(
      line: line, repetition: comesOnce ? 0 : 1, level: step.every == nil ? Int(step.groups) : 1, .pending)
    guard force == .truth(true) else {
      outcome.state = .notApplicable
      if let id = force.unknown { leaveOpen(&outcome, id) }
      outcomes.append(outcome)
      return
    }
    let cycles = step.isPerCycle ? cycles(of: step.clock) : []
    guard !cycles.isEmpty else { return addSteps(outcome, escalation, step, to: &outcomes) }
    defer { stepCycle = nil }
    for cycle in cycles {
      guard outcome.repetition <= Escalation.Step.repetitionLimit else {
        return addLimit(outcome, escalation, step, to: &outcomes)
      }
      stepCycle = cycle
      outcome.cycleStart = cycle.interval.start
      addSteps(outcome, escalation, step, to: &outcomes)
      outcome.repetition = (outcomes.last?.repetition ?? outcome.repetition) + 1
    }
  }

  /// The step as often as it comes on the whole of its clock, or in the cycle that is looked at.
  private mutating func addSteps(
    _ first: StepOutcome, _ escalation: Int, _ step: StepPlan, to outcomes: inout [StepOutcome]
  ) {
    var outcome = first
    guard let reached = moment(of: step) else {
      outcome.state = .notApplicable
      outcomes.append(outcome)
      return
    }
    guard let every = step.every, every > .zero, case .at(_, let count) = reached else {
      settle(&outcome, escalation, step, reached)
      outcomes.append(outcome)
      return
    }
    repeatStep(outcome, escalation, step, every, from: count, to: &outcomes)
  }

  /// The step each time it comes by the as-of instant, and what comes next.
  private mutating func repeatStep(
    _ first: StepOutcome, _ escalation: Int, _ step: StepPlan, _ every: Duration,
    from count: Duration, to outcomes: inout [StepOutcome]
  ) {
    var length = count
    var coming = 0
    for repetition in 1...max(1, Escalation.Step.repetitionLimit + 1 - first.repetition) {
      var outcome = first
      outcome.repetition = first.repetition + repetition - 1
      outcome.level = min(repetition, Int(step.groups))
      guard let sum = length.adding(every) else { return }
      length = sum
      let reached = reach(length, on: step.clock)
      if case .ended = reached, repetition > 1 { return }
      settle(&outcome, escalation, step, reached)
      outcomes.append(outcome)
      guard case .at(let due, _) = reached else { return }
      // What may be done ahead of its time: then the one behind it is what comes next.
      if due > asOf { coming += 1 }
      if coming == (step.evidence == nil ? 1 : 2) { return }
    }
    addLimit(first, escalation, step, to: &outcomes)
  }

  /// One last entry for a step that comes too often.
  private mutating func addLimit(
    _ first: StepOutcome, _ escalation: Int, _ step: StepPlan, to outcomes: inout [StepOutcome]
  ) {
    var outcome = first
    outcome.repetition = Escalation.Step.repetitionLimit + 1
    outcome.level = Int(step.groups)
    leaveOpen(&outcome, unknown(.tooManyRepetitions, Int32(escalation), Int32(first.line)))
    outcomes.append(outcome)
  }

  /// What is known of a step from its instant; evidence is looked at later.
  private mutating func settle(
    _ outcome: inout StepOutcome, _ escalation: Int, _ step: StepPlan, _ reached: Reached
  ) {
    switch reached {
    case .unknown(let id):
      // A ticket that the escalation is not about needs no clock of it.
      if isAbout(escalation, at: asOf) { leaveOpen(&outcome, id) } else { outcome.state = .notApplicable }
    case .ended(let instant):
      outcome.state = isAbout(escalation, at: min(instant, asOf)) ? .void : .notApplicable
      outcome.ended = instant
    case .at(let due, _):
      outcome.due = due
      if let evidence = step.evidence { outcome.deadline = due.adding(evidence.grace) }
      outcome.state = step.evidence == nil ? .scheduled : .pending
      let instant = min(due, asOf)
      let isMeant = holds(plan.escalations[escalation].condition, at: instant)
      let isAsked = isMeant == .truth(false) ? isMeant : holds(step.condition, at: instant)
      if due > asOf {
        outcome.holdsNow = isMeant != .truth(false) && isAsked != .truth(false)
      } else if isMeant == .truth(false) {
        outcome.state = .notApplicable
      } else if isAsked == .truth(false) {
        outcome.state = .suppressed
      } else if let id = isMeant.unknown ?? isAsked.unknown {
        outcome.state = .undecided
        outcome.unknown = id
      }
    }
  }

  /// Whether the escalation is, or may be, about the ticket.
  private mutating func isAbout(_ escalation: Int, at instant: Instant) -> Bool {
    holds(plan.escalations[escalation].condition, at: instant) != .truth(false)
  }

  private func leaveOpen(_ outcome: inout StepOutcome, _ id: UnknownID) {
    outcome.state = unknowns.isNotYet(id) ? .pending : .undecided
    outcome.unknown = id
  }

  // MARK: Moments

  /// When a line falls due, or from when on it is repeated; nil where its target is not about the ticket.
  private mutating func moment(of step: StepPlan) -> Reached? {
    switch step.moment {
    case .elapsed(let length): reach(length, on: step.clock)
    case .event(let point): reachEvent(point, step)
    case .share(let share, let target, let hasFixedLimit):
      reachShare(share, Int(target), step.clock, hasFixedLimit)
    }
  }

  private mutating func reachEvent(_ point: EventPointPlan, _ step: StepPlan) -> Reached {
    var point = point
    if point.occurrence == 0 { point.occurrence = 1 }
    let instant: Instant
    switch self.instant(of: point) {
    case .instant(let known): instant = known
    case let other: return .unknown(other.unknown ?? unknown(.outOfRange))
    }
    guard step.clock >= 0 else { return .at(instant, count: .zero) }
    if let end = end(of: step.clock), !runs(step.clock, at: instant), end <= instant { return .ended(end) }
    switch count(on: step.clock, until: instant) {
    case .unknown(let id): return .unknown(id)
    case .known(let count): return .at(instant, count: count)
    }
  }

  // MARK: Shares

  /// When a target's clock reaches a share of its limit, which is the limit as known then: between two events
  /// it is the one that the log up to the first of them gives.
  private mutating func reachShare(
    _ share: Rational, _ target: Int, _ clock: Int32, _ hasFixedLimit: Bool
  ) -> Reached? {
    guard let start = start(of: clock) else { return reach(.zero, on: clock) }
    var times = [start]
    if !hasFixedLimit {
      for event in ticket.events[..<visible] where event.at > times[times.count - 1] {
        times.append(event.at)
      }
    }
    var result: Reached?
    for (index, time) in times.enumerated() {
      switch limit(of: target, share, at: time, start) {
      case nil: result = nil
      case .unknown(let id):
        guard unknowns.isNotYet(id) else { return .unknown(id) }
        result = .unknown(id)
      case .known(let length):
        result = reach(length, on: clock)
        guard case .at(let due, _) = result else { continue }
        if index + 1 < times.count, max(due, time) >= times[index + 1] { continue }
        // A limit that has become shorter may be behind us: then it falls due at once.
        return due >= time ? result : fallDue(at: time, on: clock)
      }
    }
    return result
  }

  private mutating func fallDue(at time: Instant, on clock: Int32) -> Reached {
    guard runs(clock, at: time) else { return .ended(end(of: clock).map { min($0, time) } ?? time) }
    switch count(on: clock, until: time) {
    case .unknown(let id): return .unknown(id)
    case .known(let count): return .at(time, count: count)
    }
  }

  /// The share of a target's limit on the log cut at an instant; nil where the target is not about the
  /// ticket.
  private mutating func limit(
    of target: Int, _ share: Rational, at time: Instant, _ start: Instant
  ) -> Known<Duration>? {
    let condition = holds(plan.targets[target].condition, at: time)
    if condition == .truth(false) { return nil }
    if let id = condition.unknown { return .unknown(id) }
    let (limit, causes) = sampled(at: time) { evaluator -> (Limit?, [Cause]) in
      switch evaluator.limit(target, start: start) {
      case .known(let limit): (limit, [])
      case .unknown(let id): (nil, evaluator.unknowns.causes(id))
      }
    }
    guard let limit else { return .unknown(adopted(causes)) }
    let exact = share.multiplied(by: Rational(limit.length.microseconds))
    guard let whole = exact?.rounded(.up), let fitting = Int64(exactly: whole) else {
      return .unknown(unknown(.overflow))
    }
    return .known(Duration(microseconds: fitting))
  }

  // MARK: Explaining

  mutating func explainSteps(_ escalation: Int) -> [StepExplanation] {
    var result: [StepExplanation] = []
    for outcome in stepOutcomes[escalation] {
      var explanation = StepExplanation()
      if let id = outcome.unknown { explanation.causes = unknowns.causes(id) }
      let condition = step(escalation, outcome.line).condition
      if condition >= 0, let due = outcome.due {
        explanation.condition = sampled(at: min(due, asOf)) { $0.steps(condition) }
      }
      result.append(explanation)
    }
    return result
  }
}
