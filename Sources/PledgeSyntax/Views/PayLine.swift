/// `pay 5% of fee per started 1 h over each day at its rate to customer as credit`.
package struct PayLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.payLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The amount.
  package var amount: AmountView { AmountView(node) }

  /// What a rate that changes with delay is taken for, nil where the line does not say.
  package var rate: PayRate? { node.has(.all) ? .allDays : node.has(.each) ? .eachDay : nil }

  /// Who is paid; none where the policy does not say.
  package var payees: [NameView] { node.names(.payees) }

  /// What it is paid as.
  package var form: NameView? { node.view(NameView.self, in: .name) }
}

/// `cap 30% of fee per circuit each month across a, b`.
package struct CapLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.capLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The greatest amount.
  package var amount: ExpressionView { node.expression(.expression) }

  /// Its keys, period and filter, nil where it has none.
  package var scope: ScopeView? { node.view(ScopeView.self, in: .scope) }

  /// The refunds that share it; none for the refund alone.
  package var refunds: [NameView] { node.names(.name) }
}

/// `issue above 1 USD per account each month`.
package struct IssueLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.issueLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether the minimum is outside (`above`) or inside (`at least`), nil where the line is damaged.
  package var bound: BoundWord? { BoundWord(node.keywords) }

  /// The minimum.
  package var minimum: LiteralView? { node.literal(.value) }

  /// Its keys, period and filter, nil where it has none.
  package var scope: ScopeView? { node.view(ScopeView.self, in: .scope) }
}

/// `claim EVENT from … until …`.
package struct ClaimLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.claimLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The event that is the claim.
  package var event: EventView? { node.view(EventView.self, in: .event) }

  /// From when it counts.
  package var start: ExpressionView? { node.optionalExpression(.from) }

  /// Until when it counts.
  package var end: ExpressionView { node.expression(.until) }
}

/// `use within 60 calendar days after notified`.
package struct UseWindowLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.useWindowLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How long.
  package var length: LiteralView? { node.literal(.length) }

  /// After which event.
  package var event: EventView? { node.view(EventView.self, in: .event) }
}

/// `grants "termination without notice"`.
package struct GrantsLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.grantsLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The right in words.
  package var right: TextLiteral? { node.view(TextLiteral.self, in: .value) }
}

/// What a rate that changes with delay is taken for.
package enum PayRate: Hashable, Sendable {
  /// Each day at its own rate.
  case eachDay
  /// All days at the rate that the last one reached.
  case allDays
}
