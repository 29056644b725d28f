/// `5% of fee`.
package struct ShareExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.share
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The share.
  package var factor: ExpressionView { node.expression(.left) }

  /// What it is a share of.
  package var whole: ExpressionView { node.expression(.right) }
}

/// `a + b`.
package struct ArithmeticExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.arithmetic
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The operator, nil where it is damaged.
  package var operation: ArithmeticOperator? { ArithmeticOperator(node) }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// `9.98 GBP per started calendar day over`.
package struct PerUnitExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.perUnit
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The amount for each unit.
  package var amount: ExpressionView { node.expression(.left) }

  /// What a unit that has only begun counts, nil where it is damaged.
  package var rounding: PerUnitRounding? {
    node.has(.started) ? .started : node.has(.full) ? .full : node.has(.exact) ? .exact : nil
  }

  /// The unit: `per started calendar day`.
  package var unit: UnitView? { node.view(UnitView.self, in: .unit) }

  /// The length: `per started 30 min`.
  package var length: LiteralView? { node.literal(.length) }

  /// What is counted in units.
  package var measured: ExpressionView { node.expression(.right) }
}

/// `not a`.
package struct NotExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.negation
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What is negated.
  package var operand: ExpressionView { node.expression(.expression) }
}

/// `a and b`.
package struct AndExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.conjunction
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// `a or b`.
package struct OrExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.disjunction
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// An operator between two values.
package enum ArithmeticOperator: Hashable, Sendable {
  /// `+`
  case plus
  /// `-`
  case minus
  /// `minus`, which takes one span from another.
  case spanMinus
  /// `*`
  case times
  /// `/`
  case divided

  init?(_ node: SyntaxNode) {
    if node.has(.minus) {
      self = .spanMinus
    } else if node.token(.plus) != nil {
      self = .plus
    } else if node.token(.minus) != nil {
      self = .minus
    } else if node.token(.star) != nil {
      self = .times
    } else if node.token(.slash) != nil {
      self = .divided
    } else {
      return nil
    }
  }
}

/// What a unit that has only begun counts.
package enum PerUnitRounding: Hashable, Sendable {
  /// As a whole one.
  case started
  /// As nothing.
  case full
  /// As its part.
  case exact
}
