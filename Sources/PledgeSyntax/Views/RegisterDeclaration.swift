import PledgeDiagnostics

/// Reference data joined by keys.
package struct RegisterDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.registerDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The name.
  package var name: NameView? { node.view(NameView.self, in: .head) }

  /// Whether a key may have several rows.
  package var isMany: Bool { node.has(.many) }

  /// The key fields.
  package var keys: [NameView] { node.names(.name) }

  /// Its fields.
  package var fields: [FieldLine] { node.lines(FieldLine.init) }

  /// The clauses of the contract that it rests on.
  package var citations: [WordView] { node.views(WordView.self, in: .word) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of a register or of an event's attributes.
package enum FieldLine: Sendable {
  /// Fields.
  case field(FieldView)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(FieldView.self) {
      self = .field(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .field(let view): view.range
    case .damaged(let range): range
    }
  }
}
