/// A date; the lexer has made sure that the month exists and the day is at most 31.
package struct DateLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.dateLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The year.
  package var year: Int { fields.year }

  /// The month, from 1.
  package var month: Int { fields.month }

  /// The day, from 1; 31 also in a shorter month.
  package var day: Int { fields.day }

  private var fields: (year: Int, month: Int, day: Int) {
    DateDecoder.date(node.token(.date)?.text ?? "")
  }
}

/// A time of day, 24:00 included.
package struct TimeLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.timeLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The hour, from 0 to 24.
  package var hour: Int { fields.hour }

  /// The minute.
  package var minute: Int { fields.minute }

  /// The second.
  package var second: Int { fields.second }

  /// The microsecond.
  package var microsecond: Int { fields.microsecond }

  private var fields: (hour: Int, minute: Int, second: Int, microsecond: Int) {
    DateDecoder.time(node.token(.time)?.text ?? "")
  }
}

/// A date and a time in the policy's zone.
package struct InstantLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.instantLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The date.
  package var date: DateLiteral? { node.view(DateLiteral.self, in: .firstDate) }

  /// The time.
  package var time: TimeLiteral? { node.view(TimeLiteral.self, in: .start) }
}
