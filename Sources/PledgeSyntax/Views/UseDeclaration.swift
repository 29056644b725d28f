/// `use a, b from "shared.pledge"`.
package struct UseDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.useDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }

  /// The other file, as it is written.
  package var path: TextLiteral? { node.view(TextLiteral.self, in: .path) }
}

/// Roles of escalations.
package struct RoleDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.roleDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The roles.
  package var heads: [HeadView] { node.views(HeadView.self, in: .head) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// Actions of escalations.
package struct ActionDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.actionDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The actions.
  package var heads: [HeadView] { node.views(HeadView.self, in: .head) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}
