/// How rows share out the cases of a table, each case going to the first row that takes it.
///
/// Column by column the parts that the same rows take are looked at once, so that the work follows the rows
/// and not the number of cases.
package struct TableDivision {
  /// How much is looked at in one table: entries of rows in parts.
  package static let limit = 2_000_000
  /// More columns than a contract's table has.
  private static let columnLimit = 64

  private let cases: TableCases
  /// What is still allowed of the limit.
  package private(set) var budget: Int
  /// The first case that none of the rows takes, as a part of each column.
  package private(set) var hole: [Int]?
  /// The rows that take some case, each with the first one.
  package private(set) var examples: [Int: [Int]] = [:]

  /// The rows that take some case, in their order.
  package var takers: [Int] { examples.keys.sorted() }

  /// Which parts of each column are shared out; nil for all.
  private let box: [[CaseScale.Places]?]
  private var prefix: [Int] = []
  private var visited: Set<Step> = []

  /// Rows that are left at a column.
  private struct Step: Hashable {
    var column: Int
    var rows: [Int]
  }

  /// Shares out the cases in a box among rows in their order; nil where that is too much to look at.
  ///
  /// `budget` is what may be looked at, and is lowered by what was.
  package init?(
    of cases: TableCases, among rows: [Int], within box: [[CaseScale.Places]?]? = nil, budget: inout Int
  ) {
    guard cases.scales.count <= TableDivision.columnLimit else { return nil }
    self.cases = cases
    self.budget = budget
    self.box = box ?? cases.scales.map { _ in nil }
    // Where a column takes nothing, there are no cases.
    let isEmpty = self.box.contains([]) || cases.scales.contains { $0.reach.isEmpty }
    if !isEmpty { divide(rows, from: 0) }
    budget = self.budget
    if budget <= 0 { return nil }
  }

  private mutating func divide(_ rows: [Int], from column: Int) {
    // Behind a row that takes all that is left there is nothing.
    let last = rows.firstIndex { cases.widths[$0] <= column }
    let open = last.map { Array(rows[...$0]) } ?? rows
    budget -= open.count + 1
    guard let first = open.first, budget > 0 else {
      if hole == nil, open.isEmpty { hole = prefix + firstParts(from: column) }
      return
    }
    if cases.widths[first] <= column {
      if examples[first] == nil { examples[first] = prefix + firstParts(from: column) }
      return
    }
    guard visited.insert(Step(column: column, rows: open)).inserted else { return }
    let shared = shared(open, column)
    prefix.append(0)
    for run in parts(column) {
      for part in run where budget > 0 {
        prefix[column] = part
        divide(shared[part], from: column + 1)
      }
    }
    prefix.removeLast()
  }

  /// The rows that take each part of a column.
  private mutating func shared(_ rows: [Int], _ column: Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: cases.scales[column].texts.count)
    budget -= result.count
    for row in rows {
      for run in cases.places[row][column] ?? parts(column) {
        budget -= run.count
        guard budget > 0 else { return result }
        for part in run { result[part].append(row) }
      }
    }
    return result
  }

  private func parts(_ column: Int) -> [CaseScale.Places] {
    box[column] ?? [cases.scales[column].reach]
  }

  private func firstParts(from column: Int) -> [Int] {
    (column..<max(column, cases.scales.count)).map { parts($0).first?.lowerBound ?? 0 }
  }
}
