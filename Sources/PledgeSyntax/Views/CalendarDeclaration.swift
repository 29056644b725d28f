import PledgeDiagnostics

/// A calendar, as an expression or line by line.
package struct CalendarDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.calendarDeclaration
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

  /// The expression behind `=`, nil where the calendar has lines.
  package var definition: ExpressionView? { node.optionalExpression(.expression) }

  /// Its lines; none where it is an expression.
  package var lines: [CalendarLine] { node.lines(CalendarLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of a calendar.
package enum CalendarLine: Sendable {
  /// Days and the hours in which they are open.
  case hours(HoursLine)
  /// A file of holidays.
  case holidays(HolidaysLine)
  /// A zone of its own.
  case timezone(HeaderWordLine)
  /// What a working day is.
  case workingDay(WorkingDayLine)
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(HoursLine.self) {
      self = .hours(view)
    } else if let view = node.view(HolidaysLine.self) {
      self = .holidays(view)
    } else if let view = node.view(HeaderWordLine.self) {
      self = .timezone(view)
    } else if let view = node.view(WorkingDayLine.self) {
      self = .workingDay(view)
    } else if let view = node.view(CitationLine.self) {
      self = .cite(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .hours(let view): view.range
    case .holidays(let view): view.range
    case .timezone(let view): view.range
    case .workingDay(let view): view.range
    case .cite(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// `mon..fri 9:00-18:00` or `2026-10-01 closed`.
package struct HoursLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.hoursLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The days.
  package var days: [DaysView] { node.views(DaysView.self, in: .days) }

  /// Whether the days are closed.
  package var isClosed: Bool { node.has(.closed) }

  /// The open hours, in the order of the text.
  package var hours: [HoursView] { node.views(HoursView.self, in: .hours) }
}

/// Dates, weekdays, or weekdays among dates.
package struct DaysView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.days
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The date, or the first one of a range.
  package var firstDate: DateLiteral? { node.view(DateLiteral.self, in: .firstDate) }

  /// The last date of a range.
  package var lastDate: DateLiteral? { node.view(DateLiteral.self, in: .lastDate) }

  /// The weekday, or the first one of a range.
  package var firstDay: NameView? { node.view(NameView.self, in: .firstDay) }

  /// The last weekday of a range.
  package var lastDay: NameView? { node.view(NameView.self, in: .lastDay) }
}

/// `9:00-18:00`; an end before the start lies on the next day.
package struct HoursView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.hours
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The opening.
  package var start: TimeLiteral? { node.view(TimeLiteral.self, in: .start) }

  /// The closing.
  package var end: TimeLiteral? { node.view(TimeLiteral.self, in: .end) }
}

/// `holidays from "FILE"`.
package struct HolidaysLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.holidaysLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The file.
  package var path: TextLiteral? { node.view(TextLiteral.self, in: .path) }

  /// Whether dates beyond the file are taken as plain weekdays.
  package var isOtherwiseWeekdays: Bool { node.has(.weekdays) }
}
