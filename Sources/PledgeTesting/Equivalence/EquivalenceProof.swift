import PledgePolicy

/// One argument why two policies decide every ticket alike although they say different things.
///
/// **Invariant**: `settle` leaves a policy that decides every ticket as the mutant that it was given did: the
/// same verdicts, amounts, instants, steps, rights and named values, and the same reasons where something is
/// not known. So what is the policy itself behind some of them decides as the policy does. A ticket has a
/// value in each required field, since a record without one is refused.
struct EquivalenceProof: Sendable {
  let reason: EquivalenceReason
  /// Puts what the policy says in the place of what the mutant says, where the argument holds; whether there
  /// was such a place.
  let settle: @Sendable (_ policy: Policy, _ mutant: inout Policy) -> Bool

  init(
    _ reason: EquivalenceReason, _ settle: @escaping @Sendable (Policy, inout Policy) -> Bool
  ) {
    self.reason = reason
    self.settle = settle
  }

  /// All arguments, each in a file of its own.
  static let all: [EquivalenceProof] = [
    writtenDefault, sameEdge, dayUnread, workingDatesOnly, laterClaim, samePeriods, sameTable,
  ]

  /// Why a mutant decides every ticket as a policy does; nil where that is not proved.
  ///
  /// `description` is that of the policy. Where two mistakes were made at once, each may have a reason.
  static func reasons(_ policy: Policy, _ description: String, _ mutant: Policy) -> [EquivalenceReason]? {
    if PolicySameness.description(of: mutant) == description { return [.sameWords] }
    var settled = mutant
    let reasons = all.filter { $0.settle(policy, &settled) }.map(\.reason)
    guard !reasons.isEmpty, PolicySameness.description(of: settled) == description else { return nil }
    return reasons
  }
}
