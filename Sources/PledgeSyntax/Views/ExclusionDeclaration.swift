import PledgeDiagnostics

/// An exclusion: a reason that can only help the provider.
package struct ExclusionDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.exclusionDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// Whether it holds for all targets.
  package var isForAllTargets: Bool { node.has(.targets) }

  /// The targets behind `for`; none where it holds for all, or for those that name it.
  package var targets: [NameView] { node.names(.name) }

  /// Its lines.
  package var lines: [ExclusionLine] { node.lines(ExclusionLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of an exclusion.
package enum ExclusionLine: Sendable {
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// The condition on the ticket.
  case when(WhenLine)
  /// A condition that the exclusion itself has to meet.
  case needs(NeedsLine)
  /// The span that it takes away.
  case during(DuringLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(CitationLine.self) {
      self = .cite(view)
    } else if let view = node.view(WhenLine.self) {
      self = .when(view)
    } else if let view = node.view(NeedsLine.self) {
      self = .needs(view)
    } else if let view = node.view(DuringLine.self) {
      self = .during(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .cite(let view): view.range
    case .when(let view): view.range
    case .needs(let view): view.range
    case .during(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `during SPAN until … where … up to … each month`.
package struct DuringLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.duringLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The span, or the date at which it begins.
  package var span: ExpressionView { node.expression(.expression) }

  /// Where the span ends, if it is given by two dates.
  package var until: LiteralView? { node.literal(.until) }

  /// Which of its intervals count.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }

  /// How much of it may be used in a period.
  package var allowance: LiteralView? { node.literal(.allowance) }

  /// The period of the allowance.
  package var allowancePeriod: PeriodView? { node.view(PeriodView.self, in: .period) }
}
