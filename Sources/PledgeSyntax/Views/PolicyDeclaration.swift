import PledgeDiagnostics

/// The header of a policy.
package struct PolicyDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.policyDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The title.
  package var title: TextLiteral? { node.view(TextLiteral.self, in: .title) }

  /// Its lines.
  package var lines: [PolicyLine] { node.lines(PolicyLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of the header.
package enum PolicyLine: Sendable {
  /// `id`, `version`, `timezone`, `currency` or `source` with a word.
  case word(HeaderWordLine)
  /// `governed by` or `settled by` with an instant.
  case event(HeaderEventLine)
  /// When the version is in force.
  case effective(EffectiveLine)
  /// What a month after the 31st is.
  case monthEnds(MonthEndsLine)
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(HeaderWordLine.self) {
      self = .word(view)
    } else if let view = node.view(HeaderEventLine.self) {
      self = .event(view)
    } else if let view = node.view(EffectiveLine.self) {
      self = .effective(view)
    } else if let view = node.view(MonthEndsLine.self) {
      self = .monthEnds(view)
    } else if let view = node.view(CitationLine.self) {
      self = .cite(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .word(let view): view.range
    case .event(let view): view.range
    case .effective(let view): view.range
    case .monthEnds(let view): view.range
    case .cite(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// A line of the header with one word.
package struct HeaderWordLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.headerWordLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which property it sets, nil where the line is damaged.
  package var property: HeaderProperty? { node.keywords.first.flatMap(HeaderProperty.init) }

  /// The word, nil where it is missing.
  package var word: WordView? { node.view(WordView.self, in: .word) }
}

/// `governed by …` or `settled by …`.
package struct HeaderEventLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.headerEventLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it says when the policy is settled, not which version governs.
  package var isSettlement: Bool { node.has(.settled) }

  /// The event or instant.
  package var instant: ExpressionView { node.expression(.expression) }
}

/// `effective from … until …` or `for …`.
package struct EffectiveLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.effectiveLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The first instant in force.
  package var start: ExpressionView { node.expression(.from) }

  /// The instant from which it is out of force.
  package var end: ExpressionView? { node.optionalExpression(.until) }

  /// How long it is in force.
  package var length: ExpressionView? { node.optionalExpression(.length) }
}

/// `month ends at last day` or `next day`.
package struct MonthEndsLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.monthEndsLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether a missing day of a month becomes the first of the next one, not the last of its own.
  package var isNextDay: Bool { node.has(.next) }
}
