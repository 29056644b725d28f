import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// The type of a period target's figure, whose scope and measure are checked when they are first needed;
  /// nil when they failed or refer to themselves.
  func checkMeasure(_ index: Int) -> ExpressionType? {
    switch periodStates[index] {
    case .done: return policy.periodTargets[index].measure.type
    case .failed: return nil
    case .underway:
      report(circle: underway.from(.periodTarget(index)))
      return nil
    case .waiting: break
    }
    periodStates[index] = .underway
    underway.append(.periodTarget(index))
    dependencies.enter(.periodTarget(index))
    let outer = asking
    asking = .ticket
    let isSound = checkScopeAndMeasure(periodViews[index], index)
    asking = outer
    dependencies.leave()
    underway.removeLast()
    periodStates[index] = isSound ? .done : .failed
    return isSound ? policy.periodTargets[index].measure.type : nil
  }

  private func clock(of view: TargetDeclaration) -> SourceRange? {
    view.lines.lazy.compactMap { if case .clock(let line) = $0 { line.range } else { nil } }.first
  }

  private func checkScopeAndMeasure(_ view: TargetDeclaration, _ index: Int) -> Bool {
    let name = view.name?.name ?? ""
    guard let written = view.scope else {
      report(.scope(.noPeriod(owner: .targetNamed(name))), at: view.name?.range ?? view.range.firstByte)
      return false
    }
    guard let scope = scope(written, owner: .targetNamed(name)) else { return false }
    if let clock = clock(of: view),
      !view.lines.contains(where: { if case .measure = $0 { true } else { false } })
    {
      let second = text(in: written.range)
      let advice = Advice.leaveScopeOrMeasure(scope: second)
      report(
        .clause(.conflict(first: "clock", second: second, advice: advice)), at: clock,
        labels: [SecondaryLabel(.clause(second), at: written.range)])
      return false
    }
    guard scope.period != nil else {
      report(.scope(.noPeriod(owner: .targetNamed(name))), at: written.range)
      return false
    }
    policy.periodTargets[index].scope = scope
    let lines = view.lines.compactMap { if case .measure(let line) = $0 { line } else { nil } }
    guard let line = lines.first else {
      let isDamaged = view.lines.contains { if case .damaged = $0 { true } else { false } }
      if !isDamaged, !view.isDamaged {
        report(
          .clause(.missing(clause: "measure", owner: .targetNamed(name))),
          at: view.name?.range ?? view.range.firstByte)
      }
      return false
    }
    if let second = lines.dropFirst().first {
      report(
        .clause(.repeated(clause: "measure")), at: second.range,
        labels: [SecondaryLabel(.firstGivenHere, at: line.range)])
      return false
    }
    guard var measure = measure(line, index), usesItsWords(line, measure, index) else { return false }
    guard modify(&measure, line, index) else { return false }
    policy.periodTargets[index].measure = measure
    return true
  }

  // MARK: Kinds

  private func measure(_ line: MeasureLine, _ index: Int) -> Measure? {
    guard let function = line.function else { return nil }
    switch function {
    case .availability:
      return span(line.operand).map { Measure(.availability($0, weight: nil), type: .percent) }
    case .total: return span(line.operand).map { Measure(.total($0, weight: nil), type: .duration) }
    case .longest: return span(line.operand).map { Measure(.longest($0), type: .duration) }
    case .count: return counted(line)
    case .share: return share(line)
    case .mean:
      return sampled(line) { Measure(.mean($0), type: $0.type == .integer ? .decimal : $0.type) }
    case .maximum: return sampled(line) { Measure(.maximum($0), type: $0.type) }
    case .sum: return sampled(line) { Measure(.sum($0, since: nil), type: $0.type) }
    case .run: return run(line)
    }
  }

  private func counted(_ line: MeasureLine) -> Measure? {
    if case .name(let name) = line.operand, name.name == "tickets", scope[name] == nil {
      var measure = Measure(.tickets, type: .integer)
      if let condition = line.condition {
        guard let checked = check(condition, as: .truth) else { return nil }
        measure.condition = checked
      }
      return measure
    }
    return span(line.operand).map { Measure(.starts($0), type: .integer) }
  }

  private func share(_ line: MeasureLine) -> Measure? {
    guard case .name(let name) = line.operand else {
      report(.type(.mismatch(found: .value, needed: .target)), at: line.operand.range)
      return nil
    }
    guard let target = target(name), let verdicts = verdicts(of: line) else { return nil }
    return Measure(.share(target: target, verdicts), type: .percent)
  }

  private func run(_ line: MeasureLine) -> Measure? {
    guard case .name(let name) = line.operand, let entity = resolve(name) else {
      if case .name = line.operand { return nil }
      report(.type(.mismatch(found: .value, needed: .periodTarget)), at: line.operand.range)
      return nil
    }
    guard case .periodTarget(let other) = entity else {
      wrongSort(name, entity, asked: .periodTarget)
      return nil
    }
    guard let verdicts = verdicts(of: line) else { return nil }
    return Measure(.run(periodTarget: other, verdicts), type: .integer)
  }

  /// The verdict behind a measure's operand, or nil with a message.
  private func verdicts(of line: MeasureLine) -> [Verdict]? {
    guard let word = line.verdict else {
      report(
        .clause(.missing(clause: "met", owner: .given(text(in: line.range)))), at: line.range)
      return nil
    }
    return [Verdict(word)]
  }

  /// A value that has a sum and a mean.
  private func value(_ line: MeasureLine) -> Expression? {
    guard let checked = check(line.operand, expecting: nil) else { return nil }
    switch checked.type {
    case .integer, .decimal, .percent, .money, .duration: return checked
    case .truth, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text, .choice, .key:
      mismatch(checked, .anyOf([.number, .percent, .money, .duration]))
      return nil
    }
  }

  /// A measure of values of tickets, or of samples that their events carry.
  private func sampled(_ line: MeasureLine, _ measure: (Expression) -> Measure) -> Measure? {
    isSampling = true
    sampledEvent = nil
    defer { isSampling = false }
    guard let value = value(line) else { return nil }
    var result = measure(value)
    if let condition = line.condition {
      guard let checked = check(condition, as: .truth) else { return nil }
      result.condition = checked
    }
    result.sampledEvent = sampledEvent
    return result
  }

  /// `probed.loss` in a measure: the value that each `probed` carries.
  func sample(of event: Int, _ name: NameView, _ member: MemberExpression) -> Expression? {
    let declared = policy.vocabulary.events[event]
    if let other = sampledEvent, other != event {
      let first = policy.vocabulary.events[other].name
      report(
        .clause(
          .conflict(
            first: declared.name, second: first, advice: .samplesOfOneEvent)),
        at: member.range)
      return nil
    }
    guard let index = declared.attributes.firstIndex(where: { $0.name == name.name }) else {
      let names = declared.attributes.map(\.name)
      report(
        .name(
          .unknownColumn(
            name: name.name, owner: declared.name, columns: names,
            suggestion: Suggestion.nearest(to: name.name, among: names))), at: name.range)
      return nil
    }
    sampledEvent = event
    let type = ExpressionType(declared.attributes[index].type)
    return Expression(.attribute(event: event, attribute: index), type: type, origin: member.range)
  }
}

extension PeriodRule.Kind {
  /// Whether its windows overlap.
  var isRolling: Bool {
    switch self {
    case .rolling: true
    case .calendar, .anchored: false
    }
  }

  /// The unit in which periods of the calendar follow each other, or windows step; nil for anchored ones.
  var step: CalendarUnit? {
    switch self {
    case .calendar(let unit): unit
    case .rolling(_, let byMonth): byMonth ? .month : .day
    case .anchored: nil
    }
  }
}

extension Measure.Kind {
  /// Whether it measures intervals.
  var isOfSpan: Bool {
    switch self {
    case .availability, .total, .longest, .starts: true
    case .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  /// Whether it has counted time beside its figure: of a count, a share or a sum the figure is all there is.
  var countsTime: Bool {
    switch self {
    case .availability, .total, .longest: true
    case .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  /// The words that begin the measure.
  var word: String {
    switch self {
    case .availability: "availability of"
    case .total: "total of"
    case .longest: "longest of"
    case .starts, .tickets: "count of"
    case .share: "share of"
    case .mean: "mean of"
    case .maximum: "maximum of"
    case .sum: "sum of"
    case .run: "run of"
    }
  }

  /// Whether a period without tickets has no figure of its own.
  var canBeEmpty: Bool {
    switch self {
    case .share, .mean, .maximum: true
    case .availability, .total, .longest, .starts, .tickets, .sum, .run: false
    }
  }
}

extension Verdict {
  /// The verdict of a word.
  init(_ word: VerdictWord) {
    switch word {
    case .met: self = .met
    case .breached: self = .breached
    case .excused: self = .excused
    case .pending: self = .pending
    case .undecided: self = .undecided
    }
  }
}

extension CalendarUnit {
  /// The unit as the parser reads it.
  var word: UnitWord {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
}
