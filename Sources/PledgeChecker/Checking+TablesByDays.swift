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
      for limit in row.cells[position].items.flatMap(\.limits) {
        guard let dates = dates(limit) else { continue }
        cellsOfDays[column.origin] = limit.range
        return Expression(.datesOver(dates, target: target), type: .integer, origin: column.origin)
      }
    }
    return column
  }

  /// Which days a value of a cell speaks of; nil where it speaks of none.
  private func dates(_ limit: CellLimit) -> DateKind? {
    switch limit {
    case .literal(let literal): return dates(literal)
    case .name(let name):
      guard case .parameter(let index)? = scope[name] else { return nil }
      switch policy.parameters[index].value {
      case .calendarLength(let length): return length.months == 0 ? .calendarDay : nil
      case .workingDays: return workingCalendar(at: name.range).map { .workingDay(calendar: $0) }
      case .truth, .number, .duration, .instant, .date, .timeOfDay, .text, .choice: return nil
      }
    }
  }

  /// The same of a literal such as `3 calendar days`.
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
    _ constant: Constant, _ dates: DateKind, _ found: ExpressionType, at range: SourceRange,
    of column: Expression
  ) -> Constant? {
    if case .calendarLength(let length) = constant, length.months != 0, dates == .calendarDay,
      let other = cellsOfDays[column.origin]
    {
      reportMonths(at: range, besideDaysAt: other)
      return nil
    }
    switch (constant, dates) {
    case (.calendarLength(let length), .calendarDay) where length.months == 0:
      return .number(Rational(length.days))
    case (.workingDays(let days), .workingDay): return .number(Rational(days))
    case (_, .calendarDay): mismatch(found, .calendarDaysAsAbove, range)
    case (_, .workingDay): mismatch(found, .workingDaysAsAbove, range)
    }
    return nil
  }

  private func mismatch(_ found: ExpressionType, _ needed: Term, _ range: SourceRange) {
    report(.type(.mismatch(found: found.words, needed: needed)), at: range)
  }
}

extension CellItem {
  /// The values that the item names.
  fileprivate var limits: [CellLimit] {
    switch self {
    case .value(let literal): [.literal(literal)]
    case .name(let name): [.name(name)]
    case .bound(let bound): [bound.limit].compactMap { $0 }
    case .range(let range): [range.low, range.high].compactMap { $0 }
    case .truth, .missing: []
    }
  }
}

extension CellLimit {
  /// Its place.
  fileprivate var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .name(let name): name.range
    }
  }
}
