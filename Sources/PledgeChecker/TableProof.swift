import PledgePolicy

/// What is proved about the rows of a table: a case that none takes, rows that never apply, and rows that
/// say only what the rows below say.
///
/// Exact for every type: a row is reported exactly when it is so for all values that the columns can have,
/// each column by itself. That columns depend on each other (`users` and `users + 1`) is not seen.
package struct TableProof {
  /// A row and the rows that make it needless, in their order.
  package struct Needless: Sendable {
    package var row: Int
    package var others: [Int]
    /// A case of the row; nil where no value fits its cells.
    package var example: [Int]?
  }

  /// The first case that no row takes.
  package let hole: [Int]?
  /// Rows whose cases are all taken by rows above.
  package private(set) var idle: [Needless] = []
  /// Rows without which each of their cases would come to the same results by rows below.
  package private(set) var repeating: [Needless] = []

  /// More rows are not compared with each other.
  private static let comparedRows = 500

  /// Nil where the cases are too many to look at.
  package init?(_ cases: TableCases) {
    var budget = TableDivision.limit
    let rows = Array(cases.table.rows.indices)
    guard let whole = TableDivision(of: cases, among: rows, budget: &budget) else { return nil }
    hole = whole.hole
    for row in rows where whole.examples[row] == nil {
      let box = cases.places[row]
      let above = TableDivision(of: cases, among: Array(rows[..<row]), within: box, budget: &budget)
      idle.append(
        Needless(
          row: row, others: above?.takers ?? [], example: above?.examples.min { $0.key < $1.key }?.value))
    }
    guard rows.count <= TableProof.comparedRows else { return }
    for row in rows where !cases.table.rows[row].isOtherwise {
      guard let example = whole.examples[row], let others = repeats(row, cases, &budget) else { continue }
      repeating.append(Needless(row: row, others: others, example: example))
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
    let below = division.takers.filter { $0 > row }
    let areSame = below.allSatisfy { other in
      !table.rows[other].isOtherwise && TableProof.haveOneResult(table.rows[other], table.rows[row])
    }
    return areSame && !below.isEmpty ? below : nil
  }

  static func haveOneResult(_ first: DecisionTable.Row, _ second: DecisionTable.Row) -> Bool {
    zip(first.results, second.results).allSatisfy { $0.isSame(as: $1) }
  }
}
