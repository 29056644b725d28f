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
    case .moved(let first, let second, _, _), .timeOn(let first, let second, _):
      isLasting(first) && isLasting(second)
    case .endOfDate(let operand), .endOfWorkingDay(_, let operand, _), .endOfCalendarDay(_, let operand),
      .endOfUnit(_, _, let operand), .startOfDate(let operand), .dateOf(let operand),
      .workingDay(_, let operand, _), .calendarDay(_, let operand):
      isLasting(operand)
    case .field, .column, .rowKey, .tableResult, .smallest, .greatest, .isKnown, .not, .all, .any, .compare,
      .sum,
      .difference, .product, .quotient, .negation, .perUnit, .perDate, .graded, .datesOver, .choice,
      .verdict, .figure, .measure, .overlaps, .during, .timeOfDay, .sample, .periodStart, .periodEnd,
      .periodVerdict, .periodFigure, .ticketCount, .compareTicketCount, .attribute, .rowColumn:
      false
    }
  }

  /// Whether a node asks what has happened, so that its value changes with events and not only with the
  /// values of fields.
  func readsLog(_ node: Int32) -> Bool {
    reached(from: node).contains { node in
      switch nodes[Int(node)] {
      case .event, .attribute, .verdict, .figure, .measure, .overlaps, .during, .sample, .perDate, .graded,
        .datesOver, .ticketCount, .compareTicketCount:
        true
      case .constant, .field, .column, .rowKey, .rowColumn, .tableResult, .smallest, .greatest, .isKnown,
        .not, .all,
        .any, .compare, .sum, .difference, .product, .quotient, .negation, .perUnit, .choice, .moved,
        .startOfDate, .endOfDate, .endOfWorkingDay, .endOfCalendarDay, .endOfUnit, .workingDay, .calendarDay,
        .timeOn, .timeOfDay, .dateOf,
        .periodStart, .periodEnd, .periodVerdict, .periodFigure:
        false
      }
    }
  }

  /// The nodes behind a node whose values are different for each row of a register, or each sample.
  func rowNodes(of node: Int32) -> [Int32] {
    reached(from: node).filter { reached(from: $0).contains { isOfRow($0) } }
  }

  private func isOfRow(_ node: Int32) -> Bool {
    switch nodes[Int(node)] {
    case .rowColumn, .attribute: return true
    case .constant, .field, .column, .tableResult, .event, .smallest, .greatest, .isKnown, .not, .all, .any,
      .compare, .sum, .difference, .product, .quotient, .negation, .perUnit, .perDate, .graded, .datesOver,
      .choice, .verdict, .figure, .measure, .overlaps, .during, .moved, .startOfDate, .endOfDate,
      .endOfWorkingDay, .endOfCalendarDay, .endOfUnit, .workingDay, .calendarDay, .timeOn, .timeOfDay,
      .dateOf,
      .sample, .rowKey, .periodStart, .periodEnd, .periodVerdict, .periodFigure, .ticketCount,
      .compareTicketCount:
      return false
    }
  }

  /// A node and all that its value is made of, in the order in which they are met.
  private func reached(from node: Int32) -> [Int32] {
    var seen: Set<Int32> = []
    var waiting = [node]
    var result: [Int32] = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      result.append(next)
      waiting += parts(of: next)
    }
    return result
  }

  /// The nodes of which a node's value is made, of a table all its columns and results.
  private func parts(of node: Int32) -> [Int32] {
    switch nodes[Int(node)] {
    case .constant, .field, .rowColumn, .event, .attribute, .ticketCount, .verdict, .figure, .measure,
      .overlaps, .periodStart, .periodEnd, .periodVerdict, .periodFigure, .datesOver:
      return []
    case .graded(let grade): return Array(operands[grades[Int(grade)].amounts.range])
    case .tableResult(let table, _):
      let results = tables[Int(table)].rows.range.flatMap { operands[rows[$0].results.range] }
      return operands[tables[Int(table)].columns.range] + results
    case .smallest(let list), .greatest(let list), .all(let list), .any(let list), .choice(let list),
      .rowKey(_, let list):
      return Array(operands[list.range])
    case .compareTicketCount(_, _, let limit): return [limit]
    case .column(_, let operand, _), .isKnown(let operand), .not(let operand), .negation(let operand),
      .startOfDate(let operand), .endOfDate(let operand), .endOfWorkingDay(_, let operand, _),
      .endOfCalendarDay(_, let operand), .endOfUnit(_, _, let operand), .workingDay(_, let operand, _),
      .calendarDay(_, let operand), .timeOfDay(let operand),
      .dateOf(let operand), .during(let operand, _), .perDate(let operand, _, _, _):
      return [operand]
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .moved(let left, let right, _, _),
      .perUnit(let left, _, _, let right), .sample(let left, let right), .timeOn(let left, let right, _):
      return [left, right]
    }
  }

  /// Whether the value of a node is known where those of some keys are.
  func follows(_ node: Int32, from keys: [Int32]) -> Bool {
    if keys.contains(node) { return true }
    if case .constant = nodes[Int(node)] { return true }
    let parts = parts(of: node)
    return !parts.isEmpty && parts.allSatisfy { follows($0, from: keys) }
  }

  /// The events that would start a clock; -1 for a start that none makes.
  func startEvents(of span: Int32) -> [Int32] {
    switch spans[Int(span)] {
    case .pairing(let pairing): sides[pairings[Int(pairing)].starts.range].map(\.event)
    case .union(let left, let right), .intersection(let left, let right):
      startEvents(of: left) + startEvents(of: right)
    case .minus(let left, _), .limited(let left, _): startEvents(of: left)
    case .keyed(let keyed): keyedSpans[Int(keyed)].startEvents
    case .calendar, .between, .whenever, .register: []
    }
  }

  /// The events that would end a clock; -1 for an end that none makes.
  func endEvents(of span: Int32) -> [Int32] {
    switch spans[Int(span)] {
    case .pairing(let pairing): sides[pairings[Int(pairing)].ends.range].map(\.event)
    case .union(let left, let right), .intersection(let left, let right):
      endEvents(of: left) + endEvents(of: right)
    case .minus(let left, _), .limited(let left, _): endEvents(of: left)
    case .keyed(let keyed): [keyedSpans[Int(keyed)].endEvent]
    case .calendar, .between, .whenever, .register: []
    }
  }

  /// The events below 64 that stop a clock.
  func stops(of span: Int32) -> UInt64 {
    var mask: UInt64 = 0
    var seen: Set<Int32> = []
    var waiting = [span]
    // Spans that double one another are looked at once.
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      switch spans[Int(next)] {
      case .pairing(let pairing):
        for side in sides[pairings[Int(pairing)].ends.range] where side.event >= 0 && side.event < 64 {
          mask |= 1 << UInt64(side.event)
        }
      case .limited(let source, _): waiting.append(source)
      case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
        waiting += [left, right]
      // What ends the times of a key is no event of the ticket alone.
      case .calendar, .between, .whenever, .register, .keyed: continue
      }
    }
    return mask
  }
}
