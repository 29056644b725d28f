import PledgeDiagnostics
import PledgePolicy

extension Checking {
  /// Reports a case without a row and rows without a case; false for a hole.
  func proveCases(_ table: inout DecisionTable) -> Bool {
    table.isComplete = table.rows.last?.isOtherwise ?? false
    guard let cases = TableCases(table, parameters: policy.parameterValues()) else { return true }
    guard cases.count != nil else {
      if !table.isComplete {
        report(.table(.tooManyCases(limit: TableCases.limit)), at: table.origin.firstByte)
      }
      return true
    }
    let (hole, reached) = cases.walk()
    if let hole { report(hole, of: cases) }
    for (index, row) in table.rows.enumerated() where !reached.contains(index) && !row.isOtherwise {
      report(.table(.unreachableRow), at: row.origin)
    }
    table.isComplete = hole == nil
    return hole == nil
  }

  /// A case without a row, with the rows on both sides of it.
  private func report(_ hole: [Int], of cases: TableCases) {
    let (below, above) = cases.neighbours(of: hole)
    let labels = [
      below.map { SecondaryLabel(.rowBelow, at: cases.table.rows[$0].origin) },
      above.map { SecondaryLabel(.rowAbove, at: cases.table.rows[$0].origin) },
    ]
    report(
      .table(.missingRow(example: cases.words(hole))), at: cases.table.origin.firstByte,
      labels: labels.compactMap { $0 })
  }
}
