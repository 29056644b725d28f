/// `for CONDITION`: which tickets.
package struct ForLine: SyntaxView {
  package static let kind = NodeKind.forLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `when CONDITION`.
package struct WhenLine: SyntaxView {
  package static let kind = NodeKind.whenLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `needs CONDITION`.
package struct NeedsLine: SyntaxView {
  package static let kind = NodeKind.needsLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.expression) }
}

/// `extended by SPANS`.
package struct ExtendedLine: SyntaxView {
  package static let kind = NodeKind.extendedLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `pause SPANS`.
package struct PauseLine: SyntaxView {
  package static let kind = NodeKind.pauseLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `exclude EXCLUSIONS`.
package struct ExcludeLine: SyntaxView {
  package static let kind = NodeKind.excludeLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }
}

/// `round … to …` of a refund.
package struct RoundLine: SyntaxView {
  package static let kind = NodeKind.roundLine
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How to round, nil where the line is damaged.
  package var mode: RoundingModeWord? { RoundingModeWord(node.keywords) }

  /// What to round to.
  package var step: LiteralView? { node.literal(.step) }
}
