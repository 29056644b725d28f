import PledgePolicy

extension EquivalenceProof {
  /// A table that comes to the same for every case: a row is widened to what rows above it take, or to what a
  /// row below gives the same result for, or moved past a row with which it shares no case.
  ///
  /// Values that are missing are cases, too. The evaluator then reads all rows that may apply, and a limit
  /// that is one of several written ones decides what all of them agree on; so the rows are compared in this
  /// way as well, and not by known values alone.
  static let sameTable = EquivalenceProof(.sameTable) { policy, mutant in
    settleTables(policy, &mutant)
  }

  private static func settleTables(_ policy: Policy, _ mutant: inout Policy) -> Bool {
    guard policy.tables.count == mutant.tables.count else { return false }
    var isChanged = false
    for index in policy.tables.indices {
      let (own, other) = (policy.tables[index], mutant.tables[index])
      guard PolicySameness.description(ofPart: own) != PolicySameness.description(ofPart: other),
        let comparison = TableComparison(own, other, in: mutant), comparison.areSame
      else { continue }
      mutant.tables[index] = own
      isChanged = true
    }
    return isChanged
  }
}
