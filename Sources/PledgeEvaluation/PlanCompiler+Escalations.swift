import PledgePolicy
import PledgeTime

extension PlanCompiler {
  /// Makes the escalations of the policy ready; its targets are ready already.
  mutating func compileEscalations() {
    // The clocks of targets come first, so that a share finds that of its target by the target's index.
    guard !policy.escalations.isEmpty else { return }
    for target in plan.targets {
      plan.stepClocks.append(
        StepClockPlan(
          span: target.clock, calendar: target.calendar, pauses: target.pauses, isEach: target.isEachCycle))
    }
    for escalation in policy.escalations {
      let clock = escalation.clock.map { compile($0) } ?? -1
      let steps = escalation.steps.map {
        compile($0, clock: clock, isPerCycle: escalation.isPerCycle($0, in: policy))
      }
      plan.escalations.append(
        EscalationPlan(
          condition: escalation.condition.map { compile($0) } ?? -1, clock: clock,
          steps: append(steps, to: \.steps)))
    }
  }

  private mutating func compile(_ clock: EscalationClock) -> Int32 {
    let span = compile(clock.span)
    if clock.isEach, case .pairing(let pairing) = plan.spans[Int(span)] {
      plan.pairings[Int(pairing)].keepsCycles = true
    }
    plan.stepClocks.append(
      StepClockPlan(
        span: span, calendar: Int32(clock.calendar ?? -1),
        pauses: append(clock.pauses.map { plan.namedSpans[$0] }, to: \.operands), isEach: clock.isEach))
    return Int32(plan.stepClocks.count - 1)
  }

  private mutating func compile(_ step: Escalation.Step, clock: Int32, isPerCycle: Bool) -> StepPlan {
    let condition = step.condition.map { compile($0) } ?? -1
    var result = StepPlan(
      moment: .elapsed(.zero), clock: clock, every: step.every, isPerCycle: isPerCycle,
      groups: Int32(step.groups.count), condition: condition)
    switch step.moment {
    case .elapsed(let length): result.moment = .elapsed(length)
    case .share(let share, let target):
      result.moment = .share(share, target: Int32(target), hasFixedLimit: isFixed(target))
      result.clock = Int32(target)
    case .event(let point): result.moment = .event(EventPointPlan(point))
    }
    if let evidence = step.evidence {
      result.evidence = EvidencePlan(
        event: Int32(evidence.event), condition: evidence.condition.map { compile($0) } ?? -1,
        grace: evidence.grace)
    }
    return result
  }

  private func isFixed(_ target: Int) -> Bool {
    let ready = plan.targets[target]
    guard ready.condition < 0, ready.limit >= 0, case .constant = plan.nodes[Int(ready.limit)] else {
      return false
    }
    return true
  }
}
