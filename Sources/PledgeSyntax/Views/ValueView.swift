import PledgeDiagnostics

/// A value in data, in a test or as a default.
package enum ValueView: Sendable {
  /// A literal.
  case literal(LiteralView)
  /// A name, mostly a member of an enumeration, or names joined by points.
  case path(PathView)
  /// `yes` or `no`.
  case truth(TruthView)
  /// Missing or damaged, and reported.
  case missing(SourceRange)

  init(_ node: SyntaxNode) {
    if let path = node.view(PathView.self) {
      self = .path(path)
    } else if let truth = node.view(TruthView.self) {
      self = .truth(truth)
    } else if let literal = LiteralView(node) {
      self = .literal(literal)
    } else {
      self = .missing(node.range)
    }
  }

  /// The bytes of the value.
  package var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .path(let path): path.range
    case .truth(let truth): truth.range
    case .missing(let range): range
    }
  }
}

/// `yes` or `no`.
package struct TruthView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.truth
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it is `yes`.
  package var isYes: Bool { node.has(.yes) }
}
