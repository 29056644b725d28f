/// An event, perhaps the nth, with offsets: `3rd reported within 30 min + 1 h`.
package struct EventView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.event
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which one of several.
  package var ordinal: OrdinalView? { node.view(OrdinalView.self, in: .ordinal) }

  /// The event, or a function of events.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The arguments of a function: `earliest(alarm, reported)`.
  package var arguments: [ExpressionView] { node.expressions(.argument) }

  /// In which time the events before the nth have to lie.
  package var within: LiteralView? { node.literal(.length) }

  /// Times before or after it, in the order of the text.
  package var offsets: [OffsetView] { node.views(OffsetView.self, in: .offset) }
}

/// `+ 24 h` or `- 1 h`.
package struct OffsetView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.offset
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it is before.
  package var isNegative: Bool { node.token(.minus) != nil }

  /// The length.
  package var length: LiteralView? { node.literal(.length) }
}

/// `first`, `2nd`, `last`.
package struct OrdinalView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.ordinal
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which one, nil where it is damaged.
  package var value: OrdinalValue? { OrdinalValue(node) }
}

/// Which one of several.
package enum OrdinalValue: Hashable, Sendable {
  /// The nth, from 1.
  case nth(Int)
  /// The last one.
  case last

  init?(_ node: SyntaxNode) {
    if let token = node.token(.ordinal) {
      let digits = token.text.filter { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number > 0 else { return nil }
      self = .nth(number)
    } else if node.has(.first) {
      self = .nth(1)
    } else if node.has(.second) {
      self = .nth(2)
    } else if node.has(.third) {
      self = .nth(3)
    } else if node.has(.last) {
      self = .last
    } else {
      return nil
    }
  }
}
