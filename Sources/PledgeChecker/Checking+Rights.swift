import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

extension Checking {
  func checkRights(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .right(let view) = declaration else { continue }
      dependencies.enter(.right(index))
      checkRight(view, index)
      dependencies.leave()
      if let scope = policy.rights[index].scope {
        policy.rights[index].periodTargets = periodTargetsReached(
          from: .right(index), scope, owner: .right)
      } else {
        policy.rights[index].targets = targetsReached(from: .right(index))
      }
      index += 1
    }
  }

  private func checkRight(_ view: RightDeclaration, _ index: Int) {
    if let scope = view.scope, scope.period != nil || !scope.keys.isEmpty {
      guard let frame = frameScope(scope, owner: .right) else { return }
      policy.rights[index].scope = frame
      refundScope = frame
    }
    defer { refundScope = nil }
    if refundScope == nil {
      refuseFilter(of: view.scope, owner: .ofOneTicket(.right), clause: "when … and")
    }
    let place = view.name?.range ?? view.range.firstByte
    let owner = Term.rightNamed(view.name?.name ?? "")
    var parts = RefundParts(isDamaged: view.isDamaged)
    guard let condition = condition(in: view.lines, &parts, owner: owner, at: place) else { return }
    policy.rights[index].condition = condition
    overTargets = targetsNamed(in: condition)
    defer { overTargets = nil }
    var window: SourceRange?
    var grants: SourceRange?
    for line in view.lines {
      switch line {
      case .cite(let cite): policy.rights[index].citations += citations(cite.words)
      case .when: continue
      case .countedBy(let line):
        report(
          .clause(
            .clauseElsewhere(
              clause: "counted by", owner: .right, advice: .periodOfPayment)),
          at: line.range)
      case .claim(let line): if let claim = claim(line) { policy.rights[index].claims.append(claim) }
      case .useWindow(let line):
        if once(&window, "use within", line.range) { policy.rights[index].window = self.window(line) }
      case .grants(let line):
        if once(&grants, "grants", line.range) { policy.rights[index].grants = line.right?.contents ?? "" }
      case .pay(let line): notOfRight("pay", line.range)
      case .round(let line): notOfRight("round", line.range)
      case .cap(let line): notOfRight("cap", line.range)
      case .issue(let line): notOfRight("issue", line.range)
      case .damaged: parts.isDamaged = true
      }
    }
    if grants == nil, !parts.isDamaged {
      report(.clause(.missing(clause: "grants", owner: owner)), at: place)
    }
  }

  private func notOfRight(_ clause: String, _ range: SourceRange) {
    report(
      .clause(.clauseElsewhere(clause: clause, owner: .right, advice: .refundPaysMoney)),
      at: range)
  }

  /// `use within L after E`: from E until L behind it; of a right of a period, `after period`.
  private func window(_ line: UseWindowLine) -> Right.Window? {
    guard let start = windowStart(line), let literal = line.length,
      let (constant, type) = constant(literal, expecting: .duration)
    else { return nil }
    let length = Expression(.constant(constant), type: type, origin: literal.range)
    guard isPositive(length, .aWindowOfUse) else { return nil }
    var calendar: Int?
    switch type {
    case .duration, .calendarLength: break
    case .workingLength:
      calendar = workingCalendar(at: literal.range)
      if calendar == nil { return nil }
    case .truth, .integer, .decimal, .percent, .money, .instant, .date, .timeOfDay, .text, .choice, .key:
      mismatch(length, .suchAs(.length, ["30 calendar days"]))
      return nil
    }
    let end = Expression(
      .moved(start, by: length, calendar: calendar, negated: false), type: .instant, origin: line.range)
    return Right.Window(start: start, end: end)
  }

  private func windowStart(_ line: UseWindowLine) -> Expression? {
    guard let view = line.event else { return nil }
    if refundScope != nil {
      let isBare = view.ordinal == nil && view.within == nil && view.offsets.isEmpty
      if let name = view.name, name.name == "period", scope[name] == nil, isBare {
        return Expression(.periodBoundary(.end), type: .instant, origin: line.range)
      }
      report(
        .clause(
          .conflict(
            first: "use within", second: "per",
            advice: .usedBehindPeriod)), at: view.range)
      return nil
    }
    guard var event = point(view) else { return nil }
    if event.occurrence == .every { event.occurrence = .nth(1) }
    return Expression(.event(event), type: .instant, origin: line.range)
  }

  // MARK: Claims

  /// `claim EVENT from … until …`, or nil with a message.
  func claim(_ line: ClaimLine) -> Claim? {
    var from: Expression?
    if let start = line.start {
      guard let checked = inRefund({ anchor(start) }) else { return nil }
      from = checked
    }
    guard let view = line.event, let event = point(view), let until = inRefund({ anchor(line.end) }) else {
      return nil
    }
    // What stands behind the word `claim`.
    let written = SourceRange(file: line.range.file, start: view.range.start, end: line.range.end)
    if let from, InstantOffset.isNoLater(until, than: from) {
      refuseEmptySpan(from: from.origin, until: until.origin, at: written)
      return nil
    }
    return Claim(event: event, from: from, until: until, origin: written)
  }
}
