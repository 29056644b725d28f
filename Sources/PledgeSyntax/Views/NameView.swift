/// A name at the place of its declaration or of a use.
package struct NameView: SyntaxView {
  package static let kind = NodeKind.name
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The name without backquotes and invisible characters. Equal names are equal strings, composed or not.
  package var name: String { NameDecoder.name(of: node) }

  /// Whether it stands in backquotes.
  package var isQuoted: Bool { node.token(.quotedName) != nil }
}

/// A name and the title behind it.
package struct HeadView: SyntaxView {
  package static let kind = NodeKind.head
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The name.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { node.view(TextLiteral.self, in: .title) }
}

/// Names joined by points; one name is a path too.
package struct PathView: SyntaxView {
  package static let kind = NodeKind.path
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names from left to right.
  package var names: [NameView] { node.names(.name) }
}

/// A text in quotation marks, or a run of characters up to a blank.
package struct WordView: SyntaxView {
  package static let kind = NodeKind.word
  package let node: SyntaxNode

  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The contents, without quotation marks and with escapes resolved.
  package var contents: String { node.token(.text).map(TextDecoder.contents) ?? text }

  /// Whether it stands in quotation marks.
  package var isQuoted: Bool { node.token(.text) != nil }
}
