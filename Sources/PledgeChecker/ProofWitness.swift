import PledgeDiagnostics
import PledgePolicy

/// What a ticket has to be for a message to be seen in it.
package struct ProofWitness: Sendable {
  /// The message.
  package var diagnostic: Diagnostic
  /// Of each ticket the values that it has; the rest does not matter.
  package var tickets: [[Demand]]
  package var point: Point

  /// What an expression has to come to.
  package struct Demand: Sendable {
    package var expression: Expression
    package var value: Value
  }

  /// A value that is asked for.
  package enum Value: Sendable, Hashable {
    case known(Constant)
    /// A text or key that no rule names.
    case other
    case missing
  }

  /// What is seen in the tickets.
  package enum Point: Sendable {
    /// The rows that decide them, one a ticket; nil for no row. `columns` are those of the table.
    case rows([Int?], of: DecisionTable)
    /// That a refund is owed while its targets are met.
    case owed(refund: String)
    /// That the item of a refund stays below its cap, or is cut by it.
    case capped(refund: String, isCut: Bool)
    /// That a target has counted nothing.
    case nothingCounted(target: String)
  }

  package init(_ diagnostic: Diagnostic, _ tickets: [[Demand]], _ point: Point) {
    self.diagnostic = diagnostic
    self.tickets = tickets
    self.point = point
  }
}

extension TableCases {
  /// What a ticket's values are in a case.
  func demands(_ position: [Int]) -> [ProofWitness.Demand] {
    table.columns.indices.map { column in
      ProofWitness.Demand(
        expression: table.columns[column], value: scales[column].example(of: position[column]))
    }
  }

  /// What a ticket's values are in a case that a row decides; nil where there is none.
  package func example(of row: Int) -> [ProofWitness.Demand]? {
    var budget = TableDivision.limit
    let rows = Array(table.rows.indices)
    return TableDivision(of: self, among: rows, budget: &budget)?.examples[row].map { demands($0) }
  }
}

extension CaseScale {
  /// A value of a part, as a witness shows it.
  func example(of part: Int) -> ProofWitness.Value { value(of: part).map { .known($0) } ?? .other }
}
