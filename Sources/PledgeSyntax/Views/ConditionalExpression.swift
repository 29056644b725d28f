/// `if a then b else c`.
package struct ConditionalExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.conditional
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition.
  package var condition: ExpressionView { node.expression(.condition) }

  /// The value where it holds.
  package var consequence: ExpressionView { node.expression(.left) }

  /// The value where it does not.
  package var alternative: ExpressionView { node.expression(.right) }
}

/// `first of { a when b; otherwise c }`.
package struct ChoiceExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.choice
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The cases in the order in which they are tried, `otherwise` included.
  package var cases: [ChoiceCase] {
    (node.child(.block)?.children(.line) ?? []).compactMap { $0.view(ChoiceCase.self) }
  }
}

/// `a when b` or `otherwise c`.
package struct ChoiceCase: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.choiceCase
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it holds for everything that no case above took.
  package var isOtherwise: Bool { node.has(.otherwise) }

  /// The value.
  package var value: ExpressionView { node.expression(.expression) }

  /// The condition, nil for `otherwise`.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }
}
