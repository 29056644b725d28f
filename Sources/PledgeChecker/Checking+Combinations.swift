import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

extension Checking {
  /// `combine NAME = OPERATION of a, b { … }`: what it combines must be one kind of payment.
  func checkCombination(_ view: CombineDeclaration, _ index: Int) {
    var components: [Int] = []
    for name in view.refunds {
      guard let component = component(name, of: view, index) else { continue }
      if components.contains(component) {
        report(.clause(.repeated(clause: name.name)), at: name.range)
      } else {
        components.append(component)
      }
    }
    guard let operation = view.operation, !components.isEmpty else { return }
    let place = view.name?.range ?? view.range.firstByte
    guard areOfOneScope(components, at: place) else { return }
    policy.refunds[index].basis = .combination(Refund.Combination(operation), of: components)
    takeOver(components, index, at: place)
    refundScope = policy.refunds[index].scope
    defer { refundScope = nil }
    for line in view.lines { check(line, ofCombination: index) }
  }

  /// Whether all items are of one ticket, or all of the same key and period; a message where they are not.
  private func areOfOneScope(_ components: [Int], at place: SourceRange) -> Bool {
    let first = policy.refunds[components[0]]
    for component in components.dropFirst() {
      let other = policy.refunds[component]
      switch (first.scope, other.scope) {
      case (nil, nil): continue
      case (let scope?, let own?) where isSame(scope, own): continue
      case (_, _):
        report(
          .clause(.combinedScopes(first: first.name, other: other.name)), at: place,
          labels: [scopeLabel(first), scopeLabel(other)])
        return false
      }
    }
    return true
  }

  /// What one item of a refund is for.
  private func scopeLabel(_ refund: Refund) -> SecondaryLabel {
    guard let scope = refund.scope else {
      return SecondaryLabel(.operand(.owedForEachTicket), at: refund.origin.firstByte)
    }
    return SecondaryLabel(.operand(.owedOnce(text(in: scope.origin))), at: scope.origin)
  }

  /// A refund that no other combination pays, without limits of its own; nil with a message.
  private func component(_ name: NameView, of view: CombineDeclaration, _ index: Int) -> Int? {
    guard let entity = resolve(name, among: names { if case .refund = $0 { true } else { false } }) else {
      return nil
    }
    guard case .refund(let component) = entity else {
      wrongSort(name, entity, asked: .refund)
      return nil
    }
    guard case .pay = policy.refunds[component].basis else {
      report(
        .clause(
          .clauseElsewhere(
            clause: name.name, owner: .combination, advice: .combineItsRefunds)),
        at: name.range)
      return nil
    }
    if let other = policy.refunds.firstIndex(where: { $0.components.contains(component) }), other != index {
      report(
        .clause(.combinedTwice(refund: name.name, other: policy.refunds[other].name)), at: name.range,
        labels: [
          SecondaryLabel(
            .declaredHere(name: policy.refunds[other].name), at: policy.refunds[other].origin.firstByte)
        ])
      return nil
    }
    return component
  }

  /// Currency, payees and form are those of the items, which have to agree.
  private func takeOver(_ components: [Int], _ index: Int, at place: SourceRange) {
    let components = components.filter { policy.refunds[$0].currency != .absent }
    guard let first = components.first.map({ policy.refunds[$0] }) else { return }
    for component in components {
      let other = policy.refunds[component]
      var differences: [Term] = []
      let areKnown = other.currency != .absent && first.currency != .absent
      if areKnown, other.currency != first.currency { differences.append(.currency) }
      if other.payees != first.payees { differences.append(.payees) }
      if other.form != first.form { differences.append(.formOfPayment) }
      if let what = differences.first {
        report(
          .clause(.combinedUnlike(first: first.name, other: other.name, what: what)), at: place,
          labels: labels(of: first.name) + labels(of: other.name))
      }
      let waiting = waitingGroups.first { $0.refund == component }
      if !other.caps.isEmpty || other.minimum != nil || waiting != nil {
        let isCap = if case .cap? = waiting?.line { true } else { !other.caps.isEmpty }
        let clause = isCap ? "cap" : "issue"
        report(
          .clause(
            .clauseElsewhere(
              clause: clause, owner: .combinedRefund,
              advice: .limitCombination)),
          at: other.origin.firstByte, labels: [SecondaryLabel(.requiredBy(what: .code("combine")), at: place)]
        )
      }
    }
    // Which keys count is asked of each of them.
    policy.refunds[index].scope = first.scope
    policy.refunds[index].scope?.filter = nil
    policy.refunds[index].currency = first.currency
    policy.refunds[index].payees = first.payees
    policy.refunds[index].form = first.form
  }

  private func check(_ line: RefundLine, ofCombination index: Int) {
    switch line {
    case .cite(let cite): policy.refunds[index].citations += citations(cite.words)
    case .cap(let line): checkCap(line, index)
    case .issue(let line): checkIssue(line, index)
    case .when(let line): misplaced("when", line.range)
    case .pay(let line): misplaced("pay", line.range)
    case .round(let line): misplaced("round", line.range)
    case .claim(let line): misplaced("claim", line.range)
    case .useWindow(let line): misplaced("use within", line.range)
    case .countedBy(let line): misplaced("counted by", line.range)
    case .grants(let line): misplaced("grants", line.range)
    case .damaged: return
    }
  }

  private func misplaced(_ clause: String, _ range: SourceRange) {
    report(
      .clause(
        .clauseElsewhere(
          clause: clause, owner: .combination, advice: .writeInCombinedRefunds)),
      at: range)
  }
}

extension Refund.Combination {
  /// The operation of a word.
  init(_ word: CombineOperation) {
    switch word {
    case .sum: self = .sum
    case .greatest: self = .greatest
    case .first: self = .first
    }
  }
}
