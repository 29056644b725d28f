import PledgePolicy

/// Cases between two rows that only `otherwise` takes: a band or a tier that was left out, say between
/// `at most 95%` and `at least 96%`.
///
/// That `otherwise` takes what lies outside of the rows is its purpose. A gap is reported where a column runs
/// from less to more, rows on both sides of it name what they take, one of them with a range, and `otherwise`
/// says what neither of them does.
package struct TableGaps {
  /// A gap between two rows.
  package struct Gap: Sendable {
    /// The rows that take what lies below and above.
    package var below: Int
    package var above: Int
    /// Its first case.
    package var example: [Int]
  }

  /// In the order in which they were found, once for each two rows.
  package private(set) var gaps: [Gap] = []

  private let cases: TableCases

  package init(_ cases: TableCases) {
    self.cases = cases
    guard cases.table.rows.last?.isOtherwise ?? false, cases.isSmall else { return }
    for (column, scale) in cases.scales.enumerated() {
      guard let steps = TableOrder.steps(scale) else { continue }
      for line in cases.lines(along: column, steps) where line.count > 2 {
        for place in line.indices.dropFirst().dropLast() {
          if let gap = gap(Array(line[place - 1...place + 1]), column) { add(gap) }
        }
      }
    }
  }

  /// The gap in the middle of three stretches; nil where there is none.
  private func gap(_ stretches: [TableCases.Stretch], _ column: Int) -> Gap? {
    let rows = cases.table.rows
    guard let below = stretches[0].row, let middle = stretches[1].row, let above = stretches[2].row,
      rows[middle].isOtherwise, below != above
    else { return nil }
    let sides = [rows[below], rows[above]]
    let cells = sides.map { $0.cells[column] }
    let isChoice = if case .choice = cases.scales[column].type { true } else { false }
    guard cells.allSatisfy(\.isNamed), isChoice || cells.contains(where: \.hasRange),
      !sides.contains(where: { TableProof.haveOneResult($0, rows[middle]) })
    else { return nil }
    return Gap(below: below, above: above, example: stretches[1].case)
  }

  private mutating func add(_ gap: Gap) {
    guard !gaps.contains(where: { $0.below == gap.below && $0.above == gap.above }) else { return }
    gaps.append(gap)
  }
}

extension DecisionTable.Cell {
  /// Whether it says what it takes, and not what it does not.
  fileprivate var isNamed: Bool {
    switch self {
    case .matches: true
    case .any, .excludes: false
    }
  }

  fileprivate var hasRange: Bool {
    guard case .matches(let items) = self else { return false }
    return items.contains { if case .range = $0 { true } else { false } }
  }
}
