/// `register circuits { … }`: rows of a register.
package struct TestRegisterLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.testRegisterLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The register.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The rows, nil where they are missing.
  package var rows: RowsView? { node.view(RowsView.self, in: .rows) }
}

/// Columns and rows of data.
package struct RowsView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.rows
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The columns.
  package var columns: [NameView] { node.names(.column) }

  /// The rows.
  package var rows: [DataRow] { node.views(DataRow.self, in: .row) }
}

/// A row of data.
package struct DataRow: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.row
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The values.
  package var values: [ValueView] { node.children(.value).map(ValueView.init) }
}
