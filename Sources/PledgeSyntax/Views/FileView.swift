/// A whole file.
package struct FileView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.file
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The line that names edition and dialect, nil where it is missing.
  package var edition: EditionView? { node.view(EditionView.self, in: .edition) }

  /// The dialect that the file is written in.
  package var dialect: Dialect { node.tree.dialect }

  /// The declarations in the order of the text.
  package var declarations: [DeclarationView] { node.children(.declaration).map(DeclarationView.init) }
}

/// The line `pledge 1 zh`.
package struct EditionView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.edition
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The edition in digits.
  package var number: String? { node.token(.number)?.text }

  /// The dialect's name, nil for English.
  package var dialectName: String? { node.token(in: .name)?.text }
}
