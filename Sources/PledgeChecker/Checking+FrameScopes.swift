import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

// Refunds and rights of a key and a period: `per circuit each month`, `per line rolling 30 calendar days`.

extension Checking {
  /// An expression of the ticket or frame that the refund or right is about.
  func inRefund(_ body: () -> Expression?) -> Expression? {
    refundScope.map { ofFrame($0, body) } ?? body()
  }

  /// The key and period of a refund or right, once for each of which it is paid or granted; nil with a
  /// message.
  func frameScope(_ view: ScopeView, owner: Term) -> PledgePolicy.Scope? {
    guard let scope = scope(view, owner: owner) else { return nil }
    guard let period = scope.period else {
      report(.scope(.noPeriod(owner: .ofKey(owner))), at: view.range)
      return nil
    }
    guard period.slot == nil else {
      report(
        .clause(
          .clauseElsewhere(
            clause: "slots", owner: owner, advice: .slotsGoWithSamples)), at: view.range)
      return nil
    }
    return scope
  }

  /// The period targets that a declaration of a key and period reads: they say which frames there are. A
  /// message where it reads none and `owner` is given.
  func periodTargetsReached(from entity: Entity, _ scope: PledgePolicy.Scope, owner: Term?) -> [Int] {
    let found = dependencies.reached(from: entity).compactMap {
      if case .periodTarget(let target) = $0 { target } else { nil }
    }.sorted()
    if found.isEmpty, let owner {
      report(
        .clause(
          .conflict(
            first: "per", second: "when",
            advice: .readsTargetOfPeriod(owner)
          )), at: scope.origin)
    }
    return found
  }
}
