import PledgeDiagnostics

/// Where an amount reads the delay of a target, and against which bounds it holds it.
package struct DelayReadings {
  /// What the delay is held against: constants and parameters.
  package private(set) var bounds: [Expression] = []
  /// The first place that reads the delay otherwise.
  package private(set) var misuse: SourceRange?
  private let policy: Policy
  private let target: Int
  private let unit: GradedPay.Unit
  private var seenValues: Set<Int> = []
  private var seenTables: Set<Int> = []

  /// Walks through an amount and all named values and tables behind it. Linear in their text.
  package init(_ policy: Policy, amount: Expression, target: Int, unit: GradedPay.Unit) {
    self.policy = policy
    self.target = target
    self.unit = unit
    var waiting = [amount]
    while let next = waiting.popLast() { visit(next, &waiting) }
  }

  private mutating func visit(_ expression: Expression, _ waiting: inout [Expression]) {
    switch expression.kind {
    case .figure(let other, .over) where other == target: note(misuse: expression)
    case .datesOver(_, let other) where other == target: note(misuse: expression)
    case .derived(let index):
      if seenValues.insert(index).inserted { waiting.append(policy.derivedValues[index].value) }
    case .tableResult(let table, _):
      if seenTables.insert(table).inserted { visit(policy.tables[table], &waiting) }
    case .compare(_, let left, let right) where isDelay(left) && isWritten(right): bounds.append(right)
    case .compare(_, let left, let right) where isWritten(left) && isDelay(right): bounds.append(left)
    case .constant, .field, .column, .rowColumn, .parameter, .event, .attribute, .extreme, .isKnown, .not,
      .all, .any,
      .compare,
      .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .graded,
      .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict, .periodFigure,
      .ticketCount:
      waiting += expression.operands
    }
  }

  private mutating func visit(_ table: DecisionTable, _ waiting: inout [Expression]) {
    for (index, column) in table.columns.enumerated() {
      guard isDelay(column) else {
        waiting.append(column)
        continue
      }
      for row in table.rows {
        bounds += row.cells[index].constants.map {
          Expression(.constant($0), type: column.type, origin: row.origin)
        }
      }
    }
    for row in table.rows { waiting += row.results }
  }

  private mutating func note(misuse expression: Expression) { misuse = misuse ?? expression.origin }

  private func isWritten(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant, .parameter: true
    case .field, .column, .rowColumn, .derived, .tableResult, .event, .attribute, .extreme, .isKnown, .not,
      .all, .any,
      .compare,
      .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .graded,
      .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOf, .endOf,
      .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict, .periodFigure,
      .ticketCount:
      false
    }
  }

  /// Whether an expression is the delay, in the unit that is paid for.
  private func isDelay(_ expression: Expression) -> Bool {
    switch (expression.kind, unit) {
    case (.figure(let other, .over), .length): other == target
    case (.datesOver(let dates, let other), .dates(let own)): other == target && dates == own
    case (_, _): false
    }
  }
}

extension DecisionTable.Cell {
  /// The constants that the cell names.
  fileprivate var constants: [Constant] {
    switch self {
    case .any: []
    case .matches(let items), .excludes(let items):
      items.flatMap { item in
        switch item {
        case .value(let constant): [constant]
        case .range(let lower, let upper): [lower?.value, upper?.value].compactMap { $0 }
        }
      }
    }
  }
}
