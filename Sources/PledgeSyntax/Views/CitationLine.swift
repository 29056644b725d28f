/// `cite` and clauses of the contract.
package struct CitationLine: SyntaxView {
  package static let kind = NodeKind.citation
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The clauses.
  package var words: [WordView] { node.views(WordView.self, in: .word) }
}

/// `on` and a calendar.
package struct CalendarUseLine: SyntaxView {
  package static let kind = NodeKind.calendarUseLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The calendar.
  package var calendar: ExpressionView { node.expression(.expression) }
}

/// `counted by` and the event that says which period a ticket falls in.
package struct CountedByLine: SyntaxView {
  package static let kind = NodeKind.countedByLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The event.
  package var event: EventView? { node.view(EventView.self, in: .event) }
}

/// `total rounded … to …`.
package struct RoundingLine: SyntaxView {
  package static let kind = NodeKind.roundingLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How to round, nil where the line is damaged.
  package var mode: RoundingModeWord? { RoundingModeWord(node.keywords) }

  /// What to round to.
  package var step: LiteralView? { node.literal(.step) }
}
