import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Declares a target of a period; its scope and measure are checked when they are first needed.
  func declarePeriodTarget(_ view: TargetDeclaration) {
    declare(view.name, .periodTarget(periodViews.count))
    periodViews.append(view)
    periodStates.append(.waiting)
    policy.periodTargets.append(
      PeriodTarget(
        name: view.name?.name ?? "", title: view.title?.contents,
        scope: PledgePolicy.Scope(keys: [], period: nil, origin: view.scope?.range ?? view.range.firstByte),
        measure: Measure(.tickets, type: .integer), bounds: [], origin: view.range))
  }

  func checkPeriodTargets(_ declarations: [DeclarationView]) {
    for index in periodViews.indices { _ = checkMeasure(index) }
    for (index, view) in periodViews.enumerated() where periodStates[index] == .done {
      dependencies.enter(.periodTarget(index))
      checkPeriodTarget(view, index)
      dependencies.leave()
    }
  }

  private func checkPeriodTarget(_ view: TargetDeclaration, _ index: Int) {
    readsOwnScope(index)
    var parts = PeriodParts()
    parts.rounded = roundedTotal(of: view)
    for line in view.lines { check(line, index, &parts) }
    let named = exclusionsOfPeriodTargets[index, default: []] + parts.excluded
    let general = exclusions(ofAllTargetsAt: policy.periodTargets[index].name)
    policy.periodTargets[index].exclusions = Set(general + named).sorted()
    for exclusion in policy.periodTargets[index].exclusions {
      dependencies.note(.exclusion(exclusion))
      allowanceFollows(exclusion, policy.periodTargets[index].scope)
    }
    if policy.periodTargets[index].bounds.isEmpty, !parts.hasBound, !parts.isDamaged, !view.isDamaged {
      report(
        .clause(.missing(clause: "at least", owner: .targetNamed(view.name?.name ?? ""))),
        at: view.name?.range ?? view.range.firstByte)
    }
  }

  /// The periods of an allowance that a key uses up are those of the key.
  private func allowanceFollows(_ exclusion: Int, _ scope: PledgePolicy.Scope) {
    guard case .limited(_, let allowance)? = policy.exclusions[exclusion].span?.kind else { return }
    for operand in allowance.operands {
      guard let offence = offence(against: scope, in: operand) else { continue }
      report(.scope(offence.fact), at: offence.isNamed ? operand.origin : offence.origin)
    }
  }

  /// A run, and clean periods, are those of a target with the same key and period.
  private func readsOwnScope(_ index: Int) {
    let target = policy.periodTargets[index]
    let other: Int
    switch target.measure.kind {
    case .run(let read, _): other = read
    case .sum(_, let since?): other = since.periodTarget
    case .availability, .total, .longest, .starts, .tickets, .share, .mean, .maximum, .sum: return
    }
    guard periodStates[other] == .done, !isSame(policy.periodTargets[other].scope, target.scope) else {
      return
    }
    report(
      .scope(
        .otherScope(
          target: policy.periodTargets[other].name,
          found: .given(text(in: policy.periodTargets[other].scope.origin)),
          needed: .given(text(in: target.scope.origin)))), at: target.scope.origin)
  }

  /// Where the `measure` line itself rounds the total.
  private func roundedTotal(of view: TargetDeclaration) -> SourceRange? {
    for case .measure(let line) in view.lines {
      for case .rounding(let rounding) in line.modifiers where !rounding.isEach { return rounding.range }
    }
    return nil
  }

  /// What a period target's lines have given so far.
  private struct PeriodParts {
    var condition: SourceRange?
    var calendar: SourceRange?
    var rounded: SourceRange?
    var counted: SourceRange?
    var partial: SourceRange?
    var outOf: SourceRange?
    var excluded: [Int] = []
    var hasBound = false
    /// Where each kind of bound stands first.
    var bounds: [PeriodTarget.Bound.Kind: SourceRange] = [:]
    var isDamaged = false
  }

  private func check(_ line: TargetLine, _ index: Int, _ parts: inout PeriodParts) {
    guard usesLine(line, index) else { return }
    switch line {
    case .cite(let cite): policy.periodTargets[index].citations += citations(cite.words)
    case .applies(let line):
      guard once(&parts.condition, "for", line.range) else { return }
      policy.periodTargets[index].condition = check(line.condition, as: .truth)
    case .measure: return
    case .calendar(let line):
      guard once(&parts.calendar, "on", line.range) else { return }
      policy.periodTargets[index].calendar = calendar(line.calendar)
    case .pause(let line):
      refuseRepeated(line.names)
      policy.periodTargets[index].pauses += line.names.compactMap { spanNamed($0) }
    case .exclude(let line):
      refuseRepeated(line.names)
      parts.excluded += line.names.compactMap { exclusion($0) }
    case .bound(let line):
      parts.hasBound = true
      checkBound(line, index, &parts)
    case .rounded(let line):
      guard once(&parts.rounded, "total rounded", line.range) else { return }
      policy.periodTargets[index].measure.totalRounding = rounding(line.mode, line.step, line.range)
    case .countedBy(let line):
      guard once(&parts.counted, "counted by", line.range), let view = line.event else { return }
      if checkMeasure(index) != nil, let event = policy.periodTargets[index].measure.sampledEvent {
        let name = policy.vocabulary.events[event].name
        report(
          .clause(
            .conflict(
              first: "counted by", second: "measure", advice: .countsAtItsInstant(name: name))),
          at: line.range)
        return
      }
      policy.periodTargets[index].countedBy = instant(view)
    case .partial(let line):
      guard once(&parts.partial, "partial", line.range), let rule = line.rule else { return }
      policy.periodTargets[index].partial = PeriodTarget.PartialPeriods(rule)
    case .outOf(let line):
      guard once(&parts.outOf, "out of", line.range) else { return }
      policy.periodTargets[index].outOf = denominator(line, index)
    case .clock(let line): refuseOfTicket("clock", line.range)
    case .by(let line):
      parts.hasBound = true
      refuseOfTicket("by", line.range)
    case .extended(let line): refuseOfTicket("extended by", line.range)
    case .damaged: parts.isDamaged = true
    }
  }

  private func refuseOfTicket(_ clause: String, _ range: SourceRange) {
    report(
      .clause(
        .conflict(first: clause, second: "measure", advice: .goesWithTicketTarget)), at: range
    )
  }

  /// The instant of an event that a line names: its first occurrence, where it does not say which.
  func instant(_ view: EventView) -> Expression? {
    guard let point = point(view) else { return nil }
    var first = point
    if point.occurrence == .every { first.occurrence = .nth(1) }
    return Expression(.event(first), type: .instant, origin: view.range)
  }

  private func denominator(_ line: OutOfLine, _ index: Int) -> Expression? {
    let scope = policy.periodTargets[index].scope
    let measure = policy.periodTargets[index].measure.kind
    guard case .availability = measure else {
      report(
        .clause(
          .conflict(first: "out of", second: measure.word, advice: .goesWith(.code("availability of")))),
        at: line.range)
      return nil
    }
    if case .name(let name) = line.span, case .calendar? = self.scope[name] {
      return calendar(line.span).map {
        Expression(
          .measure(.total, PledgePolicy.SpanExpression(.calendar($0), origin: line.span.range)),
          type: .duration, origin: line.span.range)
      }
    }
    let needed = Term.durationOrCalendar
    if isTimes(line.span) {
      report(.type(.mismatch(found: .span, needed: needed)), at: line.span.range)
      return nil
    }
    guard let checked = ofFrame(scope, { check(line.span, expecting: .duration) }) else { return nil }
    if checked.type == .duration { return checked }
    mismatch(checked, needed)
    return nil
  }

  // MARK: Bounds

  private func checkBound(_ line: BoundLine, _ index: Int, _ parts: inout PeriodParts) {
    if line.isEachCycle { return refuseOfTicket("each cycle", line.range) }
    guard let word = line.bound, let kind = PeriodTarget.Bound.Kind(word) else {
      report(
        .clause(
          .conflict(
            first: "within", second: "measure",
            advice: .writeBound)), at: line.range)
      return
    }
    guard once(&parts.bounds[kind], kind.word, line.range) else { return }
    let target = policy.periodTargets[index]
    let type = target.measure.type
    guard let limit = ofFrame(target.scope, { amount(line.limit, expecting: type) }) else { return }
    guard limit.type.fits(type) || (limit.type.isNumber && type.isNumber) else {
      let place = periodViews[index].lines.lazy.compactMap {
        if case .measure(let line) = $0 { line.range } else { nil }
      }.first
      let labels = place.map { [SecondaryLabel(.requiredBy(what: type.words), at: $0)] } ?? []
      if limit.type.isNumber, type == .duration || type == .percent {
        report(
          .type(.missingUnit(needed: type == .percent ? .code("%") : .forExample(["min", "h"]))),
          at: limit.origin, labels: labels)
      } else {
        report(
          .type(.mismatch(found: limit.type.words, needed: type.words)), at: limit.origin, labels: labels)
      }
      return
    }
    let bound = PeriodTarget.Bound(kind, limit)
    warnOfReach(bound, of: target.measure.kind)
    policy.periodTargets[index].bounds.append(bound)
  }
}

extension TargetDeclaration {
  /// Whether the target is one of a period: it has a key, a period or a measure.
  var isOfPeriod: Bool {
    if let scope, scope.period != nil || !scope.keys.isEmpty { return true }
    return lines.contains { if case .measure = $0 { true } else { false } }
  }
}

extension PeriodTarget.PartialPeriods {
  init(_ rule: PartialRule) {
    switch rule {
    case .whole: self = .whole
    case .proRata: self = .proRata
    case .notJudged: self = .notJudged
    }
  }
}

extension PeriodTarget.Bound.Kind {
  /// The words of the bound.
  var word: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .under: "under"
    case .moreThan: "more than"
    }
  }

  /// The bound of a word; nil for `within` and `above`, which bound something else.
  init?(_ word: BoundWord) {
    switch word {
    case .atLeast: self = .atLeast
    case .atMost: self = .atMost
    case .under: self = .under
    case .moreThan: self = .moreThan
    case .within, .above: return nil
    }
  }
}
