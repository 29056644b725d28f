/// `use a, b from "shared.pledge"`.
package struct UseDeclaration: SyntaxView {
  package static let kind = NodeKind.useDeclaration
  package let node: SyntaxNode

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
  package static let kind = NodeKind.roleDeclaration
  package let node: SyntaxNode

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
  package static let kind = NodeKind.actionDeclaration
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The actions.
  package var heads: [HeadView] { node.views(HeadView.self, in: .head) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}
