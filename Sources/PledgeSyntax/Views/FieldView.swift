import PledgeDiagnostics

/// One or more fields of one type.
package struct FieldView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.field
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The names.
  package var names: [NameView] { node.names(.name) }

  /// Their type.
  package var type: FieldTypeView { node.child(.type).map(FieldTypeView.init) ?? .missing(range) }

  /// Whether a ticket may go without.
  package var isOptional: Bool { node.has(.optional) }

  /// How long before itself the value is fixed, nil where it is not.
  package var fixedBefore: LiteralView? { node.literal(.fixed) }

  /// The value of a ticket that gives none, nil where there is no default.
  package var defaultValue: ValueView? { node.child(.value).map(ValueView.init) }

  /// Where its defaults stand; a second one is a mistake.
  package var defaultRanges: [SourceRange] { node.children(.value).map(\.range) }

  /// Where it is said how long before itself it is fixed; a second time is a mistake.
  package var fixedRanges: [SourceRange] { node.children(.fixed).map(\.range) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A field's type as it is written.
package enum FieldTypeView: Sendable {
  /// A named type: `text`, `money`, `date` and so on; which exist, the checker knows.
  case named(NameView)
  /// `one of a, b`: an enumeration's members.
  case oneOf([ValueView])
  /// `key of REGISTER`.
  case key(register: NameView?)
  /// Missing or damaged, and reported.
  case missing(SourceRange)

  init(_ node: SyntaxNode) {
    if node.has(.one) {
      self = .oneOf(node.children(.value).map(ValueView.init))
    } else if node.has(.key) {
      self = .key(register: node.view(NameView.self, in: .name))
    } else if let name = node.view(NameView.self, in: .name) {
      self = .named(name)
    } else {
      self = .missing(node.range)
    }
  }
}
