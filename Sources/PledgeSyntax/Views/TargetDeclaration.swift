import PledgeDiagnostics

/// A target of a ticket or of a period.
package struct TargetDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.targetDeclaration
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

  /// Its keys, period and filter, nil where it has none.
  package var scope: ScopeView? { node.view(ScopeView.self, in: .scope) }

  /// Its lines.
  package var lines: [TargetLine] { node.lines(TargetLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of a target.
package enum TargetLine: Sendable {
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// `for`: which tickets it is for.
  case applies(ForLine)
  /// What is counted.
  case clock(ClockLine)
  /// `on`: when it is counted.
  case calendar(CalendarUseLine)
  /// `by`: the instant that bounds it.
  case by(ByLine)
  /// Spans that move the due instant.
  case extended(ExtendedLine)
  /// Spans that are not counted.
  case pause(PauseLine)
  /// Exclusions that help.
  case exclude(ExcludeLine)
  /// `within`, `under`, `at least` and so on.
  case bound(BoundLine)
  /// `total rounded`.
  case rounded(RoundingLine)
  /// Which period a ticket falls in.
  case countedBy(CountedByLine)
  /// What a period is measured by.
  case measure(MeasureLine)
  /// What cut periods count.
  case partial(PartialLine)
  /// What availability is out of.
  case outOf(OutOfLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(CitationLine.self) {
      self = .cite(view)
    } else if let view = node.view(ForLine.self) {
      self = .applies(view)
    } else if let view = node.view(ClockLine.self) {
      self = .clock(view)
    } else if let view = node.view(CalendarUseLine.self) {
      self = .calendar(view)
    } else if let view = node.view(ByLine.self) {
      self = .by(view)
    } else if let view = node.view(ExtendedLine.self) {
      self = .extended(view)
    } else if let view = node.view(PauseLine.self) {
      self = .pause(view)
    } else if let view = node.view(ExcludeLine.self) {
      self = .exclude(view)
    } else if let view = node.view(BoundLine.self) {
      self = .bound(view)
    } else if let view = node.view(RoundingLine.self) {
      self = .rounded(view)
    } else if let view = node.view(CountedByLine.self) {
      self = .countedBy(view)
    } else if let view = node.view(MeasureLine.self) {
      self = .measure(view)
    } else if let view = node.view(PartialLine.self) {
      self = .partial(view)
    } else if let view = node.view(OutOfLine.self) {
      self = .outOf(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .cite(let view): view.range
    case .applies(let view): view.range
    case .clock(let view): view.range
    case .calendar(let view): view.range
    case .by(let view): view.range
    case .extended(let view): view.range
    case .pause(let view): view.range
    case .exclude(let view): view.range
    case .bound(let view): view.range
    case .rounded(let view): view.range
    case .countedBy(let view): view.range
    case .measure(let view): view.range
    case .partial(let view): view.range
    case .outOf(let view): view.range
    case .damaged(let range): range
    }
  }
}
