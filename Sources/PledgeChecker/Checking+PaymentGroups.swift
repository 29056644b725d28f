import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

// Caps and minimums over the items of a key and a period. They are checked when all refunds are, because a
// cap may lie across several of them.

/// A cap or minimum whose group has not been checked yet.
struct WaitingGroup {
  /// The refund in which it stands.
  var refund: Int
  var line: Line

  enum Line {
    case cap(CapLine)
    case issue(IssueLine)
  }
}

extension Checking {
  func checkPaymentGroups() {
    var caps: [PaymentGroup] = []
    var minimums: [PaymentGroup] = []
    for waiting in waitingGroups {
      dependencies.enter(.refund(waiting.refund))
      switch waiting.line {
      case .cap(let line): if let group = cap(line, waiting.refund) { caps.append(group) }
      case .issue(let line): if let group = minimum(line, waiting.refund) { minimums.append(group) }
      }
      dependencies.leave()
    }
    policy.groups = (fromInnerToOuter(caps) + minimums).filter { followsFromFrames($0) }
  }

  /// Whether the group of an item follows from its frame, for members of a key and period; a message where it
  /// does not.
  private func followsFromFrames(_ group: PaymentGroup) -> Bool {
    for member in group.members {
      guard let frame = policy.refunds[member].scope, let scope = group.scope else { continue }
      for key in scope.keys {
        guard let offence = offence(against: frame, in: key) else { continue }
        report(.scope(offence.fact), at: key.origin)
        return false
      }
      guard periodLies(frame, inside: scope) else {
        report(
          .clause(.capsDoNotNest), at: group.origin,
          labels: [SecondaryLabel(.comesFrom(what: .theItem), at: frame.origin)])
        return false
      }
    }
    return true
  }

  private func cap(_ line: CapLine, _ index: Int) -> PaymentGroup? {
    var scope: PledgePolicy.Scope?
    if let view = line.scope {
      guard let checked = groupScope(view) else { return nil }
      scope = checked
    }
    var members: Set<Int> = [index]
    refuseRepeated(line.refunds)
    for name in line.refunds {
      guard let member = member(name, index) else { return nil }
      members.insert(member)
    }
    let amount = scope.map { ofFrame($0) { money(line.amount) } } ?? money(line.amount)
    guard let amount, isNotNegative(amount, .cap), sameCurrency(amount, index) else { return nil }
    warnOfZero(amount, .nothingPaid)
    return PaymentGroup(
      scope: scope, members: members.sorted(), limit: .cap(amount), origin: line.range)
  }

  private func minimum(_ line: IssueLine, _ index: Int) -> PaymentGroup? {
    guard let view = line.scope, let scope = groupScope(view), let minimum = minimum(of: line, index) else {
      return nil
    }
    return PaymentGroup(scope: scope, members: [index], limit: .minimum(minimum), origin: line.range)
  }

  /// A scope in which an item lies in one period at most; nil with a message.
  private func groupScope(_ view: ScopeView) -> PledgePolicy.Scope? {
    guard let scope = scope(view, owner: .cap) else { return nil }
    switch scope.period?.kind {
    case .rolling:
      report(
        .clause(
          .clauseElsewhere(
            clause: "rolling", owner: .capOrMinimum,
            advice: .paidOnce)), at: view.range)
      return nil
    case .calendar, .anchored, nil: break
    }
    if scope.period?.slot != nil {
      report(
        .clause(
          .clauseElsewhere(
            clause: "slots", owner: .capOrMinimum, advice: .slotsGoWithSamples)),
        at: view.range)
      return nil
    }
    return scope
  }

  /// A refund that shares a cap, or nil with a message.
  private func member(_ name: NameView, _ index: Int) -> Int? {
    guard let entity = resolve(name, among: names { if case .refund = $0 { true } else { false } }) else {
      return nil
    }
    guard case .refund(let member) = entity else {
      wrongSort(name, entity, asked: .refund)
      return nil
    }
    if let whole = policy.refunds.first(where: { $0.components.contains(member) }) {
      report(
        .clause(
          .clauseElsewhere(
            clause: name.name, owner: .sharedCap, advice: .paidBy(name: whole.name))),
        at: name.range)
      return nil
    }
    let (own, other) = (policy.refunds[index].currency, policy.refunds[member].currency)
    // A refund whose amount failed has had its message.
    guard own != .absent, other != .absent else { return nil }
    guard own == other else {
      report(.type(.currencies(left: own.code, right: other.code)), at: name.range)
      return nil
    }
    return member
  }

  // MARK: Nesting

  /// Caps so that each lies behind those inside it; a message where two share items and neither lies inside
  /// the other.
  private func fromInnerToOuter(_ caps: [PaymentGroup]) -> [PaymentGroup] {
    for (position, cap) in caps.enumerated() {
      for other in caps[..<position] where !Set(cap.members).isDisjoint(with: other.members) {
        guard !lies(cap, inside: other), !lies(other, inside: cap) else { continue }
        report(
          .clause(.capsDoNotNest), at: cap.origin,
          labels: [SecondaryLabel(.comesFrom(what: .theOtherCap), at: other.origin)])
      }
    }
    var waiting = caps
    var result: [PaymentGroup] = []
    while !waiting.isEmpty {
      let next = waiting.firstIndex { cap in
        !waiting.contains { other in
          other.origin != cap.origin && lies(other, inside: cap) && !lies(cap, inside: other)
        }
      }
      result.append(waiting.remove(at: next ?? 0))
    }
    return result
  }

  /// Whether every item of one group, and all of its group, lie in one group of the other.
  private func lies(_ inner: PaymentGroup, inside outer: PaymentGroup) -> Bool {
    guard Set(inner.members).isSubset(of: outer.members) else { return false }
    guard let innerScope = inner.scope else { return true }
    guard let outerScope = outer.scope else { return false }
    return outerScope.keys.allSatisfy { offence(against: innerScope, in: $0) == nil }
      && periodLies(innerScope, inside: outerScope)
  }

  private func periodLies(_ inner: PledgePolicy.Scope, inside outer: PledgePolicy.Scope) -> Bool {
    switch (inner.period?.kind, outer.period?.kind) {
    case (_, nil): return true
    case (nil, _?): return false
    case (.calendar(let unit)?, .calendar(let whole)?): return unit.lies(inside: whole)
    // The item of a window counts on the day, or in the month, that the window is named by.
    case (.rolling(_, let byMonth)?, .calendar(let whole)?):
      return (byMonth ? CalendarUnit.month : .day).lies(inside: whole)
    case (_?, _?):
      var (first, second) = (inner, outer)
      (first.keys, second.keys) = ([], [])
      return isSame(first, second)
    }
  }
}

extension CalendarUnit {
  /// Whether each period of the unit lies in one of another.
  func lies(inside other: CalendarUnit) -> Bool {
    switch (self, other) {
    case (.day, _), (.week, .week), (.month, .month), (.month, .quarter), (.month, .year),
      (.quarter, .quarter), (.quarter, .year), (.year, .year):
      true
    case (.week, _), (.month, _), (.quarter, _), (.year, _): false
    }
  }
}
