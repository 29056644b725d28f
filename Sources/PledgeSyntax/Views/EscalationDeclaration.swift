import PledgeDiagnostics

/// Steps that fall due while a clock runs.
package struct EscalationDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.escalationDeclaration
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

  /// Its lines.
  package var lines: [EscalationLine] { node.lines(EscalationLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of an escalation.
package enum EscalationLine: Sendable {
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// `for`: which tickets it is for.
  case applies(ForLine)
  /// What is counted.
  case clock(ClockLine)
  /// `on`: when it is counted.
  case calendar(CalendarUseLine)
  /// Spans that are not counted.
  case pause(PauseLine)
  /// A step.
  case step(StepLine)
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
    } else if let view = node.view(PauseLine.self) {
      self = .pause(view)
    } else if let view = node.view(StepLine.self) {
      self = .step(view)
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
    case .pause(let view): view.range
    case .step(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `at 4 h notify lead then manager when … done when …`.
package struct StepLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.stepLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The distance of repetitions, nil for a step that comes once.
  package var every: LiteralView? { node.literal(.length) }

  /// When it falls due, or after when repetitions begin.
  package var moment: StepMoment? { node.view(StepMoment.self, in: .moment) }

  /// The action.
  package var name: NameView? { node.view(NameView.self, in: .action) }

  /// The recipients: each group joins the one before.
  package var recipients: [[NameView]] { node.children(.recipients).map { $0.names(.name) } }

  /// When the step is taken.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }

  /// What shows that it was done.
  package var evidence: EvidenceView? { node.view(EvidenceView.self, in: .evidence) }
}

/// `4 h`, `50% of restore` or an event.
package struct StepMoment: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.stepMoment
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The elapsed time or the share.
  package var amount: LiteralView? { node.literal(.value) }

  /// The target whose limit is shared, nil for an elapsed time.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The event, where the step comes with one.
  package var event: EventView? { node.view(EventView.self, in: .event) }
}

/// `done when notified where role is duty_manager`.
package struct EvidenceView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.evidence
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The event.
  package var event: EventView? { node.view(EventView.self, in: .event) }

  /// What its attributes have to be.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }
}
