import PledgeDiagnostics

/// `measure availability of outage`.
package struct MeasureLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.measureLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What is measured, nil where the line is damaged.
  package var function: MeasureFunction? { node.keywords.dropFirst().first.flatMap(MeasureFunction.init) }

  /// What it is measured of.
  package var operand: ExpressionView { node.expression(.expression) }

  /// The verdict that is counted: `share of T met`.
  package var verdict: VerdictWord? { node.token(in: .verdict)?.keyword.flatMap(VerdictWord.init) }

  /// The verdict in the text; the line where there is none.
  package var verdictRange: SourceRange { node.token(in: .verdict)?.range ?? range }

  /// Which ones count.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }

  /// Further words in the order of the text.
  package var modifiers: [MeasureModifier] { node.children(.modifier).map(MeasureModifier.init) }
}

/// A further word of a measure.
package enum MeasureModifier: Sendable {
  /// Which intervals are long enough.
  case length(LengthView)
  /// `each` or `total rounded`.
  case rounding(MeasureRounding)
  /// `weighted by users of all_users`.
  case weighted(Weighting)
  /// `since 3 consecutive months of clean met`.
  case since(SinceClean)
  /// What a slot without samples counts.
  case empty(EmptySlots)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(LengthView.self) {
      self = .length(view)
    } else if let view = node.view(MeasureRounding.self) {
      self = .rounding(view)
    } else if let view = node.view(Weighting.self) {
      self = .weighted(view)
    } else if let view = node.view(SinceClean.self) {
      self = .since(view)
    } else if let view = node.view(EmptySlots.self) {
      self = .empty(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .length(let view): view.range
    case .rounding(let view): view.range
    case .weighted(let view): view.range
    case .since(let view): view.range
    case .empty(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `longer than 1 min` or `at least 1 min`.
package struct LengthView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.length
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether the length itself is too short.
  package var isLongerThan: Bool { node.has(.longer) }

  /// The length.
  package var limit: LiteralView? { node.literal(.value) }
}

/// `each rounded up to 1 min`, `total rounded half up to 1 min`.
package struct MeasureRounding: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.measureRounding
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether each interval is rounded, not their sum.
  package var isEach: Bool { node.has(.each) }

  /// How to round, nil where it is damaged.
  package var mode: RoundingModeWord? { RoundingModeWord(node.keywords) }

  /// What to round to.
  package var step: LiteralView? { node.literal(.step) }
}

/// `weighted by users of all_users`.
package struct Weighting: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.weighting
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The weight of an interval.
  package var weight: ExpressionView { node.expression(.left) }

  /// The weight of everything.
  package var whole: ExpressionView { node.expression(.right) }
}

/// `since 3 consecutive months of clean met`.
package struct SinceClean: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.sinceClean
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How many, in digits.
  package var count: String? { node.token(.number)?.text }

  /// Of which unit.
  package var unit: UnitView? { node.view(UnitView.self, in: .unit) }

  /// The target.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The verdict that they have to have.
  package var verdict: VerdictWord? { node.token(in: .verdict)?.keyword.flatMap(VerdictWord.init) }
}

/// `empty 0`: what a slot without samples counts.
package struct EmptySlots: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.emptySlots
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The value.
  package var value: ValueView { node.value(.value) }
}
