/// `cite` and clauses of the contract.
package struct CitationLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.citation
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The clauses.
  package var words: [WordView] { node.views(WordView.self, in: .word) }
}

/// `on` and a calendar.
package struct CalendarUseLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.calendarUseLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The calendar.
  package var calendar: ExpressionView { node.expression(.expression) }
}

/// `counted by` and the event that says which period a ticket falls in.
package struct CountedByLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.countedByLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The event.
  package var event: EventView? { node.view(EventView.self, in: .event) }
}

/// `total rounded … to …`.
package struct RoundingLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.roundingLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How to round, nil where the line is damaged.
  package var mode: RoundingModeWord? { RoundingModeWord(node.keywords) }

  /// What to round to.
  package var step: LiteralView? { node.literal(.step) }
}
