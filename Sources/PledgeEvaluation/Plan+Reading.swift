import PledgePolicy

extension Plan {
  /// Whether the settlement may move with later events: `last closed + 30 calendar days` does.
  var settlementMoves: Bool {
    guard settlement >= 0 else { return false }
    return !isLasting(settlement)
  }

  /// Whether a node, once known, stays as it is whatever the log says later.
  private func isLasting(_ node: Int32) -> Bool {
    switch nodes[Int(node)] {
    case .constant: true
    case .event(let point): points[Int(point)].occurrence >= 1
    case .moved(let operand, let length, _, _): isLasting(operand) && isLasting(length)
    case .endOfDate(let operand), .endOfWorkingDay(_, let operand, _), .endOfCalendarDay(_, let operand),
      .endOfUnit(_, _, let operand), .startOfDate(let operand), .dateOf(let operand):
      isLasting(operand)
    case .field, .column, .tableResult, .smallest, .greatest, .isKnown, .not, .all, .any, .compare, .sum,
      .difference, .product, .quotient, .negation, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict,
      .figure, .measure,
      .overlaps, .during, .timeOfDay, .sample, .periodStart, .periodEnd, .periodVerdict, .periodFigure:
      false
    }
  }

  /// Whether a node asks what has happened, so that its value changes with events and not only with the
  /// values of fields.
  func readsLog(_ node: Int32) -> Bool {
    var seen: Set<Int32> = []
    var waiting = [node]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      switch nodes[Int(next)] {
      case .event, .verdict, .figure, .measure, .overlaps, .during, .sample, .perDate, .graded, .datesOver:
        return true
      case .constant, .field, .periodStart, .periodEnd, .periodVerdict, .periodFigure: continue
      case .tableResult(let table, _):
        waiting += operands[tables[Int(table)].columns.range]
        for row in tables[Int(table)].rows.range { waiting += operands[rows[row].results.range] }
      case .smallest(let list), .greatest(let list), .all(let list), .any(let list), .choice(let list):
        waiting += operands[list.range]
      case .column(_, let operand, _), .isKnown(let operand), .not(let operand), .negation(let operand),
        .startOfDate(let operand), .endOfDate(let operand), .endOfWorkingDay(_, let operand, _),
        .endOfCalendarDay(_, let operand), .endOfUnit(_, _, let operand), .timeOfDay(let operand),
        .dateOf(let operand):
        waiting.append(operand)
      case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
        .product(let left, let right), .quotient(let left, let right), .moved(let left, let right, _, _),
        .perUnit(let left, _, _, let right):
        waiting += [left, right]
      }
    }
    return false
  }
}
