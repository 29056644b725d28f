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
    for (index, exclusion) in policy.exclusions.enumerated() {
      look(exclusion.name, [exclusion.reason].compactMap { $0 } + exclusion.needs, exclusion.span)
      lookAtDates(of: exclusion, index)
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
  /// of a ticket says which version is in force, none of the time that it counts from events lies before
  /// that, and of a period only the part behind it is judged.
  private mutating func lookAtDates(of exclusion: Exclusion, _ index: Int) {
    guard let span = exclusion.span, case .between(_, let until) = span.kind,
      let validity = policy.header.validity, policy.header.governingEvent == nil,
      let end = instant(until), let start = instant(validity.from), end <= start,
      policy.targets.allSatisfy({ !$0.exclusions.contains(index) || countsFromEvents($0) })
    else { return }
    let date = start.plainText(in: policy.header.zone)
    warn(
      .neverInForce(owner: exclusion.name, effective: date), at: span.origin,
      labels: [SecondaryLabel(.clause("effective from"), at: validity.from.origin)])
  }

  /// Whether a target counts time from events of the ticket on; a deadline may lie before all of them.
  private func countsFromEvents(_ target: Target) -> Bool {
    switch target.bound {
    case .within: beginsWithEvents(target.clock)
    case .by: false
    }
  }

  /// Whether none of a span lies before the ticket's first event.
  private func beginsWithEvents(_ span: SpanExpression) -> Bool {
    switch span.kind {
    case .pairing(let pairing):
      return pairing.computedStarts.isEmpty && pairing.spanStarts.isEmpty
        && pairing.starts.allSatisfy { $0.offset >= .zero }
    case .named(let index):
      let declared = policy.spans[index]
      return declared.keys == nil && beginsWithEvents(declared.span)
    case .union(let left, let right): return beginsWithEvents(left) && beginsWithEvents(right)
    case .intersection(let left, let right): return beginsWithEvents(left) || beginsWithEvents(right)
    case .minus(let left, _), .limited(let left, _): return beginsWithEvents(left)
    case .calendar, .between, .whenever, .register, .overlap: return false
    }
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
        let isCertain = ConditionCases.isAlwaysTrue(condition, in: policy)
        warn(.alwaysHolds(mayBeMissing: !isCertain), at: condition.origin)
      }
    }
  }

  private func label(_ target: Int) -> SecondaryLabel? {
    policy.targets[target].condition.map {
      SecondaryLabel(.condition(of: policy.targets[target].name), at: $0.origin)
    }
  }

  /// Whether a condition holds of all values that are known; `yes` alone says so and means it.
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
    guard case .choice(let branches, let otherwise) = expression.kind else {
      for operand in expression.operands { lookInside(operand) }
      return
    }
    look(branches, otherwise, at: expression.origin)
  }

  /// The branches of a choice, where conditions `above` that stand around it do not hold.
  private mutating func look(
    _ branches: [Expression.Branch], _ otherwise: Expression, at place: SourceRange, above: [Expression] = []
  ) {
    guard seen.insert(place).inserted else { return }
    var above = above
    for branch in branches {
      lookInside(branch.condition)
      lookInside(branch.value)
      if ConditionCases.neverHold([branch.condition], not: above, in: policy) {
        warn(.idleBranch, at: branch.value.origin, labels: labels(above, of: branch.condition))
      } else {
        above.append(branch.condition)
      }
    }
    if ConditionCases.neverHold([], not: above, in: policy) {
      lookInside(otherwise)
      warn(.idleBranch, at: otherwise.origin, labels: labels(above, of: nil))
    } else if case .choice(let inner, let last) = otherwise.kind {
      // `else if`: the conditions above have not held.
      look(inner, last, at: otherwise.origin, above: above)
    } else {
      lookInside(otherwise)
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
