import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTime

// A column by `over` whose cells are days: what counts then is the number of dates that the target was over,
// as in `per started calendar day over`.

extension Checking {
  /// A column by `over` as the number of dates where its cells say so, else as it is.
  func inDays(_ column: Expression, _ position: Int, _ view: TableView) -> Expression {
    guard case .figure(let target, .over) = column.kind else { return column }
    for row in view.rows where !row.isOtherwise && position < row.cells.count {
      for literal in row.cells[position].items.flatMap(\.literals) {
        guard let dates = dates(literal) else { continue }
        return Expression(.datesOver(dates, target: target), type: .integer, origin: column.origin)
      }
    }
    return column
  }

  /// Which days a literal such as `3 calendar days` speaks of; nil where it speaks of none.
  private func dates(_ literal: LiteralView) -> DateKind? {
    guard case .quantity(let quantity) = literal, quantity.parts.count == 1 else { return nil }
    switch quantity.parts[0].unit?.kind {
    case .calendar(.day): return .calendarDay
    case .working(.day): return workingCalendar(at: literal.range).map { .workingDay(calendar: $0) }
    case .plain, .calendar, .working, .currency, nil: return nil
    }
  }

  /// The number of dates of a cell, or nil with a message.
  func numberOfDates(
    _ constant: Constant, _ dates: DateKind, _ found: ExpressionType, _ literal: LiteralView
  ) -> Constant? {
    switch (constant, dates) {
    case (.calendarLength(let length), .calendarDay) where length.months == 0:
      return .number(Rational(length.days))
    case (.workingDays(let days), .workingDay): return .number(Rational(days))
    case (_, .calendarDay): mismatch(found, "calendar days as in the other cells", literal)
    case (_, .workingDay): mismatch(found, "working days as in the other cells", literal)
    }
    return nil
  }

  private func mismatch(_ found: ExpressionType, _ needed: String, _ literal: LiteralView) {
    report(.type(.mismatch(found: found.words, needed: needed)), at: literal.range)
  }
}

extension CellItem {
  /// The literals that the item names.
  fileprivate var literals: [LiteralView] {
    switch self {
    case .value(let literal): [literal]
    case .bound(let bound): [bound.limit].compactMap { $0 }
    case .range(let range): [range.low, range.high].compactMap { $0 }
    case .name, .truth, .missing: []
    }
  }
}
