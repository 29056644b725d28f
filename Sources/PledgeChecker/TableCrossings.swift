import PledgePolicy

/// Rows that share cases and say different things of them, neither being the special case of the other:
/// which of the two decides follows from their order alone.
package struct TableCrossings {
  /// Two rows that cross.
  package struct Crossing: Sendable {
    /// The row that decides the cases that both take.
    package var first: Int
    package var second: Int
    /// A case of both.
    package var example: [Int]
  }

  /// In the order of the rows.
  package private(set) var crossings: [Crossing] = []

  /// More rows are not compared with each other.
  private static let comparedRows = 200

  package init(_ cases: TableCases) {
    let rows = cases.table.rows
    guard rows.count <= TableCrossings.comparedRows else { return }
    var budget = TableDivision.limit
    for second in rows.indices where !rows[second].isOtherwise {
      for first in 0..<second where !TableProof.haveOneResult(rows[first], rows[second]) {
        guard let both = TableCrossings.common(cases.places[first], cases.places[second]),
          !isInside(second, first, cases), !isInside(first, second, cases),
          let shared = TableDivision(of: cases, among: Array(0...first), within: both, budget: &budget),
          let example = shared.examples[first]
        else { continue }
        crossings.append(Crossing(first: first, second: second, example: example))
      }
    }
  }

  /// Whether a row takes nothing that another one does not take too.
  private func isInside(_ row: Int, _ other: Int, _ cases: TableCases) -> Bool {
    cases.scales.indices.allSatisfy { column in
      guard let outer = cases.places[other][column] else { return true }
      let inner = cases.places[row][column] ?? [cases.scales[column].reach]
      return inner.allSatisfy { run in
        outer.contains { $0.contains(run.lowerBound) && run.upperBound <= $0.upperBound }
      }
    }
  }

  /// What two rows take, column by column; nil where they share nothing.
  private static func common(
    _ first: [[CaseScale.Places]?], _ second: [[CaseScale.Places]?]
  ) -> [[CaseScale.Places]?]? {
    var result: [[CaseScale.Places]?] = []
    for (left, right) in zip(first, second) {
      guard let left, let right else {
        result.append(left ?? right)
        continue
      }
      let shared = left.flatMap { run in right.map { run.clamped(to: $0) } }.filter { !$0.isEmpty }
      if shared.isEmpty { return nil }
      result.append(shared)
    }
    return result
  }
}
