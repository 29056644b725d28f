import PledgeDiagnostics
import PledgeNumbers
import PledgeTime

/// Rows of conditions and results, tried from top to bottom.
///
/// **Invariant**: every row has one cell a condition column and one expression a result column.
package struct DecisionTable: Sendable {
  /// The declared name, or nil for a table that stands in a target or refund.
  package var name: String?
  package var title: String?
  package var columns: [Expression]
  package var results: [ResultColumn]
  package var rows: [Row]
  /// Whether it is proved that some row applies to every case.
  package var isComplete = false
  package var citations: [String]
  package var origin: SourceRange

  package init(
    name: String?, title: String?, columns: [Expression], results: [ResultColumn], rows: [Row],
    citations: [String], origin: SourceRange
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.results = results
    self.rows = rows
    self.citations = citations
    self.origin = origin
  }

  /// A result column's name and type.
  package struct ResultColumn: Sendable {
    package var name: String
    package var type: ExpressionType

    package init(name: String, type: ExpressionType) {
      self.name = name
      self.type = type
    }
  }

  /// One row; `otherwise` is a row whose cells are all `any`.
  package struct Row: Sendable {
    package var cells: [Cell]
    package var results: [Expression]
    package var isOtherwise: Bool
    /// Whether it is proved that no values reach it: it is never among the rows that are still possible.
    package var isIdle = false
    package var origin: SourceRange

    package init(cells: [Cell], results: [Expression], isOtherwise: Bool, origin: SourceRange) {
      self.cells = cells
      self.results = results
      self.isOtherwise = isOtherwise
      self.origin = origin
    }
  }

  /// What a column's value must be for a row to apply.
  package enum Cell: Sendable, Hashable {
    case any
    /// One of the items.
    case matches([Item])
    /// None of the items.
    case excludes([Item])
  }

  /// A value or a range with written ends.
  package enum Item: Sendable, Hashable {
    case value(CellValue)
    /// An absent end is open towards infinity.
    case range(lower: End?, upper: End?)
  }

  /// What a cell compares with.
  package enum CellValue: Sendable, Hashable {
    case written(Constant)
    /// The value of a parameter, by index.
    case parameter(Int)
  }

  /// One end of a range.
  package struct End: Sendable, Hashable {
    package var value: CellValue
    package var included: Bool

    package init(value: CellValue, included: Bool) {
      self.value = value
      self.included = included
    }
  }
}
