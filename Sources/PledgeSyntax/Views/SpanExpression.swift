/// `from A or B until C longer than 1 min up to 4 h`.
package struct SpanExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.eventSpan
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The events that open it.
  package var openings: [EventView] { node.views(EventView.self, in: .from) }

  /// The events that close it.
  package var closings: [EventView] { node.views(EventView.self, in: .until) }

  /// Which intervals are long enough.
  package var lengths: [LengthView] { node.views(LengthView.self, in: .modifier) }

  /// How long an interval is at most: one length, unless it stands twice.
  package var limits: [LiteralView] { node.literals(.length) }
}

/// `during priority is P1`, `during 2020-03-23 until 2020-06-05`.
package struct DuringExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.duringSpan
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The condition, or the date at which the span begins.
  package var condition: ExpressionView { node.expression(.expression) }

  /// The date at which it ends.
  package var until: LiteralView? { node.literal(.until) }
}

/// `at least 3 circuit of outage where circuit.level is AAA`.
package struct OverlapExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.overlapSpan
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How many, in digits without `_`; empty where a parameter says it.
  package var count: String { NumberDecoder.digits(of: node) }

  /// The parameter that says how many.
  package var parameter: NameView? { node.view(NameView.self, in: .count) }

  /// The key whose values are counted.
  package var key: NameView? { node.view(NameView.self, in: .left) }

  /// The span that they share.
  package var span: NameView? { node.view(NameView.self, in: .right) }

  /// Which keys count.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }
}
