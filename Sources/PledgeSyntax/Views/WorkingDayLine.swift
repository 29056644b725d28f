/// `day ends at close, late arrival counts as today`.
package struct WorkingDayLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.workingDayLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What a working day is, nil where the line is damaged.
  package var rule: WorkingDayRule? { WorkingDayRule(node) }

  /// What an arrival outside hours counts as, nil where the line does not say.
  package var lateArrival: LateArrivalRule? {
    node.has(.late) ? (node.has(.today) ? .today : node.has(.working) ? .nextWorkingDay : nil) : nil
  }
}

/// What a working day is.
package enum WorkingDayRule: Sendable {
  /// A length of open time: `day is 8 h`.
  case length(LiteralView)
  /// Ends when the calendar closes.
  case endsAtClose
  /// Ends at midnight.
  case endsAtMidnight
  /// Ends at the time of day at which it began.
  case endsAtTheSameTime

  init?(_ node: SyntaxNode) {
    if let length = node.literal(.length) {
      self = .length(length)
    } else if node.has(.close) {
      self = .endsAtClose
    } else if node.has(.midnight) {
      self = .endsAtMidnight
    } else if node.has(.same) {
      self = .endsAtTheSameTime
    } else {
      return nil
    }
  }
}

/// What an arrival outside hours counts as.
package enum LateArrivalRule: Hashable, Sendable {
  /// As an arrival today.
  case today
  /// As an arrival at the opening of the next working day.
  case nextWorkingDay
}
