/// `this`: the ticket at hand.
package struct ThisExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.this
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }
}

/// A function with arguments: `count(tickets where city is this.city)`.
package struct CallExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.call
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The function.
  package var name: NameView? { node.view(NameView.self, in: .name) }

  /// The arguments.
  package var arguments: [ExpressionView] { node.expressions(.argument) }

  /// Which of them count, behind `where`.
  package var condition: ExpressionView? { node.optionalExpression(.condition) }
}

/// `first reported`.
package struct OrdinalExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.ordinalEvent
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Which one.
  package var ordinal: OrdinalView? { node.view(OrdinalView.self, in: .ordinal) }

  /// The event.
  package var name: NameView? { node.view(NameView.self, in: .name) }
}

/// `circuit.level`.
package struct MemberExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.member
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What stands before the point.
  package var base: ExpressionView { node.expression(.base) }

  /// The name behind the point, nil where it is missing.
  package var name: NameView? { node.view(NameView.self, in: .name) }
}

/// `fee at period.start`, `8 h on office`.
package struct SampleExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.sample
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether it is `on` a calendar, not `at` an instant.
  package var isOn: Bool { node.has(.on) }

  /// What is sampled or counted.
  package var value: ExpressionView { node.expression(.left) }

  /// The instant or the calendar.
  package var place: ExpressionView { node.expression(.right) }
}

/// `end of promised`, `end of 2nd working day after reported`, `end of month of reported`.
package struct EndOfExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.endOf
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How many units on, nil for the end of the anchor itself or of the unit in which it lies.
  package var ordinal: OrdinalView? { node.view(OrdinalView.self, in: .ordinal) }

  /// Of which unit.
  package var unit: UnitView? { node.view(UnitView.self, in: .unit) }

  /// The date, the period or the instant counted from.
  package var anchor: ExpressionView { node.expression(.anchor) }
}

/// `2nd working day after reported`, `next working day after reported`, `next month`.
package struct UnitAfterExpression: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.unitAfter
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// How many units on; nil for the next one.
  package var ordinal: OrdinalView? { node.view(OrdinalView.self, in: .ordinal) }

  /// Of which unit.
  package var unit: UnitView? { node.view(UnitView.self, in: .unit) }

  /// What is counted from; nil where it is not written.
  package var anchor: ExpressionView? { node.child(.anchor).map { _ in node.expression(.anchor) } }
}
