/// A named span, perhaps over all tickets of keys.
package struct SpanDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.spanDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// The keys behind `per`; none for a span of one ticket.
  package var keys: [NameView] { node.names(.name) }

  /// The span.
  package var definition: ExpressionView { node.expression(.expression) }

  /// The clauses of the contract that it rests on.
  package var citations: [WordView] { node.views(WordView.self, in: .word) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A derived value.
package struct LetDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.letDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// The value.
  package var definition: ExpressionView { node.expression(.expression) }

  /// The clauses of the contract that it rests on.
  package var citations: [WordView] { node.views(WordView.self, in: .word) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A value that simulations may vary.
package struct ParamDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.paramDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// The value, nil where it is missing.
  package var value: LiteralView? { node.literal(.value) }

  /// The clauses of the contract that it rests on.
  package var citations: [WordView] { node.views(WordView.self, in: .word) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}
