import PledgePolicy

/// What is proved about the rows of a table: a case that none takes, rows that never apply, and rows that
/// say only what the rows below say.
struct TableProof {
  /// A row and the rows that make it needless, in their order.
  struct Needless {
    var row: Int
    var others: [Int]
  }

  /// The first case that no row takes.
  let hole: [Int]?
  /// Rows whose cases are all taken by rows above.
  private(set) var idle: [Needless] = []
  /// Rows without which each of their cases would come to the same results by rows below.
  private(set) var repeating: [Needless] = []

  /// More rows are not compared with each other.
  private static let comparedRows = 500

  /// Nil where the cases are too many to look at.
  init?(_ cases: TableCases) {
    var budget = TableDivision.limit
    let rows = Array(cases.table.rows.indices)
    guard let whole = TableDivision(of: cases, among: rows, budget: &budget) else { return nil }
    hole = whole.hole
    for row in rows where !whole.takers.contains(row) {
      let box = cases.places[row]
      let above = TableDivision(of: cases, among: Array(rows[..<row]), within: box, budget: &budget)
      idle.append(Needless(row: row, others: above?.takers.sorted() ?? []))
    }
    guard rows.count <= TableProof.comparedRows else { return }
    for row in rows where whole.takers.contains(row) && !cases.table.rows[row].isOtherwise {
      if let others = repeats(row, cases, &budget) { repeating.append(Needless(row: row, others: others)) }
    }
  }

  /// The rows below that come to the same results for all cases of a row that it takes; nil where they do
  /// not. `otherwise` does not count: a row above it names a case.
  private func repeats(_ row: Int, _ cases: TableCases, _ budget: inout Int) -> [Int]? {
    let table = cases.table
    let isRepeated = table.rows[(row + 1)...].contains { TableProof.haveOneResult($0, table.rows[row]) }
    guard isRepeated else { return nil }
    let others = table.rows.indices.filter { $0 != row }
    let box = cases.places[row]
    guard let division = TableDivision(of: cases, among: others, within: box, budget: &budget),
      division.hole == nil
    else { return nil }
    let below = division.takers.filter { $0 > row }.sorted()
    let areSame = below.allSatisfy { other in
      !table.rows[other].isOtherwise && TableProof.haveOneResult(table.rows[other], table.rows[row])
    }
    return areSame && !below.isEmpty ? below : nil
  }

  private static func haveOneResult(_ first: DecisionTable.Row, _ second: DecisionTable.Row) -> Bool {
    zip(first.results, second.results).allSatisfy { $0.isSame(as: $1) }
  }
}
