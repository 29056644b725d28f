/// A name at the place of its declaration or of a use.
package struct NameView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.name
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
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
  /// The production that it shows.
  package static let kind = NodeKind.head
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
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
  /// The production that it shows.
  package static let kind = NodeKind.path
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names from left to right.
  package var names: [NameView] { node.names(.name) }

  /// The names as later phases see them, joined by points.
  package var text: String { names.map(\.name).joined(separator: ".") }
}

/// A text in quotation marks, or a run of characters up to a blank.
package struct WordView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.word
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The contents, without quotation marks and with escapes resolved.
  package var contents: String { node.token(.text).map(TextDecoder.contents) ?? text }

  /// Whether it stands in quotation marks.
  package var isQuoted: Bool { node.token(.text) != nil }
}
