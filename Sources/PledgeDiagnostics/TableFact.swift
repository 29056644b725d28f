/// What the checker finds about tables; codes P0500 to P0519.
package enum TableFact: Hashable, Sendable {
  /// A row with too few or too many cells.
  case cellCount(found: Int, needed: Int, side: String)
  /// A case for which no row is given, one text a column.
  case missingRow(example: [String])
  /// A row that others above it leave nothing for.
  case unreachableRow
  /// A range whose lower end is not below its upper end.
  case emptyRange
  /// `otherwise` is not the last row.
  case rowsBehindOtherwise
  /// A table without rows.
  case noRows
  /// Columns whose cases are too many to be looked through.
  case tooManyCases(limit: Int)
}

extension TableFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .cellCount: DiagnosticCode(500, "number-of-cells")
    case .missingRow: DiagnosticCode(501, "missing-row")
    case .unreachableRow: DiagnosticCode(502, "unreachable-row")
    case .emptyRange: DiagnosticCode(503, "empty-range")
    case .rowsBehindOtherwise: DiagnosticCode(504, "rows-behind-otherwise")
    case .noRows: DiagnosticCode(505, "table-without-rows")
    case .tooManyCases: DiagnosticCode(506, "too-many-cases-to-check")
    }
  }

  /// A hole is an error; a row without effect means what it says, but hardly what its author wants.
  package var severity: Severity {
    switch self {
    case .cellCount, .missingRow, .emptyRange, .rowsBehindOtherwise, .noRows: .error
    case .unreachableRow, .tooManyCases: .warning
    }
  }
}
