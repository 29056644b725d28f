import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  func checkRefunds(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .refund(let view) = declaration else { continue }
      dependencies.enter(.refund(index))
      checkRefund(view, index)
      dependencies.leave()
      policy.refunds[index].targets = dependencies.reached(from: .refund(index)).compactMap {
        if case .target(let target) = $0 { target } else { nil }
      }.sorted()
      index += 1
    }
  }

  private func checkRefund(_ view: RefundDeclaration, _ index: Int) {
    if isPerCycle(view) {
      policy.refunds[index].isPerCycle = true
    } else if let scope = view.scope, scope.period != nil || !scope.keys.isEmpty {
      notSupported("a refund of a period", at: scope.range)
      return
    }
    var isDamaged = false
    guard let condition = condition(of: view, index) else { return }
    overTargets = targetsNamed(in: condition)
    defer { overTargets = nil }
    if policy.refunds[index].isPerCycle { requireCycles(view) }
    var pay: SourceRange?
    for line in view.lines {
      switch line {
      case .cite(let cite): policy.refunds[index].citations += citations(cite.words)
      case .when: continue
      case .pay(let line):
        if let first = pay {
          report(
            .clause(.repeated(clause: "pay")), at: line.range,
            labels: [SecondaryLabel(.firstGivenHere, at: first)])
          continue
        }
        pay = line.range
        checkPay(line, index)
      case .round(let line): checkRound(line, index)
      case .cap(let line): checkCap(line, index)
      case .issue(let line): checkIssue(line, index)
      case .claim(let line): notSupported("`claim`", at: line.range)
      case .useWindow(let line): notSupported("`use within`", at: line.range)
      case .countedBy: continue
      case .grants(let line): notSupported("`grants`", at: line.range)
      case .damaged: isDamaged = true
      }
    }
    if pay == nil, !isDamaged, !view.isDamaged {
      report(
        .clause(.missing(clause: "pay", owner: "refund `\(view.name?.name ?? "")`")),
        at: view.name?.range ?? view.range.firstByte)
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
    if targets.count == 1, policy.targets[targets[0]].isEachCycle { return }
    report(
      .clause(
        .conflict(
          first: "per cycle", second: "when",
          advice: "it needs `when TARGET is breached` of one target with `each cycle`")),
      at: view.scope?.range ?? view.range.firstByte)
  }

  private func condition(of view: RefundDeclaration, _ index: Int) -> Expression? {
    var found: Expression?
    var first: SourceRange?
    for line in view.lines {
      guard case .when(let when) = line else { continue }
      if let place = first {
        report(
          .clause(.repeated(clause: "when")), at: when.range,
          labels: [SecondaryLabel(.firstGivenHere, at: place)])
        continue
      }
      first = when.range
      found = check(when.condition, as: .truth)
      if let found { policy.refunds[index].condition = found }
    }
    let isDamaged = view.lines.contains { if case .damaged = $0 { true } else { false } }
    if first == nil, !isDamaged, !view.isDamaged {
      report(
        .clause(.missing(clause: "when", owner: "refund `\(view.name?.name ?? "")`")),
        at: view.name?.range ?? view.range.firstByte)
    }
    return found
  }

  /// The targets of which a condition asks whether they are breached, in order of declaration.
  private func targetsNamed(in condition: Expression) -> [Int] {
    var found: Set<Int> = []
    var waiting = [condition]
    while let next = waiting.popLast() {
      switch next.kind {
      case .verdict(let target, let verdicts): if verdicts.contains(.breached) { found.insert(target) }
      case .all(let operands), .any(let operands): waiting += operands
      case .not(let operand): waiting.append(operand)
      case .derived(let index): waiting.append(policy.derivedValues[index].value)
      case .constant, .field, .column, .parameter, .tableResult, .event, .extreme, .isKnown, .compare, .oneOf,
        .sum,
        .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .choice, .figure, .measure,
        .overlaps, .during, .moved, .startOf, .endOf, .timeOfDay, .dateOf, .sampled, .periodBoundary,
        .periodVerdict, .periodFigure, .ticketCount:
        continue
      }
    }
    return found.sorted()
  }

  private func checkPay(_ line: PayLine, _ index: Int) {
    if line.rate != nil { notSupported("a rate that changes with delay", at: line.range) }
    let expecting = policy.header.currency.map { ExpressionType.money($0) }
    if let amount = amount(line.amount, expecting: expecting) {
      if case .money(let currency) = amount.type {
        policy.refunds[index].amount = amount
        policy.refunds[index].currency = currency
      } else {
        mismatch(amount, "money")
      }
    }
    for name in line.payees {
      guard let entity = resolve(name, among: names { $0 == .role }) else { continue }
      guard entity == .role else {
        wrongSort(name, entity, asked: "a role")
        continue
      }
      policy.refunds[index].payees.append(name.name)
    }
    guard let form = line.form else { return }
    if let known = Refund.PaymentForm(rawValue: form.name) {
      policy.refunds[index].form = known
    } else {
      let forms = Refund.PaymentForm.allCases.map(\.rawValue)
      report(
        .clause(
          .unknownWord(
            word: form.name, known: forms, suggestion: Suggestion.nearest(to: form.name, among: forms))),
        at: form.range)
    }
  }

  private func checkRound(_ line: RoundLine, _ index: Int) {
    guard let mode = line.mode, let unit = line.step.flatMap({ amount($0, index) }) else { return }
    guard unit > .zero else {
      report(.clause(.notPositive(what: "the unit of a rounding")), at: line.range)
      return
    }
    policy.refunds[index].rounding = Refund.AmountRounding(mode: RoundingMode(mode), unit: unit)
  }

  private func checkCap(_ line: CapLine, _ index: Int) {
    if let scope = line.scope, scope.period != nil || !scope.keys.isEmpty {
      notSupported("a cap per key or period", at: scope.range)
      return
    }
    if let other = line.refunds.first {
      notSupported("a cap across refunds", at: other.range)
      return
    }
    guard let cap = money(line.amount), sameCurrency(cap, index) else { return }
    policy.refunds[index].caps.append(cap)
  }

  private func checkIssue(_ line: IssueLine, _ index: Int) {
    if let scope = line.scope, scope.period != nil || !scope.keys.isEmpty {
      notSupported("a minimum per key or period", at: scope.range)
      return
    }
    guard let bound = line.bound, let minimum = line.minimum.flatMap({ amount($0, index) }) else { return }
    policy.refunds[index].minimum = Refund.Minimum(amount: minimum, inclusive: bound == .atLeast)
  }

  private func sameCurrency(_ cap: Expression, _ index: Int) -> Bool {
    guard case .money(let currency) = cap.type, currency != policy.refunds[index].currency else {
      return true
    }
    guard policy.refunds[index].currency != .placeholder else { return true }
    report(
      .type(.currencies(left: policy.refunds[index].currency.code, right: currency.code)), at: cap.origin)
    return false
  }

  /// A written amount of money, or nil with a message.
  private func amount(_ literal: LiteralView, _ index: Int) -> Rational? {
    guard let (constant, type) = constant(literal, expecting: nil) else { return nil }
    guard case .number(let amount) = constant, case .money(let currency) = type else {
      report(.type(.mismatch(found: type.words, needed: "an amount of money")), at: literal.range)
      return nil
    }
    let own = policy.refunds[index].currency
    if own != .placeholder, own != currency {
      report(.type(.currencies(left: own.code, right: currency.code)), at: literal.range)
      return nil
    }
    return amount
  }

  // MARK: What is not evaluated

  /// Says of each declaration that the language has and this version does not evaluate that it is left out.
  func refuseTheRest(_ declarations: [DeclarationView]) {
    for declaration in declarations {
      switch declaration {
      case .right(let view): notSupported("a `right`", at: view.name?.range ?? view.range.firstByte)
      case .escalation(let view):
        notSupported("an `escalation`", at: view.name?.range ?? view.range.firstByte)
      case .combine(let view): notSupported("`combine`", at: view.name?.range ?? view.range.firstByte)
      case .use, .policy, .ticket, .register, .roles, .actions, .calendar, .span, .let, .table, .param,
        .exclusion,
        .target, .refund, .test, .damaged:
        continue
      }
    }
  }
}
