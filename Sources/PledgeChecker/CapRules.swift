import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy

/// Looks for caps that what is paid never exceeds, and for caps that it always does, before any rounding.
struct CapRules {
  private let policy: Policy
  private var found: [ProofWitness] = []

  private init(_ policy: Policy) { self.policy = policy }

  /// What is found about a policy without errors, each with what a ticket has to be for it.
  static func findings(_ policy: Policy) -> [ProofWitness] {
    var rules = CapRules(policy)
    for refund in policy.refunds { rules.look(refund) }
    for group in policy.groups { rules.look(group) }
    return rules.found
  }

  /// The caps of one item, each behind those before it.
  private mutating func look(_ refund: Refund) {
    guard var paid = range(of: refund) else { return }
    for cap in refund.caps {
      guard let limit = PaidRange(cap, in: policy), paid.isComparable(with: limit) else { return }
      compare(paid, with: limit, refund, at: cap.origin)
      guard let rest = paid.extreme(.smallest, limit) else { return }
      paid = rest
    }
  }

  /// A cap over the items of a key and period always binds where a single item exceeds it. It never binds
  /// where one item cannot reach it and no other one shares it, as of a refund of that key and period.
  private mutating func look(_ group: PaymentGroup) {
    guard case .cap(let cap) = group.limit, let limit = PaidRange(cap, in: policy) else { return }
    for refund in group.members.map({ policy.refunds[$0] }) {
      guard var paid = range(of: refund), paid.isComparable(with: limit) else { continue }
      for own in refund.caps {
        guard let rest = PaidRange(own, in: policy).flatMap({ paid.extreme(.smallest, $0) }) else { return }
        paid = rest
      }
      if !hasOneItem(group, of: refund) { paid.high = nil }
      if compare(paid, with: limit, refund, at: cap.origin, group.scope) { return }
    }
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

  /// Between what the item of a refund lies once something is owed; nil where nothing can be said.
  private func range(of refund: Refund) -> PaidRange? {
    switch refund.basis {
    case .pay(let condition, let amount):
      let hasStarted = asksForBreach(condition) && breachHasLength(refund)
      guard var paid = PaidRange(amount, in: policy, hasStarted: hasStarted) else { return nil }
      if refund.isPerCycle { paid.high = nil }
      return paid
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

  /// Whether a breach of the targets that a refund reads is over by more than nothing: `under` and deadlines
  /// are breached by an overrun of zero too.
  private func breachHasLength(_ refund: Refund) -> Bool {
    let areCounts = refund.targets.allSatisfy { target in
      if case .within(_, let isStrict, _) = policy.targets[target].bound { !isStrict } else { false }
    }
    return areCounts
      && refund.periodTargets.allSatisfy { policy.periodTargets[$0].bounds.allSatisfy { $0.kind == .atMost } }
  }

  /// Whether nothing is owed unless one target is breached.
  private func asksForBreach(_ condition: Expression) -> Bool {
    switch condition.kind {
    case .verdict(_, let verdicts), .periodVerdict(_, let verdicts): verdicts == [.breached]
    case .all(let parts): parts.contains { asksForBreach($0) }
    case .derived(let index): asksForBreach(policy.derivedValues[index].value)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .tableResult, .event, .attribute,
      .extreme, .isKnown, .not, .any, .compare, .oneOf, .sum, .difference, .product, .quotient, .negation,
      .share,
      .perUnit, .perDate, .graded, .datesOver, .choice, .figure, .measure, .overlaps, .ticketCount, .during,
      .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodFigure:
      false
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
