import PledgeDiagnostics

/// `per KEY each PERIOD where …`.
package struct ScopeView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.scope
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The keys.
  package var keys: [ExpressionView] { node.expressions(.part) }

  /// The period.
  package var period: PeriodView? { node.view(PeriodView.self, in: .period) }

  /// Which keys count.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }
}

/// `each month`, `each 1 year from …`, `rolling 30 calendar days`.
package struct PeriodView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.period
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The length of the slots that samples fall in.
  package var slotLength: LiteralView? { node.literal(.step) }

  /// How long a period is and how the next one follows.
  package var kind: PeriodKind { PeriodKind(node) }

  /// `by month`: whether windows move on by more than a day.
  package var rollingStep: UnitView? { node.has(.rolling) ? node.view(UnitView.self, in: .unit) : nil }

  /// Where the first period begins.
  package var anchor: ExpressionView? { node.optionalExpression(.anchor) }

  /// How long periods follow each other.
  package var total: LiteralView? { node.literal(.count) }
}

/// How periods follow each other.
package enum PeriodKind: Sendable {
  /// One after the other by a unit: `each month`.
  case each(UnitView)
  /// One after the other by a length: `each 1 year`.
  case eachLength(LiteralView)
  /// A window that moves on day by day.
  case rolling(ExpressionView)
  /// Missing or damaged, and reported.
  case missing(SourceRange)

  init(_ node: SyntaxNode) {
    if node.has(.rolling) {
      self = .rolling(node.expression(.length))
    } else if let unit = node.view(UnitView.self, in: .unit) {
      self = .each(unit)
    } else if let length = node.literal(.length) {
      self = .eachLength(length)
    } else {
      self = .missing(node.range)
    }
  }
}
