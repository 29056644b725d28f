/// `for CONDITION`: which tickets.
package struct ForLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.forLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `when CONDITION`.
package struct WhenLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.whenLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `needs CONDITION`.
package struct NeedsLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.needsLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `extended by SPANS`.
package struct ExtendedLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.extendedLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `pause SPANS`.
package struct PauseLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.pauseLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `exclude EXCLUSIONS`.
package struct ExcludeLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.excludeLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `round … to …` of a refund.
package struct RoundLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.roundLine
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
