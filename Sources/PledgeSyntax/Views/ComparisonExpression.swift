/// `a <= b`.
package struct ComparisonExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.comparison
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The operator, nil where it is damaged.
  package var operation: ComparisonOperator? { ComparisonOperator(node) }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// `a is b`, `a is not b`; also `a is known`, `a is missing`, `t is breached`.
package struct EqualityExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.equality
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it is `is not`.
  package var isNegated: Bool { node.has(.not) }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// `t is not applicable`.
package struct ApplicabilityExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.applicability
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The target.
  package var operand: ExpressionView { node.expression(.left) }
}

/// `a in b, c`, `a not in (b, c)`.
package struct MembershipExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.membership
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it is `not in`.
  package var isNegated: Bool { node.has(.not) }

  /// What is looked up.
  package var operand: ExpressionView { node.expression(.left) }

  /// The members.
  package var members: [ExpressionView] { node.expressions(.item) }
}

/// `a within 24 h after b`.
package struct WindowExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.window
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The instant.
  package var operand: ExpressionView { node.expression(.left) }

  /// The length of the window.
  package var length: ExpressionView { node.expression(.length) }

  /// Whether the window lies before the anchor, not after it.
  package var isBefore: Bool { node.has(.before) }

  /// The instant that the window touches.
  package var anchor: ExpressionView { node.expression(.right) }
}

/// `a before b`, `s overlaps t`, `a during s`.
package struct RelationExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.relation
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The relation, nil where it is damaged.
  package var relation: TimeRelation? { node.keywords.last.flatMap(TimeRelation.init) }

  /// The left operand.
  package var left: ExpressionView { node.expression(.left) }

  /// The right operand.
  package var right: ExpressionView { node.expression(.right) }
}

/// An order of two values.
package enum ComparisonOperator: Hashable, Sendable {
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual

  init?(_ node: SyntaxNode) {
    if node.token(.less) != nil {
      self = .less
    } else if node.token(.lessEqual) != nil {
      self = .lessOrEqual
    } else if node.token(.greater) != nil {
      self = .greater
    } else if node.token(.greaterEqual) != nil {
      self = .greaterOrEqual
    } else {
      return nil
    }
  }
}

/// How two instants or spans lie to each other.
package enum TimeRelation: Hashable, Sendable, CaseIterable {
  /// Earlier.
  case before
  /// Later.
  case after
  /// With common time.
  case overlaps
  /// Inside.
  case during

  init?(_ keyword: Keyword) {
    guard let word = TimeRelation.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = word
  }

  /// The word in the text.
  package var keyword: Keyword {
    switch self {
    case .before: .before
    case .after: .after
    case .overlaps: .overlaps
    case .during: .during
    }
  }
}
