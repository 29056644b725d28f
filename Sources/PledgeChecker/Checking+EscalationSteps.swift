import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Checks one step; its escalation's clock is known.
  func checkStep(_ view: StepLine, _ escalation: Int, _ parts: EscalationParts) {
    let action = view.name.flatMap { self.action($0) }
    let groups = view.recipients.map { $0.map { role($0) } }
    let condition = view.condition.map { check($0, as: .truth) }
    let every = view.every.map { duration($0) }
    guard let moment = view.moment.flatMap({ self.moment($0, view, parts) }), let action,
      groups.allSatisfy({ $0.allSatisfy { $0 != nil } }), !groups.isEmpty
    else { return }
    var step = Escalation.Step(
      moment: moment, action: action, groups: groups.map { $0.compactMap { $0 } }, origin: view.range)
    if let condition {
      guard let condition else { return }
      step.condition = condition
    }
    if let literal = view.every, let every {
      guard let every else { return }
      guard every > .zero else {
        report(.clause(.notPositive(what: .repetitionTime)), at: literal.range)
        return
      }
      step.every = every
    }
    if let evidence = view.evidence {
      guard let checked = self.evidence(evidence, step) else { return }
      step.evidence = checked
    }
    guard needsClock(step, view, parts, escalation), canCome(step, view, parts) else { return }
    policy.escalations[escalation].steps.append(step)
  }

  // MARK: Moments

  private func moment(_ view: StepMoment, _ step: StepLine, _ parts: EscalationParts) -> Escalation.Moment? {
    if let event = view.event { return point(event).map { .event($0) } }
    guard let literal = view.amount else { return nil }
    guard let name = view.name else {
      guard let length = duration(literal) else { return nil }
      if length < .zero {
        report(.clause(.negative(what: .stepTime)), at: literal.range)
        return nil
      }
      return .elapsed(length)
    }
    guard let (constant, type) = constant(literal, expecting: .percent) else { return nil }
    guard type == .percent, case .number(let share) = constant else {
      report(.type(.mismatch(found: type.words, needed: .suchAs(.share, ["50%"]))), at: literal.range)
      return nil
    }
    if share < .zero {
      report(.clause(.negative(what: .limitShare)), at: literal.range)
      return nil
    }
    guard let target = target(name) else { return nil }
    if case .by(let deadline) = policy.targets[target].bound {
      report(
        .step(.shareOfDeadline(target: name.name)), at: view.range,
        labels: [SecondaryLabel(.comesFrom(what: .theDeadline), at: deadline.origin)])
      return nil
    }
    return .share(share, target: target)
  }

  /// An elapsed time and a repetition need a clock to be counted on, of which an event has no cycle of its
  /// own.
  private func needsClock(
    _ step: Escalation.Step, _ view: StepLine, _ parts: EscalationParts, _ escalation: Int
  ) -> Bool {
    if parts.isEach, step.every != nil, case .event = step.moment {
      report(
        .clause(
          .conflict(
            first: "every", second: "clock each",
            advice: .countFromCycle)),
        at: view.moment?.range ?? view.range)
      return false
    }
    guard parts.clock == nil else { return true }
    switch step.moment {
    case .share: return true
    case .event: if step.every == nil { return true }
    case .elapsed: break
    }
    report(
      .clause(.missing(clause: "clock", owner: .escalationNamed(policy.escalations[escalation].name))),
      at: view.moment?.range ?? view.range)
    return false
  }

  /// Whether a clock can reach the step; a message where it surely ends before.
  private func canCome(_ step: Escalation.Step, _ view: StepLine, _ parts: EscalationParts) -> Bool {
    let clock: PledgePolicy.SpanExpression
    var length: Duration
    switch step.moment {
    case .event: return true
    case .elapsed(let elapsed):
      guard let own = parts.clock?.span else { return true }
      (clock, length) = (own, elapsed)
    case .share(let share, let target):
      clock = policy.targets[target].clock
      guard case .within(let limit, _, _) = policy.targets[target].bound,
        case .constant(.duration(let whole)) = limit.kind,
        let exact = share.multiplied(by: Rational(whole.microseconds)),
        let microseconds = Int64(exactly: exact.rounded(.up))
      else { return true }
      length = Duration(microseconds: microseconds)
    }
    if let every = step.every { length = length.adding(every) ?? length }
    guard let end = end(of: clock), length >= end.length else { return true }
    report(
      .step(.behindEnd(due: length.text, end: end.length.text)),
      at: view.moment?.range ?? view.range,
      labels: [SecondaryLabel(.comesFrom(what: .theEnd), at: end.range)])
    return false
  }

  /// The longest that a clock can run: `up to L` of a span that can start once only.
  private func end(of clock: PledgePolicy.SpanExpression) -> (length: Duration, range: SourceRange)? {
    switch clock.kind {
    case .pairing(let pairing):
      guard let length = pairing.atMost, pairing.starts.count == 1, pairing.spanStarts.isEmpty,
        pairing.computedStarts.isEmpty, let start = pairing.starts.first, start.window == nil
      else {
        return nil
      }
      let isSingle = policy.vocabulary.events[start.event].once || start.occurrence != .every
      return isSingle ? (length, clock.origin) : nil
    case .named(let index):
      // Each ticket of the keys may start one of theirs.
      return policy.spans[index].keys == nil ? end(of: policy.spans[index].span) : nil
    case .intersection(let left, let right):
      let ends = [end(of: left), end(of: right)].compactMap { $0 }
      return ends.min { $0.length < $1.length }
    case .minus(let left, _), .limited(let left, _): return end(of: left)
    case .calendar, .between, .whenever, .register, .overlap, .union: return nil
    }
  }

  // MARK: Evidence

  private func evidence(_ view: EvidenceView, _ step: Escalation.Step) -> Escalation.Evidence? {
    guard let event = view.event, let name = event.name else { return nil }
    let unfit = event.ordinal?.range ?? event.arguments.first?.range ?? event.offsets.first?.range
    if let unfit {
      report(
        .clause(
          .conflict(
            first: "done when", second: text(in: unfit),
            advice: .evidenceIsAnyEvent)),
        at: unfit)
      return nil
    }
    guard let index = self.event(name) else { return nil }
    var grace = Duration.zero
    if let within = event.within {
      guard let length = duration(within) else { return nil }
      guard length >= .zero else {
        report(.clause(.negative(what: .timeBehindStep)), at: within.range)
        return nil
      }
      grace = length
    }
    var result = Escalation.Evidence(event: index, grace: grace, condition: nil)
    if let condition = view.condition {
      evidenceEvent = index
      defer { evidenceEvent = nil }
      guard let checked = check(condition, as: .truth) else { return nil }
      result.condition = checked
    }
    if step.every == nil, grace == .zero, leavesNoTime(step.moment) {
      report(.step(.noTime(event: eventName(of: step.moment))), at: view.range)
    }
    return result
  }

  /// Whether a step falls due at the very instant of an event or of its clock's start.
  private func leavesNoTime(_ moment: Escalation.Moment) -> Bool {
    switch moment {
    case .event(let point): point.offset <= .zero
    case .elapsed(let length): length == .zero
    case .share(let share, _): share == .zero
    }
  }

  private func eventName(of moment: Escalation.Moment) -> String? {
    if case .event(let point) = moment { policy.vocabulary.events[point.event].name } else { nil }
  }

  /// An attribute of the event that is evidence, or a message where the event has none of this name; nil
  /// where the name means something else.
  func attribute(
    _ name: NameView, expecting: ExpressionType?, _ view: ExpressionView
  ) -> (expression: Expression?, event: Int)? {
    guard let event = evidenceEvent else { return nil }
    let declared = policy.vocabulary.events[event]
    if let index = declared.attributes.firstIndex(where: { $0.name == name.name }) {
      let type = ExpressionType(declared.attributes[index].type)
      return (expression(.attribute(event: event, attribute: index), type, view), event)
    }
    // On the right of a comparison stands a value: a role, a member.
    guard expecting == nil, scope[name] == nil else { return nil }
    let names = declared.attributes.map(\.name)
    report(
      .step(
        .unknownAttribute(
          event: declared.name, name: name.name, attributes: names,
          suggestion: Suggestion.nearest(to: name.name, among: names))), at: name.range,
      labels: scope.place(of: declared.name).map {
        [SecondaryLabel(.declaredHere(name: declared.name), at: $0)]
      }
        ?? [])
    return (nil, event)
  }
}
