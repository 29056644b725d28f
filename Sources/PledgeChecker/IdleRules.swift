import PledgeDiagnostics
import PledgePolicy
import PledgeTime

/// Looks for conditions that never hold or always do, and for what can never apply because of them.
///
/// Source: "Nothing is silently undefined" in the language's principles: a rule that can never apply is a
/// warning.
struct IdleRules {
  private let policy: Policy
  private var warnings: [Diagnostic] = []
  /// Choices that have been looked at, so that one that is reached twice is reported once.
  private var seen: Set<SourceRange> = []

  private init(_ policy: Policy) { self.policy = policy }

  /// The warnings about a policy without errors.
  static func warnings(_ policy: Policy) -> [Diagnostic] {
    var rules = IdleRules(policy)
    rules.run()
    return rules.warnings
  }

  private mutating func run() {
    for exclusion in policy.exclusions {
      look(exclusion.name, [exclusion.reason].compactMap { $0 } + exclusion.needs, exclusion.span)
      lookAtDates(of: exclusion)
    }
    for target in policy.targets { look(target) }
    for target in policy.periodTargets {
      look(target.name, [target.condition].compactMap { $0 })
      look(target.name, [target.measure.condition].compactMap { $0 })
      for bound in target.bounds { lookInside(bound.limit) }
    }
    for refund in policy.refunds {
      if case .pay(let condition, let amount) = refund.basis {
        look(refund.name, [condition])
        lookInside(amount)
      }
    }
    for right in policy.rights { look(right.name, [right.condition]) }
    for escalation in policy.escalations { look(escalation) }
    for span in policy.spans { look(span.name, [], span.span) }
    for derived in policy.derivedValues { lookInside(derived.value) }
    for row in policy.tables.flatMap(\.rows) { row.results.forEach { lookInside($0) } }
  }

  private mutating func look(_ target: Target) {
    look(target.name, [target.condition].compactMap { $0 }, target.clock)
    switch target.bound {
    case .within(let limit, strict: _, workingCalendar: _): lookInside(limit)
    case .by(let deadline): lookInside(deadline)
    }
    guard let condition = target.condition, !ConditionCases.neverHold([condition], in: policy) else { return }
    for exclusion in target.exclusions.map({ policy.exclusions[$0] }) where !exclusion.appliesToAllTargets {
      guard let own = exclusion.condition, !ConditionCases.neverHold([own], in: policy),
        ConditionCases.neverHold([own, condition], in: policy)
      else { continue }
      warn(
        .neverForTarget(owner: exclusion.name, target: target.name), at: own.origin,
        labels: [SecondaryLabel(.condition(of: target.name), at: condition.origin)])
    }
  }

  /// Reports an exclusion of dated times that have passed when the policy takes effect. Where the first event
  /// of a ticket says which version is in force, none of its time lies before that.
  private mutating func lookAtDates(of exclusion: Exclusion) {
    guard let span = exclusion.span, case .between(_, let until) = span.kind,
      let validity = policy.header.validity, policy.header.governingEvent == nil,
      let end = instant(until), let start = instant(validity.from), end <= start
    else { return }
    let date = start.plainText(in: policy.header.zone)
    warn(
      .neverInForce(owner: exclusion.name, effective: date), at: span.origin,
      labels: [SecondaryLabel(.clause("effective from"), at: validity.from.origin)])
  }

  /// An instant that is written, or the start of a date that is.
  private func instant(_ expression: Expression) -> Instant? {
    switch expression.kind {
    case .constant(.instant(let instant)): instant
    case .constant(.date(let date)): policy.header.zone.startOfDay(date)
    case .startOf(let date): instant(date)
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product,
      .quotient, .negation, .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure,
      .measure, .overlaps, .ticketCount, .during, .moved, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf,
      .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      nil
    }
  }

  private mutating func look(_ escalation: Escalation) {
    let own = [escalation.condition].compactMap { $0 }
    look(escalation.name, own)
    for step in escalation.steps {
      guard let condition = step.condition else { continue }
      look(escalation.name, [condition], others: own)
    }
  }

  // MARK: Conditions

  /// Reports conditions of a declaration that never hold, alone, together or with `others`, or always do.
  private mutating func look(
    _ owner: String, _ conditions: [Expression], others: [Expression] = [], _ span: SpanExpression? = nil
  ) {
    for condition in conditions { lookInside(condition) }
    if let span { look(owner, span) }
    if let never = conditions.first(where: { ConditionCases.neverHold([$0], in: policy) }) {
      return warn(.neverHolds(owner: owner), at: never.origin)
    }
    if let last = conditions.last, ConditionCases.neverHold(conditions + others, in: policy) {
      let rest = conditions.dropLast() + others
      return warn(
        .neverHolds(owner: owner), at: last.origin,
        labels: rest.map { SecondaryLabel(.condition(of: owner), at: $0.origin) })
    }
    for condition in conditions {
      let targets = ConditionCases.targetsInTheWay(condition, in: policy)
      if !targets.isEmpty {
        warn(.neverHolds(owner: owner), at: condition.origin, labels: targets.compactMap { label($0) })
      } else if alwaysHolds(condition) {
        warn(.alwaysHolds, at: condition.origin)
      }
    }
  }

  private func label(_ target: Int) -> SecondaryLabel? {
    policy.targets[target].condition.map {
      SecondaryLabel(.condition(of: policy.targets[target].name), at: $0.origin)
    }
  }

  /// Whether a condition holds of all values; `yes` alone says so and means it.
  private func alwaysHolds(_ condition: Expression) -> Bool {
    if case .constant = condition.kind { return false }
    return ConditionCases.neverHold([], not: [condition], in: policy)
  }

  private mutating func look(_ owner: String, _ span: SpanExpression) {
    switch span.kind {
    case .pairing, .named, .calendar, .between: return
    case .whenever(let condition): look(owner, [condition])
    case .register(let windows): look(owner, [windows.condition].compactMap { $0 })
    case .limited(let source, _): look(owner, source)
    case .overlap(let overlap):
      look(owner, [overlap.condition].compactMap { $0 })
      look(owner, overlap.span)
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      look(owner, left)
      look(owner, right)
    }
  }

  // MARK: Choices

  /// Looks for branches that never apply in an expression and its parts.
  private mutating func lookInside(_ expression: Expression) {
    for operand in expression.operands { lookInside(operand) }
    guard case .choice(let branches, let otherwise) = expression.kind,
      seen.insert(expression.origin).inserted
    else { return }
    var above: [Expression] = []
    for branch in branches {
      if ConditionCases.neverHold([branch.condition], not: above, in: policy) {
        warn(.idleBranch, at: branch.value.origin, labels: labels(above, of: branch.condition))
      } else {
        above.append(branch.condition)
      }
    }
    if ConditionCases.neverHold([], not: above, in: policy) {
      warn(.idleBranch, at: otherwise.origin, labels: labels(above, of: nil))
    }
  }

  /// The conditions above a branch, where it is not its own that never holds.
  private func labels(_ above: [Expression], of condition: Expression?) -> [SecondaryLabel] {
    if let condition, ConditionCases.neverHold([condition], in: policy) { return [] }
    return above.prefix(3).map { SecondaryLabel(.conditionAbove, at: $0.origin) }
  }

  private mutating func warn(_ fact: ClauseFact, at place: SourceRange, labels: [SecondaryLabel] = []) {
    warnings.append(Diagnostic(.clause(fact), at: place, labels: labels))
  }
}
