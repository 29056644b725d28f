import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Checks refunds, and then what combines them, so that the order of declarations does not matter.
  func checkRefunds(_ declarations: [DeclarationView]) {
    let views = declarations.filter { declaration in
      switch declaration {
      case .refund, .combine: true
      case .use, .policy, .ticket, .register, .roles, .actions, .calendar, .span, .let, .table, .param,
        .exclusion, .target, .right, .escalation, .test, .damaged:
        false
      }
    }
    for (index, declaration) in views.enumerated() {
      guard case .refund(let view) = declaration else { continue }
      dependencies.enter(.refund(index))
      checkRefund(view, index)
      dependencies.leave()
    }
    for (index, declaration) in views.enumerated() {
      guard case .combine(let view) = declaration else { continue }
      dependencies.enter(.refund(index))
      checkCombination(view, index)
      dependencies.leave()
    }
    checkPaymentGroups()
    for index in policy.refunds.indices {
      readTargets(index)
    }
  }

  /// Says which targets a refund reads.
  private func readTargets(_ index: Int) {
    let refund = policy.refunds[index]
    guard let scope = refund.scope else {
      policy.refunds[index].targets = targetsReached(from: .refund(index))
      return
    }
    // No ticket is there whose clock could run. A refund whose amount failed has had its message.
    policy.refunds[index].periodTargets = periodTargetsReached(
      from: .refund(index), scope, owner: refund.currency == .absent ? nil : .refund)
  }

  /// The targets that a declaration reads, itself or through others.
  func targetsReached(from entity: Entity) -> [Int] {
    dependencies.reached(from: entity).compactMap {
      if case .target(let target) = $0 { target } else { nil }
    }.sorted()
  }

  private func checkRefund(_ view: RefundDeclaration, _ index: Int) {
    if isPerCycle(view) {
      policy.refunds[index].isPerCycle = true
    } else if let scope = view.scope, scope.period != nil || !scope.keys.isEmpty {
      guard let frame = frameScope(scope, owner: .refund) else { return }
      policy.refunds[index].scope = frame
      refundScope = frame
    }
    if refundScope == nil {
      refuseFilter(of: view.scope, owner: .ofOneTicket(.refund), clause: "when … and")
    }
    defer { refundScope = nil }
    let name = view.name?.name ?? ""
    let place = view.name?.range ?? view.range.firstByte
    let owner = Term.refundNamed(name)
    var parts = RefundParts(isDamaged: view.isDamaged)
    guard let condition = condition(in: view.lines, &parts, owner: owner, at: place) else { return }
    policy.refunds[index].basis = .pay(when: condition, amount: nothing(view.range))
    overTargets = targetsNamed(in: condition)
    defer { overTargets = nil }
    if policy.refunds[index].isPerCycle { requireCycles(view) }
    for line in view.lines { check(line, index, condition, &parts) }
    if parts.pay == nil, !parts.isDamaged {
      report(.clause(.missing(clause: "pay", owner: owner)), at: place)
    }
  }

  /// `refund NAME per cycle`: paid for each failing cycle.
  private func isPerCycle(_ view: RefundDeclaration) -> Bool {
    guard let scope = view.scope, scope.period == nil, scope.keys.count == 1,
      case .name(let name) = scope.keys[0]
    else { return false }
    return name.name == word(.cycle) && self.scope[name] == nil
  }

  /// What is paid per cycle reads one target, and that has cycles.
  private func requireCycles(_ view: RefundDeclaration) {
    let targets = overTargets ?? []
    if targets.count == 1, case .target(let target) = targets[0], policy.targets[target].isEachCycle {
      return
    }
    report(
      .clause(
        .conflict(
          first: "per cycle", second: "when",
          advice: .needsCycleTarget)),
      at: view.scope?.range ?? view.range.firstByte)
  }

  /// What the lines of a refund or right have given so far.
  struct RefundParts {
    var condition: SourceRange?
    var pay: SourceRange?
    var countedBy: SourceRange?
    var round: SourceRange?
    /// The first cap, the first minimum, and the one of the refund alone.
    var cap: SourceRange?
    var issue: SourceRange?
    var ownIssue: SourceRange?
    var isDamaged: Bool
  }

  /// The lines of a refund stand in the order in which they are applied, so that it reads as it is computed.
  private func checkOrder(
    _ clause: String, _ range: SourceRange, behind others: [(clause: String, place: SourceRange?)]
  ) {
    for other in others {
      guard let place = other.place else { continue }
      report(
        .clause(.outOfOrder(clause: clause, behind: other.clause)), at: range,
        labels: [SecondaryLabel(.clause(other.clause), at: place)])
      return
    }
  }

  private func check(
    _ line: RefundLine, _ index: Int, _ condition: Expression, _ parts: inout RefundParts
  ) {
    switch line {
    case .cite(let cite): policy.refunds[index].citations += citations(cite.words)
    case .when: return
    case .countedBy(let line):
      guard once(&parts.countedBy, "counted by", line.range) else { return }
      if refundScope != nil {
        report(
          .clause(
            .clauseElsewhere(
              clause: "counted by", owner: .periodRefund, advice: .ownPeriod)),
          at: line.range)
        return
      }
      policy.refunds[index].countedBy = line.event.flatMap { instant($0) }
    case .pay(let line):
      guard once(&parts.pay, "pay", line.range) else { return }
      if let amount = checkPay(line, index) {
        policy.refunds[index].basis = .pay(when: condition, amount: amount)
      }
    case .round(let line):
      guard once(&parts.round, "round", line.range) else { return }
      checkOrder("round", line.range, behind: [("cap", parts.cap), ("issue", parts.issue)])
      checkRound(line, index)
    case .cap(let line):
      parts.cap = parts.cap ?? line.range
      checkOrder("cap", line.range, behind: [("issue", parts.issue)])
      checkCap(line, index)
    case .issue(let line):
      parts.issue = parts.issue ?? line.range
      if line.scope == nil, !once(&parts.ownIssue, "issue", line.range) { return }
      checkIssue(line, index)
    case .claim(let line): if let claim = claim(line) { policy.refunds[index].claims.append(claim) }
    case .useWindow(let line):
      report(
        .clause(
          .clauseElsewhere(
            clause: "use within", owner: .refund, advice: .moneyIsClaimed)),
        at: line.range)
    case .grants(let line):
      report(
        .clause(
          .clauseElsewhere(
            clause: "grants", owner: .refund, advice: .rightGrants)),
        at: line.range)
    case .damaged: parts.isDamaged = true
    }
  }

  /// The condition of a `when` line, which the other lines need whatever their order; nil with a message.
  func condition(
    in lines: [RefundLine], _ parts: inout RefundParts, owner: Term, at place: SourceRange
  ) -> Expression? {
    var found: Expression?
    for line in lines {
      if case .damaged = line { parts.isDamaged = true }
      guard case .when(let when) = line, once(&parts.condition, "when", when.range) else { continue }
      found = inRefund { check(when.condition, as: .truth) }
    }
    if parts.condition == nil, !parts.isDamaged {
      report(.clause(.missing(clause: "when", owner: owner)), at: place)
    }
    return found
  }

  /// The targets of which a condition asks whether they are breached, in order of declaration: those of
  /// tickets, then those of periods.
  func targetsNamed(in condition: Expression) -> [Entity] {
    var (found, ofPeriods): (Set<Int>, Set<Int>) = ([], [])
    var waiting = [(condition: condition, isNegated: false)]
    while let (next, isNegated) = waiting.popLast() {
      switch next.kind {
      case .verdict(let target, let verdicts):
        if verdicts.contains(.breached) != isNegated { found.insert(target) }
      case .periodVerdict(let target, let verdicts):
        if verdicts.contains(.breached) != isNegated { ofPeriods.insert(target) }
      case .all(let operands), .any(let operands): waiting += operands.map { ($0, isNegated) }
      case .not(let operand): waiting.append((operand, !isNegated))
      case .derived(let index): waiting.append((policy.derivedValues[index].value, isNegated))
      case .constant, .field, .column, .rowKey, .parameter, .tableResult, .event, .extreme, .isKnown,
        .compare,
        .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice,
        .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf,
        .sampled,
        .periodBoundary, .periodFigure, .graded, .datesOver, .ticketCount, .attribute,
        .rowColumn:
        continue
      }
    }
    return found.sorted().map { .target($0) } + ofPeriods.sorted().map { .periodTarget($0) }
  }

  func checkRound(_ line: RoundLine, _ index: Int) {
    guard let mode = line.mode, let unit = line.step.flatMap({ amount($0, index) }) else { return }
    guard unit > .zero else {
      report(.clause(.notPositive(what: .roundingUnit)), at: line.range)
      return
    }
    policy.refunds[index].rounding = Refund.AmountRounding(mode: RoundingMode(mode), unit: unit)
  }

  func checkCap(_ line: CapLine, _ index: Int) {
    if line.scope != nil || !line.refunds.isEmpty {
      waitingGroups.append(WaitingGroup(refund: index, line: .cap(line)))
      return
    }
    guard let cap = inRefund({ money(line.amount) }), isNotNegative(cap, .cap) else { return }
    guard sameCurrency(cap, index) else { return }
    warnOfZero(cap, .nothingPaid)
    policy.refunds[index].caps.append(cap)
  }

  func checkIssue(_ line: IssueLine, _ index: Int) {
    if line.scope != nil {
      waitingGroups.append(WaitingGroup(refund: index, line: .issue(line)))
    } else {
      policy.refunds[index].minimum = minimum(of: line, index)
    }
  }

  /// The amount of a minimum, or nil with a message.
  func minimum(of line: IssueLine, _ index: Int) -> Refund.Minimum? {
    guard let bound = line.bound, let minimum = line.minimum.flatMap({ amount($0, index) }) else {
      return nil
    }
    guard minimum > .zero || (minimum == .zero && bound == .above) else {
      let what = Term.minimum
      report(
        .clause(minimum < .zero ? .negative(what: what) : .notPositive(what: what)),
        at: line.minimum?.range ?? line.range)
      return nil
    }
    return Refund.Minimum(amount: minimum, inclusive: bound == .atLeast)
  }

  func sameCurrency(_ cap: Expression, _ index: Int) -> Bool {
    guard case .money(let currency) = cap.type, currency != policy.refunds[index].currency else {
      return true
    }
    guard policy.refunds[index].currency != .absent else { return true }
    report(
      .type(.currencies(left: policy.refunds[index].currency.code, right: currency.code)), at: cap.origin)
    return false
  }

  /// A written amount of money, or nil with a message.
  private func amount(_ literal: LiteralView, _ index: Int) -> Rational? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    guard case .number(let amount) = constant, case .money(let currency) = type else {
      report(.type(.mismatch(found: type.words, needed: .amountOfMoney)), at: literal.range)
      return nil
    }
    let own = policy.refunds[index].currency
    if own != .absent, own != currency {
      report(.type(.currencies(left: own.code, right: currency.code)), at: literal.range)
      return nil
    }
    return amount
  }
}
