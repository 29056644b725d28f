import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  func checkEscalations(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .escalation(let view) = declaration else { continue }
      dependencies.enter(.escalation(index))
      checkEscalation(view, index)
      dependencies.leave()
      index += 1
    }
  }

  private func checkEscalation(_ view: EscalationDeclaration, _ index: Int) {
    let before = diagnostics.count
    let silences = damage.silences
    var parts = EscalationParts()
    defer {
      let isWrong = diagnostics[before...].contains { $0.severity == .error }
      let isShort = policy.escalations[index].steps.count < parts.steps.count
      if isWrong || isShort || view.isDamaged || damage.silences > silences {
        brokenEscalations.insert(index)
      }
    }
    for line in view.lines { check(line, index, &parts) }
    if let clock = parts.clock {
      policy.escalations[index].clock = EscalationClock(
        span: clock.span, calendar: parts.calendar, pauses: parts.pauses, isEach: parts.isEach)
    }
    // A step that has no clock by mistake says nothing about the others.
    guard diagnostics.count == before, !view.isDamaged, damage.silences == silences else { return }
    if parts.steps.isEmpty {
      report(
        .clause(.missing(clause: "at", owner: .escalationNamed(view.name?.name ?? ""))),
        at: view.name?.range ?? view.range.firstByte)
    }
    for step in parts.steps { checkStep(step, index, parts) }
    refuseIdleClock(index, parts)
  }

  /// What an escalation's lines have given so far.
  struct EscalationParts {
    var clock: (span: PledgePolicy.SpanExpression, range: SourceRange)?
    var clockPlace: SourceRange?
    /// `clock each`.
    var isEach = false
    var calendar: Int?
    var calendarPlace: SourceRange?
    var pauses: [Int] = []
    var pausePlace: SourceRange?
    var condition: SourceRange?
    var steps: [StepLine] = []
  }

  private func check(_ line: EscalationLine, _ index: Int, _ parts: inout EscalationParts) {
    switch line {
    case .cite(let cite): policy.escalations[index].citations += citations(cite.words)
    case .applies(let line):
      guard once(&parts.condition, "for", line.range) else { return }
      policy.escalations[index].condition = check(line.condition, as: .truth)
    case .clock(let line):
      guard once(&parts.clockPlace, "clock", line.range) else { return }
      parts.isEach = line.isEach
      if let clock = span(line.span) { parts.clock = (clock, line.range) }
    case .calendar(let line):
      guard once(&parts.calendarPlace, "on", line.range) else { return }
      parts.calendar = calendar(line.calendar)
    case .pause(let line):
      parts.pausePlace = parts.pausePlace ?? line.range
      refuseRepeated(line.names)
      parts.pauses += line.names.compactMap { spanNamed($0) }
    case .step(let step): parts.steps.append(step)
    case .damaged: return
    }
  }

  /// A clock on which no step is counted would be a promise that nothing keeps.
  private func refuseIdleClock(_ index: Int, _ parts: EscalationParts) {
    let steps = policy.escalations[index].steps
    guard steps.count == parts.steps.count else { return }
    let share = steps.firstIndex { if case .share = $0.moment { true } else { false } }
    let places = [parts.clockPlace, parts.calendarPlace, parts.pausePlace].compactMap { $0 }
    guard let place = places.first else { return }
    if let share, steps.allSatisfy({ if case .share = $0.moment { true } else { false } }),
      let moment = parts.steps[share].moment
    {
      let word = parts.clockPlace != nil ? "clock" : parts.calendarPlace != nil ? "on" : "pause"
      report(
        .clause(
          .conflict(
            first: word, second: "at \(text(in: moment.range))",
            advice: .shareCountsAsTarget(word: word))),
        at: place, labels: [SecondaryLabel(.comesFrom(what: .theShare), at: moment.range)])
    } else if parts.clockPlace == nil {
      report(
        .clause(.missing(clause: "clock", owner: .escalationNamed(policy.escalations[index].name))), at: place
      )
    }
  }

  // MARK: Roles and actions

  /// The role of a name, or nil with a message.
  func role(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .role = $0 { true } else { false } }) else {
      return nil
    }
    if case .role(let index) = entity { return index }
    wrongSort(name, entity, asked: .role)
    return nil
  }

  /// The action of a name, or nil with a message.
  func action(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .action = $0 { true } else { false } }) else {
      return nil
    }
    if case .action(let index) = entity { return index }
    wrongSort(name, entity, asked: .action)
    return nil
  }
}
