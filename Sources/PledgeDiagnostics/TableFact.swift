/// What the checker finds about tables; codes P0500 to P0519.
package enum TableFact: Hashable, Sendable {
  /// A row with too few or too many cells.
  case cellCount(found: Int, needed: Int, side: CellSide)
  /// A case for which no row is given, one text a column.
  case missingRow(example: [Term])
  /// A row that others above it leave nothing for; `isEmpty` where its own cells leave nothing.
  case unreachableRow(isEmpty: Bool)
  /// `otherwise` below rows that take every case.
  case unreachableOtherwise
  /// A row without which the rows below would say the same.
  case repeatedRow
  /// A result that goes up along a scale of tiers or amounts and down in another row, or the other way round.
  case turningResult(column: String, from: Term, to: Term, rises: Bool)
  /// A case between two rows that only `otherwise` takes, one text a column.
  case gapBehindOtherwise(example: [Term])
  /// A range whose lower end is not below its upper end.
  case emptyRange
  /// `otherwise` is not the last row.
  case rowsBehindOtherwise
  /// A table without rows.
  case noRows
  /// Columns whose cases are too many to be looked through.
  case tooManyCases
}

/// Where cells stand.
package enum CellSide: Hashable, Sendable {
  /// Left of the arrow of a table.
  case left
  /// Right of it.
  case right
  /// In a row of data, which has no arrow.
  case dataRow
}

extension TableFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .cellCount: DiagnosticCode(500, "number-of-cells")
    case .missingRow: DiagnosticCode(501, "missing-row")
    case .unreachableRow, .unreachableOtherwise: DiagnosticCode(502, "unreachable-row")
    case .emptyRange: DiagnosticCode(503, "empty-range")
    case .rowsBehindOtherwise: DiagnosticCode(504, "rows-behind-otherwise")
    case .noRows: DiagnosticCode(505, "table-without-rows")
    case .tooManyCases: DiagnosticCode(506, "too-many-cases-to-check")
    case .repeatedRow: DiagnosticCode(507, "repeated-row")
    case .turningResult: DiagnosticCode(508, "results-that-turn")
    case .gapBehindOtherwise: DiagnosticCode(509, "gap-behind-otherwise")
    }
  }

  /// A hole is an error; a row without effect means what it says, but hardly what its author wants.
  package var severity: Severity {
    switch self {
    case .cellCount, .missingRow, .emptyRange, .rowsBehindOtherwise, .noRows: .error
    case .unreachableRow, .unreachableOtherwise, .repeatedRow, .turningResult, .gapBehindOtherwise,
      .tooManyCases:
      .warning
    }
  }
}
