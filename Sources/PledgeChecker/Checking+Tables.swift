import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Checks a named table when it is first needed; false when it failed or refers to itself.
  func checkTable(_ index: Int) -> Bool {
    switch tableStates[index] {
    case .done: return true
    case .failed: return false
    case .underway:
      report(circle: underway.from(.table(index)))
      return false
    case .waiting: break
    }
    tableStates[index] = .underway
    underway.append(.table(index))
    dependencies.enter(.table(index))
    let view = tableViews[index]
    let table = askingOfEither {
      view.table.flatMap {
        self.table(
          $0, name: view.name?.name, title: view.title?.contents, citations: citations(view.citations))
      }
    }
    dependencies.leave()
    underway.removeLast()
    tableStates[index] = table == nil ? .failed : .done
    if let table { policy.tables[index] = table }
    return table != nil
  }

  /// The value of a table on the spot, or of an expression.
  func amount(_ view: AmountView, expecting: ExpressionType?) -> Expression? {
    switch view {
    case .expression(let expression): return check(expression, expecting: expecting)
    case .table(let inline):
      guard let table = self.table(inline, name: nil, title: nil, citations: []) else { return nil }
      guard table.results.count == 1 else {
        report(
          .table(.cellCount(found: table.results.count, needed: 1, side: .right)), at: inline.range.firstByte
        )
        return nil
      }
      policy.tables.append(table)
      tableStates.append(.done)
      return Expression(
        .tableResult(table: policy.tables.count - 1, column: 0), type: table.results[0].type,
        origin: inline.range)
    }
  }

  private func table(_ view: TableView, name: String?, title: String?, citations: [String]) -> DecisionTable?
  {
    let columns: [Expression?] = view.conditions.enumerated().map { position, condition in
      check(condition, expecting: nil).map { inDays($0, position, view) }
    }
    let known = columns.compactMap { $0 }
    var table = DecisionTable(
      name: name, title: title, columns: known, results: [], rows: [], citations: citations,
      origin: view.range)
    var isSound = known.count == columns.count
    let rows = view.rows
    if rows.isEmpty {
      if !view.isDamaged { report(.table(.noRows), at: view.range.firstByte) }
      return nil
    }
    let types = resultTypes(view)
    let before = diagnostics.count
    for (position, row) in rows.enumerated() {
      if position > 0, rows[position - 1].isOtherwise {
        report(.table(.rowsBehindOtherwise), at: row.range)
        isSound = false
      }
      guard isSound || known.count == columns.count, let checked = self.row(row, table.columns, types, view)
      else {
        isSound = false
        continue
      }
      table.rows.append(checked)
    }
    blameFirstRow(rows, since: before)
    guard isSound else { return nil }
    table.results = view.results.enumerated().map { index, name in
      let type = table.rows.dropFirst().reduce(table.rows[0].results[index].type) { type, row in
        type.wider(row.results[index].type)
      }
      return DecisionTable.ResultColumn(name: name.name, type: type)
    }
    return proveCases(&table) ? table : nil
  }

  /// Where every other row has a result of another type than the first one, the first is the wrong one: one
  /// message for it instead of one for each of the others.
  private func blameFirstRow(_ rows: [TableRow], since start: Int) {
    guard rows.count > 2, let first = rows.first else { return }
    for (column, result) in first.results.enumerated() {
      let below = rows.dropFirst().compactMap { column < $0.results.count ? $0.results[column].range : nil }
      let own = diagnostics[start...].filter { $0.isOfBranches && below.contains($0.range) }
      guard own.count == rows.count - 1, let one = own.first,
        case .type(.branches(let found, let needed)) = one.fact
      else { continue }
      diagnostics.removeAll { own.contains($0) }
      report(
        .type(.mismatch(found: found, needed: needed)), at: result.range,
        labels: [SecondaryLabel(.operand(needed), at: one.range)])
    }
  }

  /// The type of each result column where its cells are new words; nil where its first cell says it.
  private func resultTypes(_ view: TableView) -> [ExpressionType?] {
    view.results.indices.map { column in
      let cells = view.rows.compactMap { column < $0.results.count ? $0.results[column] : nil }
      return cells.count == view.rows.count ? newEnumeration(cells) : nil
    }
  }

  private func row(
    _ row: TableRow, _ columns: [Expression], _ types: [ExpressionType?], _ view: TableView
  ) -> DecisionTable.Row? {
    guard !row.isDamaged else { return nil }
    guard row.results.count == view.results.count else {
      if view.isDamaged { return nil }
      report(
        .table(.cellCount(found: row.results.count, needed: view.results.count, side: .right)), at: row.range
      )
      return nil
    }
    var cells = columns.map { _ in DecisionTable.Cell.any }
    if !row.isOtherwise {
      guard row.cells.count == columns.count else {
        if view.isDamaged { return nil }
        report(.table(.cellCount(found: row.cells.count, needed: columns.count, side: .left)), at: row.range)
        return nil
      }
      let checked = zip(row.cells, columns).map { cell($0, $1) }
      cells = checked.compactMap { $0 }
      guard cells.count == checked.count else { return nil }
    }
    var results: [Expression] = []
    for (index, result) in row.results.enumerated() {
      guard let checked = resultCell(result, index, types[index], view) else { return nil }
      results.append(checked)
    }
    return DecisionTable.Row(cells: cells, results: results, isOtherwise: row.isOtherwise, origin: row.range)
  }

  /// A result, of the type that the column's first row has.
  private func resultCell(
    _ view: ExpressionView, _ column: Int, _ type: ExpressionType?, _ table: TableView
  ) -> Expression? {
    guard let checked = check(view, expecting: type ?? resultColumnTypes[table.range]?[column]) else {
      return nil
    }
    let first = resultColumnTypes[table.range]?[column]
    if let first, !checked.type.fits(first), !first.fits(checked.type) {
      let places = table.rows.lazy.map(\.results).filter { $0.indices.contains(column) }
      report(
        .type(otherBranch(first, checked.type)), at: view.range,
        labels: places.prefix(1).map {
          SecondaryLabel(.requiredBy(what: first.words), at: $0[column].range)
        })
      return nil
    }
    if first == nil { resultColumnTypes[table.range, default: [:]][column] = checked.type }
    return checked
  }
}

extension Diagnostic {
  /// Whether it is about values of two types where one is needed.
  fileprivate var isOfBranches: Bool {
    if case .type(.branches) = fact { true } else { false }
  }
}
