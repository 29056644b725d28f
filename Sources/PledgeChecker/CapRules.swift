import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy

/// Looks for caps that what is paid never exceeds, and for caps that it always does where anything is owed.
struct CapRules {
  private let policy: Policy
  private var found: [ProofWitness] = []

  private init(_ policy: Policy) { self.policy = policy }

  /// What is found about a policy without errors, each with what a ticket has to be for it.
  static func findings(_ policy: Policy) -> [ProofWitness] {
    var rules = CapRules(policy)
    for refund in policy.refunds { rules.look(refund) }
    for number in policy.groups.indices { rules.look(number) }
    return rules.found
  }

  /// The caps of one item, each behind those before it.
  private mutating func look(_ refund: Refund) {
    guard var paid = item(of: refund) else { return }
    for cap in refund.caps {
      guard let limit = range(of: cap, refund), paid.isComparable(with: limit) else { return }
      compare(paid, with: limit, refund, at: cap.origin)
      guard let rest = paid.extreme(.smallest, limit) else { return }
      paid = rest
    }
  }

  /// A cap over the items of a key and period always binds where a single item exceeds it. It never binds
  /// where one item cannot reach it and no other one shares it, as of a refund of that key and period.
  private mutating func look(_ number: Int) {
    let group = policy.groups[number]
    for member in group.members {
      let refund = policy.refunds[member]
      guard var paid = item(of: refund, member, before: number), let cap = group.cap,
        let limit = range(of: group, refund), paid.isComparable(with: limit)
      else { continue }
      if !hasOneItem(group, of: refund) { paid.high = nil }
      if compare(paid, with: limit, refund, at: cap.origin, group.scope) { return }
    }
  }

  /// An item behind its own caps and behind those of the groups inside another one: of the first item of a
  /// group, and so of all of its items together, nothing more is cut.
  private func item(of refund: Refund, _ member: Int, before number: Int) -> PaidRange? {
    var paid = item(of: refund)
    for own in refund.caps {
      paid = paid.flatMap { paid in range(of: own, refund).flatMap { paid.extreme(.smallest, $0) } }
    }
    for inner in policy.groups[..<number] where inner.cap != nil && inner.members.contains(member) {
      paid = paid.flatMap { paid in range(of: inner, refund).flatMap { paid.extreme(.smallest, $0) } }
    }
    return paid
  }

  /// What all payees of an item get together, before any cap.
  private func item(of refund: Refund) -> PaidRange? {
    range(of: refund)?.together(max(refund.payees.count, 1))
  }

  /// What a cap leaves to all payees of an item.
  private func range(of cap: Expression, _ refund: Refund) -> PaidRange? {
    PaidRange(cap, in: policy)?
      .cap(of: max(refund.payees.count, 1), minorUnit: Money.minorUnit(of: refund.currency))
  }

  /// The same of a group's cap. A cap of a key and period reads a figure when its period begins, an item may
  /// read it at another instant: only figures that do not change are held against each other.
  private func range(of group: PaymentGroup, _ refund: Refund) -> PaidRange? {
    guard let limit = group.cap.flatMap({ range(of: $0, refund) }) else { return nil }
    guard group.scope != nil, let base = limit.base else { return limit }
    return isFixed(base) ? limit : nil
  }

  /// Whether a figure is the same at any instant: a column of a register whose rows are not dated.
  private func isFixed(_ figure: Expression) -> Bool {
    guard case .column(let register, let key, _) = figure.kind, !policy.registers[register].isDated else {
      return false
    }
    if case .column = key.kind { return isFixed(key) }
    return true
  }

  /// Whether a group holds one item at most: that of a refund for the same keys and periods.
  private func hasOneItem(_ group: PaymentGroup, of refund: Refund) -> Bool {
    guard group.members.count == 1, let scope = group.scope, let own = refund.scope,
      scope.keys.count == own.keys.count,
      zip(scope.keys, own.keys).allSatisfy({ $0.isSame(as: $1) })
    else { return false }
    guard case .calendar(let unit)? = scope.period?.kind, case .calendar(let other)? = own.period?.kind else {
      return false
    }
    return unit == other
  }

  @discardableResult
  private mutating func compare(
    _ paid: PaidRange, with limit: PaidRange, _ refund: Refund, at place: SourceRange,
    _ scope: PledgePolicy.Scope? = nil
  ) -> Bool {
    let fact: ClauseFact
    if let most = paid.high, most <= limit.low {
      fact = .capNeverBinds(
        refund: refund.name, most: policy.words(most, of: paid.base ?? limit.base, .money(refund.currency)))
    } else if let cap = limit.high, paid.low > cap, cap > .zero {
      fact = .capAlwaysBinds(
        refund: refund.name,
        least: policy.words(paid.low, of: paid.base ?? limit.base, .money(refund.currency)))
    } else {
      return false
    }
    let isCut = if case .capAlwaysBinds = fact { true } else { false }
    found.append(
      ProofWitness(
        Diagnostic(.clause(fact), at: place, labels: payment(of: refund)), tickets(refund, scope),
        .capped(refund: refund.name, isCut: isCut)))
    return true
  }

  /// A ticket for which something is owed. Periods that begin with an event may not have begun: no ticket.
  private func tickets(_ refund: Refund, _ scope: PledgePolicy.Scope?) -> [[ProofWitness.Demand]] {
    if case .anchored? = scope?.period?.kind { [] } else { [demands(refund)] }
  }

  /// That something is owed.
  private func demands(_ refund: Refund) -> [ProofWitness.Demand] {
    switch refund.basis {
    case .pay(let condition, _): [ProofWitness.Demand(expression: condition, value: .known(.truth(true)))]
    case .combination(_, let components): components.first.map { demands(policy.refunds[$0]) } ?? []
    }
  }

  private func payment(of refund: Refund) -> [SecondaryLabel] {
    switch refund.basis {
    case .pay(_, let amount): [SecondaryLabel(.payment(of: refund.name), at: amount.origin)]
    case .combination(_, let components):
      components.flatMap { payment(of: policy.refunds[$0]) }
    }
  }

  /// Between what each payee's item of a refund lies once something is owed, behind its rounding; nil where
  /// nothing can be said.
  private func range(of refund: Refund) -> PaidRange? {
    switch refund.basis {
    case .pay(let condition, let amount):
      guard var paid = PaidRange(amount, in: policy, delays: delays(condition)) else { return nil }
      if refund.isPerCycle { paid.high = nil }
      let minor = Money.minorUnit(of: refund.currency)
      return paid.rounded(
        refund.rounding?.mode ?? .halfUp, toMultipleOf: refund.rounding?.unit ?? minor, minorUnit: minor)
    case .combination(let how, let components):
      let parts = components.map { range(of: policy.refunds[$0]) }
      switch how {
      case .sum:
        var sum = PaidRange.combined(parts) { $0.plus($1) }
        // Not each of them is always owed.
        sum?.low = parts.compactMap { $0?.low }.min() ?? .zero
        return sum
      case .greatest, .first: return PaidRange.combined(parts) { $0.either($1) }
      }
    }
  }

  // MARK: Delays

  /// The delays without which a condition does not hold: it asks for a breach of their target.
  private func delays(_ condition: Expression) -> Set<CertainDelay> {
    switch condition.kind {
    case .verdict(let target, let verdicts) where verdicts == [.breached]: return delays(of: target)
    case .periodVerdict(let target, let verdicts) where verdicts == [.breached]:
      return isOver(policy.periodTargets[target]) ? [.ofPeriod(target: target)] : []
    case .all(let parts): return parts.reduce(into: []) { $0.formUnion(delays($1)) }
    case .derived(let index): return delays(policy.derivedValues[index].value)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .tableResult, .event, .attribute,
      .extreme, .isKnown, .not, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation,
      .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps,
      .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure:
      return []
    }
  }

  /// What a breach of a target is certain to be over by: `under` and deadlines are breached by an overrun of
  /// zero too, and of one that only rounding makes no date is touched.
  private func delays(of target: Int) -> Set<CertainDelay> {
    guard case .within(_, strict: false, workingCalendar: _) = policy.targets[target].bound else { return [] }
    let isRounded = policy.targets[target].rounding != nil
    return isRounded ? [.length(target: target)] : [.length(target: target), .dates(target: target)]
  }

  /// Whether a breach of a target of a period is over by a microsecond at least: weights make less of one.
  private func isOver(_ target: PeriodTarget) -> Bool {
    let isWeighted = if case .total(_, weight: _?) = target.measure.kind { true } else { false }
    return !isWeighted && target.bounds.allSatisfy { $0.kind == .atMost }
  }
}

extension PaymentGroup {
  /// The most that is paid, of a group that has such a limit.
  fileprivate var cap: Expression? {
    switch limit {
    case .cap(let amount): amount
    case .minimum: nil
    }
  }
}

extension Policy {
  /// A multiple of a figure as a message writes it: `30% of monthly_fee`; of nothing a written amount.
  func words(_ amount: Rational, of base: Expression?, _ type: ExpressionType) -> Term {
    guard let base else { return .constant(words(.number(amount), type)) }
    let share = words(.number(amount), .percent)
    guard let figure = words(base) else { return .shareOfSameFigure(share) }
    return .shareOfFigure(share, figure: figure)
  }

  /// A field or a register's column as the author writes it; nil of anything else.
  func words(_ expression: Expression) -> String? {
    switch expression.kind {
    case .field(let field): vocabulary.fields[field].name
    case .column(let register, let key, let column):
      words(key).map { "\($0).\(registers[register].columns[column].name)" }
    case .derived(let index): derivedValues[index].name
    case .constant, .rowKey, .rowColumn, .parameter, .tableResult, .event, .attribute, .extreme, .isKnown,
      .not, .all, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit,
      .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      nil
    }
  }
}
