import PledgeChecker
import PledgePolicy

extension EquivalenceProof {
  /// A table that comes to the same for every case: a row is widened to what rows above it take, or to what a
  /// row below gives the same result for, or moved past a row with which it shares no case.
  ///
  /// Values that are missing are cases, too. The evaluator then reads all rows that may apply, and a limit
  /// that is one of several written ones decides what all of them agree on; so the rows are compared in this
  /// way as well, and not by known values alone.
  static let sameTable = EquivalenceProof(.sameTable) { policy, mutant in
    settleTables(policy, &mutant) { _, comparison in comparison.areSame() }
  }

  /// A table that is read for the pay of refunds alone and says otherwise only where nothing is owed.
  ///
  /// The refunds are owed for the breach of an availability. In these cases what is reached is known and not
  /// short of any figure that the bound may be, so that the target is not breached, and the condition is false
  /// or pending: of such a refund the pay is not read. Cases in which something is missing are compared as for
  /// any table.
  static let unpaidRow = EquivalenceProof(.unpaidRow) { policy, mutant in
    settleTables(policy, &mutant) { [mutant] table, comparison in
      guard let conditions = conditionsOfPay(reading: table, in: mutant) else { return false }
      let breaches = conditions.compactMap { AvailabilityBreach(condition: $0, policy: mutant) }
      return breaches.count == conditions.count
        && comparison.areSame { cases, parts in breaches.allSatisfy { $0.isNever(cases, parts) } }
    }
  }

  private static func settleTables(
    _ policy: Policy, _ mutant: inout Policy, where areSame: (Int, TableComparison) -> Bool
  ) -> Bool {
    guard policy.tables.count == mutant.tables.count else { return false }
    var isChanged = false
    for index in policy.tables.indices {
      let (own, other) = (policy.tables[index], mutant.tables[index])
      guard PolicySameness.description(ofPart: own) != PolicySameness.description(ofPart: other),
        let comparison = TableComparison(own, other, in: mutant), areSame(index, comparison)
      else { continue }
      mutant.tables[index] = own
      isChanged = true
    }
    return isChanged
  }

  /// The conditions of the refunds in whose pay a table is read; nil where it is read elsewhere, or where what
  /// is paid is read without the condition: by a combination.
  private static func conditionsOfPay(reading table: Int, in policy: Policy) -> [Expression]? {
    var policy = policy
    policy.tests = []
    let combined = Set(policy.refunds.flatMap(\.components))
    var conditions: [Expression] = []
    for index in policy.refunds.indices where !combined.contains(index) {
      guard case .pay(let condition, let amount) = policy.refunds[index].basis,
        amount.readsTable(table)
      else { continue }
      conditions.append(condition)
      policy.refunds[index].basis = .pay(when: condition, amount: condition)
    }
    return conditions.isEmpty || TableReads.reads(table, in: policy) ? nil : conditions
  }
}

extension Expression {
  /// Whether a result of a table stands in the expression itself.
  fileprivate func readsTable(_ table: Int) -> Bool {
    if case .tableResult(table, _) = kind { return true }
    return operands.contains { $0.readsTable(table) }
  }
}

/// Where results of tables are read, found by reflection, so that none is missed.
enum TableReads {
  /// Whether a part of a policy reads results of a table.
  static func reads(_ table: Int, in value: Any) -> Bool {
    if case .tableResult(table, _)? = value as? Expression.Kind { return true }
    return Mirror(reflecting: value).children.contains { reads(table, in: $0.value) }
  }
}
