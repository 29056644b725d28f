/// `clock SPAN` or `clock each SPAN`.
package struct ClockLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.clockLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether each interval is a cycle of its own.
  package var isEach: Bool { node.has(.each) }

  /// The span that is counted.
  package var span: ExpressionView { node.expression(.expression) }
}

/// `by INSTANT rolled to 12:00 next working day if closed`.
package struct ByLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.byLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The last instant that is in time.
  package var instant: ExpressionView { node.expression(.expression) }

  /// The time of day that a closed instant moves to.
  package var rolledTo: TimeLiteral? { node.view(TimeLiteral.self, in: .roll) }

  /// Whether a closed instant moves to the end of a day, not to a time of it.
  package var isRolledToEnd: Bool { node.has(.rolled) && node.has(.end) }

  /// The unit whose next one it moves to.
  package var rolledUnit: UnitView? { node.view(UnitView.self, in: .unit) }
}

/// `within 4 h`, `at least levels.available`, `each cycle within 4 h`.
package struct BoundLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.boundLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether each cycle is judged by itself.
  package var isEachCycle: Bool { node.has(.cycle) }

  /// Which bound, nil where it is damaged.
  package var bound: BoundWord? { BoundWord(node.keywords) }

  /// The limit.
  package var limit: AmountView { AmountView(node) }
}

/// `partial whole`, `pro rata` or `not judged`.
package struct PartialLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.partialLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What a cut period counts, nil where the line is damaged.
  package var rule: PartialRule? {
    node.has(.whole) ? .whole : node.has(.pro) ? .proRata : node.has(.not) ? .notJudged : nil
  }
}

/// `out of SPAN`: the denominator of availability.
package struct OutOfLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.outOfLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The denominator.
  package var span: ExpressionView { node.expression(.expression) }
}

/// What a first or last period counts that is cut.
package enum PartialRule: Hashable, Sendable {
  /// Like a whole one.
  case whole
  /// With its limit scaled.
  case proRata
  /// Not at all.
  case notJudged
}

/// A limit or an amount: an expression, or a table on the spot.
package enum AmountView: Sendable {
  /// A table on the spot.
  case table(TableView)
  /// An expression, `missing` where the parser found none.
  case expression(ExpressionView)

  init(_ node: SyntaxNode) {
    if let table = node.view(TableView.self, in: .amount) {
      self = .table(table)
    } else {
      self = .expression(node.expression(.amount))
    }
  }
}
