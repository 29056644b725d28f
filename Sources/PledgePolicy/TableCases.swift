import PledgeDiagnostics

/// The cases of a table: the combinations of the parts into which the cells cut each column.
///
/// Everything that is proved about a table is read from here: which case no row takes, which rows take none,
/// by which rows a case is taken.
package struct TableCases {
  /// The table, with the values of the parameters written in its cells.
  package let table: DecisionTable
  /// How each column is cut.
  package let scales: [CaseScale]
  /// For each row the parts of each column that it takes; nil for all.
  package let places: [[[CaseScale.Places]?]]
  /// For each row the number of columns up to the last one in which it does not take all.
  package let widths: [Int]

  /// The cases of a table of a policy with these values of the policy's parameters.
  package init(_ declared: DecisionTable, of policy: Policy, parameters: [Constant]) {
    self.init(
      declared, parameters: parameters, words: { policy.words($0, $1) }, reach: { policy.reach(of: $0) })
  }

  /// The cases of a table with these values of the policy's parameters; `words` is how a message writes a
  /// constant, `reach` between what the values of a column lie.
  package init(
    _ declared: DecisionTable, parameters: [Constant], words: (Constant, ExpressionType) -> String,
    reach: (Expression) -> ValueReach = { _ in .everything }
  ) {
    let table = declared.settled(parameters)
    let scales = table.columns.indices.map { column in
      CaseScale(
        table.columns[column].type, named: TableCases.named(table, column),
        within: reach(table.columns[column]), words: words)
    }
    self.table = table
    self.scales = scales
    places = table.rows.map { row in
      zip(row.cells, scales).map { cell, scale in scale.places(cell)?.compactMap { scale.reachable($0) } }
    }
    widths = places.map { row in row.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0 }
  }

  /// The constants that a column's cells name.
  private static func named(_ table: DecisionTable, _ column: Int) -> [Constant] {
    table.rows.flatMap { $0.cells[column].values.compactMap(\.written) }
  }

  /// How a message names a case.
  package func words(_ position: [Int]) -> [Term] {
    position.indices.map { scales[$0].texts[position[$0]] }
  }

  /// The first row that takes a case.
  package func row(at position: [Int]) -> Int? {
    places.firstIndex { row in
      zip(row, position).allSatisfy { runs, place in runs?.contains { $0.contains(place) } ?? true }
    }
  }

  /// The rows between which a case lies: those that take the next value below and above it in one column
  /// whose values have an order.
  package func neighbours(of position: [Int]) -> (below: Int?, above: Int?) {
    for column in scales.indices where scales[column].isOrdered {
      let below = row(beside: position, column, -1)
      let above = row(beside: position, column, 1)
      if below != nil || above != nil { return (below, above) }
    }
    return (nil, nil)
  }

  private func row(beside position: [Int], _ column: Int, _ step: Int) -> Int? {
    var other = position
    other[column] += step
    return scales[column].reach.contains(other[column]) ? row(at: other) : nil
  }

  // MARK: Lines

  /// More cases are not walked through one by one.
  private static let smallCount = 20_000

  /// Whether all cases may be walked through one by one.
  package var isSmall: Bool {
    var count = max(1, table.rows.count / 10)
    for scale in scales {
      count *= scale.reach.count
      if count > TableCases.smallCount { return false }
    }
    return true
  }

  /// For each case of the other columns what is met along the parts of one column: each row once where it
  /// takes several parts in a row, and nil for parts that no row takes.
  package func lines(along column: Int, _ parts: [Int]) -> [[Stretch]] {
    var lines: [[Stretch]] = []
    var position = scales.map(\.reach.lowerBound)
    guard scales.allSatisfy({ !$0.reach.isEmpty }) else { return [] }
    repeat {
      var stretches: [Stretch] = []
      for part in parts {
        position[column] = part
        let row = row(at: position)
        if stretches.isEmpty || row != stretches.last?.row {
          stretches.append(Stretch(row: row, case: position))
        }
      }
      lines.append(stretches)
    } while advance(&position, without: column)
    return lines
  }

  /// Parts of a line that one row takes.
  package struct Stretch: Sendable {
    /// Nil where no row does.
    package var row: Int?
    /// The first of its cases.
    package var `case`: [Int]
  }

  /// Goes on to the next case of the columns but one; false behind the last.
  private func advance(_ position: inout [Int], without fixed: Int) -> Bool {
    for column in position.indices.reversed() where column != fixed {
      position[column] += 1
      if position[column] < scales[column].reach.upperBound { return true }
      position[column] = scales[column].reach.lowerBound
    }
    return false
  }
}
