import PledgeDiagnostics

/// A test: data, a timeline and what is expected.
package struct TestDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.testDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The title.
  package var title: TextLiteral? { node.view(TextLiteral.self, in: .title) }

  /// Its lines.
  package var lines: [TestLine] { node.lines(TestLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of a test.
package enum TestLine: Sendable {
  /// Fields of the ticket.
  case given(GivenLine)
  /// A ticket with lines of its own.
  case ticket(TestTicketLine)
  /// Rows of a register.
  case register(TestRegisterLine)
  /// The instant at which is judged.
  case asOf(AsOfLine)
  /// A table of cases.
  case cases(CasesLine)
  /// An event.
  case timeline(TimelineLine)
  /// What is expected.
  case expect(ExpectLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(GivenLine.self) {
      self = .given(view)
    } else if let view = node.view(TestTicketLine.self) {
      self = .ticket(view)
    } else if let view = node.view(TestRegisterLine.self) {
      self = .register(view)
    } else if let view = node.view(AsOfLine.self) {
      self = .asOf(view)
    } else if let view = node.view(CasesLine.self) {
      self = .cases(view)
    } else if let view = node.view(TimelineLine.self) {
      self = .timeline(view)
    } else if let view = node.view(ExpectLine.self) {
      self = .expect(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .given(let view): view.range
    case .ticket(let view): view.range
    case .register(let view): view.range
    case .asOf(let view): view.range
    case .cases(let view): view.range
    case .timeline(let view): view.range
    case .expect(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `given { circuit "C-9"; cause carrier }`.
package struct GivenLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.givenLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The settings.
  package var settings: [SettingLine] { node.lines(SettingLine.init) }
}

/// A line of `given`.
package enum SettingLine: Sendable {
  /// A setting.
  case setting(SettingView)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(SettingView.self) {
      self = .setting(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .setting(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// A name and the value that it gets.
package struct SettingView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.setting
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The name.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The value.
  package var value: ValueView { node.value(.value) }
}

/// `ticket "T-1" { … }`.
package struct TestTicketLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.testTicketLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The id.
  package var id: TextLiteral? { node.view(TextLiteral.self, in: .title) }

  /// Its lines.
  package var lines: [TestLine] { node.lines(TestLine.init) }
}

/// `as of INSTANT`.
package struct AsOfLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.asOfLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The instant.
  package var instant: LiteralView? { node.literal(.value) }
}

/// `2026-03-02 10:00 alarm` or `+15 min reported`.
package struct TimelineLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.timelineLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The date with or without a time; nil for a relative one.
  package var instant: LiteralView? { node.literal(.moment) }

  /// The time after the line before; nil for an absolute one.
  package var delay: LiteralView? { node.literal(.offset) }

  /// The event.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// Its attributes behind `with`.
  package var attributes: [SettingView] { node.views(SettingView.self, in: .setting) }

  /// The fields that it changes, behind `set`.
  package var changes: [SettingView] { node.views(SettingView.self, in: .part) }
}
