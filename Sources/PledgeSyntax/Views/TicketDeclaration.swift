import PledgeDiagnostics

/// The vocabulary of tickets: fields and events.
package struct TicketDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.ticketDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Its lines.
  package var lines: [TicketLine] { node.lines(TicketLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of the vocabulary.
package enum TicketLine: Sendable {
  /// Events.
  case events(EventsLine)
  /// Fields.
  case field(FieldView)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(EventsLine.self) {
      self = .events(view)
    } else if let view = node.view(FieldView.self) {
      self = .field(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .events(let view): view.range
    case .field(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `event a, b once if recorded`.
package struct EventsLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.eventsLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The events.
  package var events: [EventDeclaration] { node.views(EventDeclaration.self, in: .event) }

  /// Whether each can happen only once.
  package var isOnce: Bool { node.has(.once) }

  /// Whether each may have happened without a record.
  package var isIfRecorded: Bool { node.has(.recorded) }
}

/// An event of the vocabulary.
package struct EventDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.eventDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The name.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// Its attributes.
  package var attributes: [FieldLine] { node.lines(FieldLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}
