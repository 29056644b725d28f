import PledgePolicy
import PledgeTickets

/// A key with words in the place of what only one version of a policy knows, so that the keys of several
/// versions can be told apart and found.
package struct SharedKey: Sendable, Hashable {
  /// Members by their names, texts by their bytes; nil for a part that is not known.
  package var parts: [GroupKey.Part?]

  package init(parts: [GroupKey.Part?]) { self.parts = parts }
}

extension Portfolio {
  /// A key in the words that all versions share.
  package func sharedKey(_ set: Int, _ key: Int) -> SharedKey {
    let parts = zip(keys[set].parts(key), plan.keySets[set]).map { value, node -> GroupKey.Part? in
      if value.unknown != nil { return nil }
      if case .text(let id) = value { return .text(Array(keys[set].text(id, pool: plan.policy.texts).utf8)) }
      return plan.shared(value, node)
    }
    return SharedKey(parts: parts)
  }

  /// The list of keys that a target belongs to.
  package func keySet(of target: Int) -> Int { plan.periodTargets[target].scope.keySet }

  /// The same of a refund of a key and period; nil for one of a ticket.
  package func keySet(ofRefund refund: Int) -> Int? { plan.refunds[refund].frame?.scope.keySet }

  /// The same of a right.
  package func keySet(ofRight right: Int) -> Int? { plan.rights[right].frame?.scope.keySet }

  /// The targets that say for which periods a refund of a key is paid, and what it reads.
  package func targets(readByRefund refund: Int) -> [Int] {
    plan.placing(ofRefund: refund).map { plan.targets(readBy: $0.frame) } ?? []
  }

  /// The targets that a right of a key and period reads.
  package func targets(readByRight right: Int) -> [Int] {
    plan.rights[right].frame.map { plan.targets(readBy: $0) } ?? []
  }

  /// A target and all period targets that it reads, themselves or through others.
  package func family(of target: Int) -> [Int] {
    var found: [Int] = []
    var waiting = [target]
    while let next = waiting.popLast() {
      guard !found.contains(next) else { continue }
      found.append(next)
      waiting += plan.periodTargets[next].reads
    }
    return found
  }
}

extension Plan {
  /// A value of a node, other than a text, as all versions of the policy know it: a member by its name.
  func shared(_ value: Value, _ node: Int32) -> GroupKey.Part {
    guard case .choice(let member) = value, case .choice(let members)? = meanings[Int(node)]?.type,
      members.indices.contains(Int(member))
    else { return .value(value) }
    return .text(Array(members[Int(member)].utf8))
  }
}

extension PeriodOutcome {
  /// What an earlier version came to, as a later one reads it: `target` and `key` are the later one's.
  package func adopted(
    target: Int, key: Int, from other: UnknownInterner, into evaluator: inout Evaluator,
    name: (Cause) -> Cause
  ) -> PeriodOutcome {
    var result = self
    result.target = target
    result.key = key
    result.exclusion = nil
    result.unknown = unknown.flatMap { evaluator.id(of: other.causes($0).map(name)) }
    result.doubt = doubt.flatMap { evaluator.id(of: other.causes($0).map(name)) }
    return result
  }
}
