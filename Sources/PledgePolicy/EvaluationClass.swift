/// What a declaration needs to be evaluated, and so what of a policy can run apart.
///
/// Source: "What can run apart" in the language's design.
package enum EvaluationClass: String, Sendable, Hashable, CaseIterable, Comparable {
  /// One ticket alone.
  case ticket = "T"
  /// A fold over the tickets of each key and period; folds of parts of a history merge.
  case keyed = "K"
  /// Counts over other tickets, for which an index comes first.
  case global = "G"
  /// What is known only once all parts are merged.
  case final = "F"

  package static func < (left: EvaluationClass, right: EvaluationClass) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .ticket: 0
    case .keyed: 1
    case .global: 2
    case .final: 3
    }
  }
}

/// The order in which declarations are evaluated: each uses only lower ones and its own.
package enum Stratum: String, Sendable, Hashable, CaseIterable {
  case registers, spans, lets, exclusions
  case ticketTargets = "ticket targets"
  case escalations
  case periodTargets = "period targets"
  case refunds, caps, rights
}
