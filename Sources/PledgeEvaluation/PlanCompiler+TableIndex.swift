import PledgePolicy

/// Where a table of enumerations has the row of each combination of their members.
struct TableIndex {
  /// The number of members of each column, in the plan's `indexedRows`.
  var sizes = Node.List.empty
  /// The row of each combination, -1 for none, in the plan's `indexedRows`; the last column runs fastest.
  /// Empty where a column is no enumeration or there are too many combinations.
  var rows = Node.List.empty
}

extension PlanCompiler {
  /// An index that takes more tests than this to make is not worth the start-up.
  private static var testLimit: Int { 16_384 }

  /// Makes the index of a table whose rows are compiled, where it can have one.
  mutating func makeIndex(of table: Int, _ declaration: DecisionTable) {
    guard indexesTables, !declaration.rows.isEmpty, !declaration.columns.isEmpty else { return }
    var sizes: [Int32] = []
    var count = 1
    for column in declaration.columns {
      guard let size = memberCount(column.type), size > 0 else { return }
      sizes.append(Int32(size))
      count *= size
      guard count * declaration.rows.count <= Self.testLimit else { return }
    }
    var rows = [Int32](repeating: -1, count: count)
    for row in plan.tables[table].rows.range.reversed() {
      guard let masks = masks(of: row) else { return }
      let number = Int32(row - plan.tables[table].rows.range.lowerBound)
      for place in rows.indices where admits(masks, place, sizes) { rows[place] = number }
    }
    plan.tables[table].index = TableIndex(
      sizes: append(sizes, to: \.indexedRows), rows: append(rows, to: \.indexedRows))
  }

  private func memberCount(_ type: ExpressionType) -> Int? {
    if case .choice(let members) = type { return members.count > 64 ? nil : members.count }
    return type == .truth ? 2 : nil
  }

  /// The members that each cell of a row admits; nil where a cell asks for something else.
  private func masks(of row: Int) -> [UInt64]? {
    var masks: [UInt64] = []
    for cell in plan.cells[plan.rows[row].cells.range] {
      switch cell {
      case .any: masks.append(.max)
      case .members(let mask): masks.append(mask)
      case .items: return nil
      }
    }
    return masks
  }

  /// Whether each cell admits the member that a combination has in its column.
  private func admits(_ masks: [UInt64], _ place: Int, _ sizes: [Int32]) -> Bool {
    var rest = place
    for column in sizes.indices.reversed() {
      let member = rest % Int(sizes[column])
      rest /= Int(sizes[column])
      if masks[column] & (1 << UInt64(member)) == 0 { return false }
    }
    return true
  }
}
