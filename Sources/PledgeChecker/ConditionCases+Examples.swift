import PledgePolicy
import PledgeTime

// Values that make conditions hold, where everything that they ask for is understood.

extension ConditionCases {
  /// What makes a condition hold while these targets are met. Nil also where that cannot be said: where it
  /// asks for anything but inputs of the ticket and what a met target fixes.
  static func example(
    _ condition: Expression, whileMet targets: [Int], periodTargets: [Int], in policy: Policy
  ) -> [ProofWitness.Demand]? {
    var cases = ConditionCases(policy, countsImplied: false)
    guard let parts = cases.formulas(condition, targets, periodTargets) else { return nil }
    return cases.demands(parts)
  }

  /// What makes conditions hold together, those in `excluded` being false; nil where no values do, or where
  /// that cannot be said.
  package static func example(
    _ conditions: [Expression], not excluded: [Expression] = [], in policy: Policy
  ) -> [ProofWitness.Demand]? {
    var cases = ConditionCases(policy, countsImplied: false)
    let parts =
      conditions.map { cases.formula($0, negated: false) } + excluded.map { cases.formula($0, negated: true) }
    return cases.demands(parts)
  }

  /// The values that make parts hold together.
  private func demands(_ parts: [Formula]) -> [ProofWitness.Demand]? {
    guard size <= ConditionCases.sizeLimit, !parts.contains(where: { $0.hasFree }) else { return nil }
    var demands: [ProofWitness.Demand] = []
    for group in groups(ConditionCases.flattened(parts)) {
      guard case .holds(let values) = tried(group) else { return nil }
      demands += values.sorted { $0.key < $1.key }.map { demand($0.key, part: $0.value) }
    }
    return demands
  }

  /// That a subject has a value of a part of its scale.
  private func demand(_ subject: Int, part: Int) -> ProofWitness.Demand {
    let scale = scale(subject)
    let value = part < scale.texts.count ? scale.example(of: part) : .missing
    switch subjects[subject] {
    case .value(let expression): return ProofWitness.Demand(expression: expression, value: value)
    case .verdict(let target):
      let verdict = Verdict.allCases[min(part, Verdict.allCases.count - 1)]
      return ProofWitness.Demand(
        expression: Expression(
          .verdict(target: target, [verdict]), type: .truth, origin: policy.targets[target].origin),
        value: .known(.truth(true)))
    case .periodVerdict(let target):
      let verdict = Verdict.allCases[min(part, Verdict.allCases.count - 1)]
      return ProofWitness.Demand(
        expression: Expression(
          .periodVerdict(target: target, [verdict]), type: .truth,
          origin: policy.periodTargets[target].origin),
        value: .known(.truth(true)))
    }
  }

  /// What has to hold for a condition, the targets being met; nil where it asks for more than is understood.
  private mutating func formulas(
    _ condition: Expression, _ targets: [Int], _ periodTargets: [Int]
  ) -> [Formula]? {
    var parts = [formula(condition, negated: false)]
    let met = [(Comparison.equal, ConditionCases.constant(.met))]
    for target in targets {
      parts.append(test(.verdict(target: target), met, false))
      if let own = policy.targets[target].condition { parts.append(formula(own, negated: false)) }
    }
    for target in periodTargets { parts.append(test(.periodVerdict(target: target), met, false)) }
    for index in subjects.indices {
      guard let asks = asksOfMet(subjects[index], targets, periodTargets) else { return nil }
      for ask in asks { parts.append(test(subjects[index], [ask], false)) }
    }
    return parts
  }

  /// What is so of a subject where targets are met; nil of one that depends on more than the inputs.
  private func asksOfMet(
    _ subject: Subject, _ targets: [Int], _ periodTargets: [Int]
  ) -> [(Comparison, Constant)]? {
    guard case .value(let value) = subject else { return [] }
    switch value.kind {
    case .field, .column: return []
    case .figure(let target, .over) where targets.contains(target): return [(.equal, .duration(.zero))]
    case .figure(let target, .counted) where targets.contains(target):
      guard policy.targets[target].rounding == nil,
        case .within(let limit, let isStrict, _) = policy.targets[target].bound,
        case .constant(let constant) = limit.kind, case .duration = constant
      else { return nil }
      return [(isStrict ? .less : .atMost, constant)]
    case .periodFigure(let target, .reached) where periodTargets.contains(target):
      let bounds = policy.periodTargets[target].bounds.map { ($0.kind, ConditionCases.constant($0.limit)) }
      let asks = bounds.compactMap { kind, limit in limit.map { (Comparison(kind), $0) } }
      return asks.count == bounds.count ? asks : nil
    case .figure, .periodFigure, .constant, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum, .difference, .product,
      .quotient, .negation, .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .measure,
      .overlaps, .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf,
      .sampled, .periodBoundary, .periodVerdict:
      return nil
    }
  }
}

extension Comparison {
  /// What a value fulfils that is held against a bound.
  fileprivate init(_ bound: PeriodTarget.Bound.Kind) {
    switch bound {
    case .atLeast: self = .atLeast
    case .atMost: self = .atMost
    case .under: self = .less
    case .moreThan: self = .greater
    }
  }
}
