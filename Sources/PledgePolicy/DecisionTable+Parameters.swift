import PledgeDiagnostics
import PledgeNumbers

// Cells that compare with a parameter: which row applies, and whether some row always does, follows from the
// value that the parameter has in a run.

extension DecisionTable {
  /// Whether some cell compares with a parameter.
  package var hasParameters: Bool {
    rows.contains { row in
      row.cells.flatMap(\.values).contains { if case .parameter = $0 { true } else { false } }
    }
  }

  /// The table with the values of the parameters written in its cells.
  package func settled(_ parameters: [Constant]) -> DecisionTable {
    guard hasParameters else { return self }
    var result = self
    for row in rows.indices {
      result.rows[row].cells = zip(rows[row].cells, columns).map { cell, column in
        cell.settled { DecisionTable.figure(parameters[$0], in: column) }
      }
    }
    return result
  }

  /// A parameter as the column's values are: where dates are counted, days are their number.
  fileprivate static func figure(_ constant: Constant, in column: Expression) -> Constant {
    guard case .datesOver = column.kind else { return constant }
    switch constant {
    case .calendarLength(let length): return .number(Rational(length.days))
    case .workingDays(let days): return .number(Rational(days))
    case .truth, .number, .duration, .instant, .date, .timeOfDay, .text, .choice: return constant
    }
  }
}

extension DecisionTable.Cell {
  /// What the cell names.
  fileprivate var items: [DecisionTable.Item] {
    switch self {
    case .any: []
    case .matches(let items), .excludes(let items): items
    }
  }

  /// The values that the cell compares with.
  package var values: [DecisionTable.CellValue] { items.flatMap(\.values) }

  fileprivate func settled(_ figure: (Int) -> Constant) -> DecisionTable.Cell {
    switch self {
    case .any: .any
    case .matches(let items): .matches(items.map { $0.settled(figure) })
    case .excludes(let items): .excludes(items.map { $0.settled(figure) })
    }
  }
}

extension DecisionTable.Item {
  /// The values that the item compares with.
  package var values: [DecisionTable.CellValue] {
    switch self {
    case .value(let value): [value]
    case .range(let lower, let upper): [lower?.value, upper?.value].compactMap { $0 }
    }
  }

  /// The item with the values of the parameters written, in a column.
  package func settled(_ parameters: [Constant], in column: Expression) -> DecisionTable.Item {
    settled { DecisionTable.figure(parameters[$0], in: column) }
  }

  /// Whether it is a range between whose ends no value lies; its values are written.
  package var isEmpty: Bool {
    guard case .range(let lower?, let upper?) = self else { return false }
    return CaseScale.isEmpty(lower, upper)
  }

  fileprivate func settled(_ figure: (Int) -> Constant) -> DecisionTable.Item {
    switch self {
    case .value(let value): .value(value.settled(figure))
    case .range(let lower, let upper): .range(lower: lower?.settled(figure), upper: upper?.settled(figure))
    }
  }
}

extension DecisionTable.End {
  fileprivate func settled(_ figure: (Int) -> Constant) -> DecisionTable.End {
    DecisionTable.End(value: value.settled(figure), included: included)
  }
}

extension DecisionTable.CellValue {
  /// The value where it is written, which it is everywhere in a table that is settled.
  package var written: Constant? {
    switch self {
    case .written(let constant): constant
    case .parameter: nil
    }
  }

  fileprivate func settled(_ figure: (Int) -> Constant) -> DecisionTable.CellValue {
    switch self {
    case .written: self
    case .parameter(let index): .written(figure(index))
    }
  }
}

extension Policy {
  /// The values of the parameters as they are declared, with those of `overrides` in their places.
  package func parameterValues(_ overrides: [Int: Constant] = [:]) -> [Constant] {
    parameters.enumerated().map { overrides[$0.offset] ?? $0.element.value }
  }

  /// The policy with these values of its parameters written in the cells of its tables.
  package func settled(_ parameters: [Constant]) -> Policy {
    guard tables.contains(where: \.hasParameters) else { return self }
    var result = self
    for (index, table) in tables.enumerated() where table.hasParameters {
      let cases = TableCases(table, of: self, parameters: parameters)
      result.tables[index] = cases.table
      result.tables[index].isComplete = fault(of: cases) == nil && table.isComplete
      result.tables[index].noteIdleRows(cases)
    }
    return result
  }

  /// The first table that these values of the parameters leave without a row for some case, or with a row for
  /// none; nil where they leave all as they should be.
  package func tableFault(_ parameters: [Constant]) -> (table: String?, fault: DecisionTable.Fault)? {
    for table in tables where table.hasParameters {
      let cases = TableCases(table, of: self, parameters: parameters)
      if let fault = fault(of: cases) { return (table.name, fault) }
    }
    return nil
  }

  /// What the values of the parameters do to a table; one whose cases are too many to look at may be fine.
  private func fault(of cases: TableCases) -> DecisionTable.Fault? {
    let items = cases.table.rows.flatMap(\.cells).flatMap(\.items)
    if items.contains(where: \.isEmpty) { return .emptyRange }
    var budget = TableDivision.limit
    let rows = Array(cases.table.rows.indices)
    guard !(cases.table.rows.last?.isOtherwise ?? false),
      let hole = TableDivision(of: cases, among: rows, budget: &budget)?.hole
    else { return nil }
    return .missingRow(case: cases.words(hole))
  }
}

extension DecisionTable {
  /// Notes which rows no values reach, with these values of the parameters; none where the cases are too
  /// many to look at.
  fileprivate mutating func noteIdleRows(_ cases: TableCases) {
    var budget = TableDivision.limit
    let division = TableDivision(of: cases, among: Array(rows.indices), budget: &budget)
    for row in rows.indices { rows[row].isIdle = division.map { $0.examples[row] == nil } ?? false }
  }

  /// What values of parameters may do to a table.
  package enum Fault: Sendable, Hashable {
    /// No row applies to a case.
    case missingRow(case: [Term])
    /// No value lies in the range of a cell.
    case emptyRange
  }
}
