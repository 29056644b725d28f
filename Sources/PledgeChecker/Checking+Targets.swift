import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  // MARK: Exclusions

  func checkExclusions(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .exclusion(let view) = declaration else { continue }
      dependencies.enter(.exclusion(index))
      checkExclusion(view, index)
      dependencies.leave()
      // Whom an exclusion is for is what the target depends on, not the other way round.
      // A target that was not taken with its exclusion is none of this policy.
      refuseRepeated(view.targets)
      for name in view.targets where name.range.file == file.id || scope[name] != nil {
        if case .periodTarget(let target)? = scope[name] {
          exclusionsOfPeriodTargets[target, default: []].append(index)
        } else if let target = self.target(name) {
          exclusionsOfTargets[target, default: []].append(index)
        }
      }
      index += 1
    }
  }

  private func checkExclusion(_ view: ExclusionDeclaration, _ index: Int) {
    var conditions: [Expression] = []
    var reasons: [Expression] = []
    var span: SourceRange?
    var hasReason = false
    for line in view.lines {
      switch line {
      case .cite(let cite): policy.exclusions[index].citations += citations(cite.words)
      case .when(let when):
        hasReason = true
        if let condition = check(when.condition, as: .truth) {
          conditions.append(condition)
          reasons.append(condition)
        }
      case .needs(let needs):
        if let condition = check(needs.condition, as: .truth) {
          conditions.append(condition)
          policy.exclusions[index].needs.append(condition)
        }
      case .during(let during):
        hasReason = true
        if once(&span, "during", during.range) { checkDuring(during, index) }
      case .damaged: hasReason = true
      }
    }
    if !hasReason, !view.isDamaged {
      report(
        .clause(.missing(clause: "when", owner: .exclusionNamed(view.name?.name ?? ""))),
        at: view.name?.range ?? view.range.firstByte)
    }
    policy.exclusions[index].condition = all(conditions, view.range)
    policy.exclusions[index].reason = all(reasons, view.range)
  }

  private func all(_ conditions: [Expression], _ range: SourceRange) -> Expression? {
    guard conditions.count > 1 else { return conditions.first }
    return Expression(.all(conditions), type: .truth, origin: range)
  }

  /// The target of a name, or nil with a message.
  func target(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .target = $0 { true } else { false } }) else {
      return nil
    }
    if case .target(let index) = entity { return index }
    wrongSort(name, entity, asked: .target)
    return nil
  }

  // MARK: Targets

  func checkTargets(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .target(let view) = declaration, !view.isOfPeriod else { continue }
      dependencies.enter(.target(index))
      checkTarget(view, index)
      dependencies.leave()
      index += 1
    }
  }

  private func checkTarget(_ view: TargetDeclaration, _ index: Int) {
    targetCalendar = onCalendar(view)
    defer { targetCalendar = nil }
    policy.targets[index].calendar = targetCalendar
    refuseFilter(of: view.scope, owner: .ofOneTicket(.target), clause: "for")
    var parts = TargetParts()
    for line in view.lines { check(line, index, &parts) }
    for name in parts.excluded where !exclusionsOfTargets[index, default: []].contains(name) {
      exclusionsOfTargets[index, default: []].append(name)
    }
    let general = exclusions(ofAllTargetsAt: policy.targets[index].name)
    policy.targets[index].exclusions = Set(general + exclusionsOfTargets[index, default: []]).sorted()
    for exclusion in policy.targets[index].exclusions { dependencies.note(.exclusion(exclusion)) }
    requireClauses(of: view, parts)
  }

  /// The exclusions `for all targets` that stand together with a target in some file.
  func exclusions(ofAllTargetsAt name: String) -> [Int] {
    policy.exclusions.indices.filter {
      policy.exclusions[$0].appliesToAllTargets && scope.areTogether(policy.exclusions[$0].name, name)
    }
  }

  /// What a target's lines have given so far.
  private struct TargetParts {
    var clock: SourceRange?
    var bound: SourceRange?
    var isDeadline = false
    var isEach = false
    var pause: SourceRange?
    var extended: SourceRange?
    var rounded: SourceRange?
    var condition: SourceRange?
    var excluded: [Int] = []
    var isDamaged = false
  }

  /// The calendar of the `on` line, which other lines need whatever their order.
  private func onCalendar(_ view: TargetDeclaration) -> Int? {
    var found: Int?
    var first: SourceRange?
    for line in view.lines {
      guard case .calendar(let use) = line else { continue }
      guard once(&first, word(.on), use.range) else { continue }
      found = calendar(use.calendar)
    }
    return found
  }

  private func check(_ line: TargetLine, _ index: Int, _ parts: inout TargetParts) {
    switch line {
    case .cite(let cite): policy.targets[index].citations += citations(cite.words)
    case .applies(let line):
      guard once(&parts.condition, "for", line.range) else { return }
      policy.targets[index].condition = check(line.condition, as: .truth)
    case .clock(let line):
      guard once(&parts.clock, "clock", line.range) else { return }
      parts.isEach = line.isEach
      if line.isEach { policy.targets[index].isEachCycle = true }
      if let clock = span(line.span) { policy.targets[index].clock = clock }
    case .calendar: return
    case .by(let line):
      guard once(&parts.bound, "by", line.range, isBound: true) else { return }
      parts.isDeadline = true
      checkDeadline(line, index)
    case .bound(let line):
      guard once(&parts.bound, "within", line.range, isBound: true) else { return }
      checkBound(line, index)
    case .extended(let line):
      parts.extended = line.range
      refuseRepeated(line.names)
      policy.targets[index].extensions += line.names.compactMap { spanNamed($0) }
    case .pause(let line):
      parts.pause = line.range
      refuseRepeated(line.names)
      policy.targets[index].pauses += line.names.compactMap { spanNamed($0) }
    case .exclude(let line):
      refuseRepeated(line.names)
      parts.excluded += line.names.compactMap { exclusion($0) }
    case .rounded(let line):
      guard once(&parts.rounded, "total rounded", line.range) else { return }
      checkRounding(line, index)
    case .countedBy(let line): refuseOfPeriod("counted by", line.range)
    // A target with a measure is one of a period.
    case .measure: return
    case .partial(let line): refuseOfPeriod("partial", line.range)
    case .outOf(let line): refuseOfPeriod("out of", line.range)
    case .damaged: parts.isDamaged = true
    }
  }

  private func refuseOfPeriod(_ clause: String, _ range: SourceRange) {
    report(
      .clause(.conflict(first: clause, second: "clock", advice: .goesWithMeasure)),
      at: range)
  }

  private func requireClauses(of view: TargetDeclaration, _ parts: TargetParts) {
    let owner = Term.targetNamed(view.name?.name ?? "")
    let place = view.name?.range ?? view.range.firstByte
    guard !parts.isDamaged, !view.isDamaged else { return }
    if parts.clock == nil { report(.clause(.missing(clause: "clock", owner: owner)), at: place) }
    if parts.bound == nil { report(.clause(.missing(clause: "within", owner: owner)), at: place) }
    if parts.isDeadline {
      if parts.isEach, let clock = parts.clock {
        report(
          .clause(
            .conflict(
              first: "clock each", second: "by", advice: .cyclesBoundedBy)),
          at: clock)
      }
      if let pause = parts.pause {
        report(
          .clause(
            .conflict(first: "pause", second: "by", advice: .extendDeadline)),
          at: pause)
      }
      if let rounded = parts.rounded {
        report(
          .clause(.conflict(first: "total rounded", second: "by", advice: .deadlineCountsNothing)),
          at: rounded)
      }
    } else if let extended = parts.extended, parts.bound != nil {
      report(
        .clause(.conflict(first: "extended by", second: "within", advice: .pauseClock)),
        at: extended)
    }
  }

  private func checkDeadline(_ line: ByLine, _ index: Int) {
    if line.rolledTo != nil || line.isRolledToEnd { policy.targets[index].roll = roll(line) }
    guard let deadline = check(line.instant, expecting: .instant) else { return }
    guard deadline.type == .instant else {
      if deadline.type == .date {
        report(
          .type(
            .mismatch(
              found: .date, needed: .suchAs(.instant, ["end of \(text(in: line.instant.range))"]))),
          at: deadline.origin)
      } else {
        mismatch(deadline, .instant)
      }
      return
    }
    policy.targets[index].bound = .by(deadline)
  }

  /// `rolled to 12:00 next working day if closed`: on the target's calendar, else the policy's only one.
  private func roll(_ line: ByLine) -> DeadlineRoll? {
    guard let unit = line.rolledUnit, let kind = unit.kind else { return nil }
    guard case .working(.day) = kind else {
      report(.type(.unit(found: unit.text, needed: .code("working day"))), at: unit.range)
      return nil
    }
    guard let written = line.rolledTo else {
      return workingCalendar(at: line.range).map { DeadlineRoll(to: nil, calendar: $0) }
    }
    guard let time = wallTime(written) else { return nil }
    if let calendar = targetCalendar { return DeadlineRoll(to: time, calendar: calendar) }
    guard calendarViews.count == 1 else {
      let names = calendarViews.compactMap { $0.name?.name }
      report(.calendar(.noCalendar(calendars: names)), at: line.range)
      return nil
    }
    return checkCalendar(0) ? DeadlineRoll(to: time, calendar: 0) : nil
  }

  private func checkBound(_ line: BoundLine, _ index: Int) {
    if line.isEachCycle { policy.targets[index].isEachCycle = true }
    guard let bound = line.bound else { return }
    guard bound == .within || bound == .under else {
      report(
        .clause(
          .conflict(
            first: bound.words, second: "clock", advice: .clockBoundedBy)),
        at: line.range)
      return
    }
    guard let limit = limit(line.limit, index), isNotNegative(limit, .limit) else { return }
    warnOfZero(limit, .breachedAtOnce)
    var working: Int?
    switch limit.type {
    case .duration: break
    case .calendarLength: break
    case .workingLength:
      guard let calendar = policy.targets[index].calendar ?? workingCalendar(at: limit.origin),
        countsWorkingDays(calendar, at: limit.origin)
      else { return }
      working = calendar
      policy.targets[index].calendar = calendar
    case .integer, .decimal:
      report(.type(.missingUnit(needed: .forExample(["min", "h"]))), at: limit.origin)
      return
    case .truth, .percent, .money, .instant, .date, .timeOfDay, .text, .choice, .key:
      mismatch(limit, .suchAs(.length, ["4 h"]))
      return
    }
    policy.targets[index].bound = .within(limit, strict: bound == .under, workingCalendar: working)
  }

  /// A limit; `8 h on office` also says on which calendar the clock counts.
  private func limit(_ view: AmountView, _ index: Int) -> Expression? {
    guard case .expression(.sample(let sample)) = view, sample.isOn else {
      return amount(view, expecting: .duration)
    }
    guard let calendar = calendar(sample.place) else { return nil }
    if let on = policy.targets[index].calendar, on != calendar {
      report(
        .clause(
          .conflict(first: "on", second: text(in: sample.range), advice: .nameCalendarOnce)),
        at: sample.range)
      return nil
    }
    policy.targets[index].calendar = calendar
    targetCalendar = calendar
    return check(sample.value, expecting: .duration)
  }

  private func checkRounding(_ line: RoundingLine, _ index: Int) {
    guard let mode = line.mode, let unit = line.step.flatMap({ duration($0) }) else { return }
    guard unit > .zero else {
      report(.clause(.notPositive(what: .roundingUnit)), at: line.range)
      return
    }
    policy.targets[index].rounding = CountRounding(mode: RoundingMode(mode), unit: unit)
  }

  func exclusion(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .exclusion = $0 { true } else { false } }) else {
      return nil
    }
    if case .exclusion(let index) = entity { return index }
    wrongSort(name, entity, asked: .exclusion)
    return nil
  }
}

extension RoundingMode {
  /// The mode of a word.
  init(_ word: RoundingModeWord) {
    switch word {
    case .up: self = .up
    case .down: self = .down
    case .halfUp: self = .halfUp
    case .halfEven: self = .halfEven
    }
  }
}
