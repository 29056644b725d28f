/// `expect credit of "db-1" in 2026-04 owed 120.00 USD`.
package struct ExpectLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.expectLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The target, refund, right or escalation.
  package var subject: PathView? { node.view(PathView.self, in: .path) }

  /// The number of the step, in digits.
  package var step: String? { node.token(.number)?.text }

  /// The keys behind `of`.
  package var keys: [ValueView] { node.children(.part).map(ValueView.init) }

  /// The period behind `in`.
  package var period: WordView? { node.view(WordView.self, in: .word) }

  /// What is expected, nil where it is missing.
  package var outcome: OutcomeView? { node.view(OutcomeView.self, in: .outcome) }
}

/// A verdict, a state or a value, and details.
package struct OutcomeView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.outcome
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The outcome.
  package var state: OutcomeState { OutcomeState(node) }

  /// The amount behind the state.
  package var amount: LiteralView? { node.literal(.amount) }

  /// Details in the order of the text.
  package var details: [OutcomeDetail] { node.views(OutcomeDetail.self, in: .detail) }
}

/// `over 1 s`, `due 2026-03-02 12:00`.
package struct OutcomeDetail: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.outcomeDetail
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which figure, nil where it is damaged.
  package var figure: OutcomeFigure? { node.keywords.first.flatMap(OutcomeFigure.init) }

  /// Its value.
  package var value: ValueView { node.value(.value) }
}

/// The outcome that a test expects.
package enum OutcomeState: Sendable {
  /// `not applicable`.
  case notApplicable
  /// `below minimum`.
  case belowMinimum
  /// A verdict's or state's name, or a value.
  case value(ValueView)

  init(_ node: SyntaxNode) {
    if node.has(.applicable) {
      self = .notApplicable
    } else if node.has(.below) {
      self = .belowMinimum
    } else {
      self = .value(node.value(.value))
    }
  }
}

/// A figure of a decision that a test expects.
package enum OutcomeFigure: Hashable, Sendable, CaseIterable {
  /// The count beyond the limit.
  case over
  /// The instant at which the count reaches the limit.
  case due
  /// The count.
  case counted
  /// What is left of the limit.
  case left
  /// The instant of a step.
  case at
  /// The end of a window.
  case until
  /// The reason.
  case because

  init?(_ keyword: Keyword) {
    guard let word = OutcomeFigure.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = word
  }

  /// The word in the text.
  package var keyword: Keyword {
    switch self {
    case .over: .over
    case .due: .due
    case .counted: .counted
    case .left: .left
    case .at: .at
    case .until: .until
    case .because: .because
    }
  }
}
