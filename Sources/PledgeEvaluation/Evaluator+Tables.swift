import PledgeNumbers
import PledgePolicy
import PledgeTickets

extension Evaluator {
  /// A result of the row that applies; where that is not known, the value on which all rows still possible
  /// agree.
  mutating func tableResult(_ table: Int, _ column: Int) -> Value {
    if plan.tables[table].index.rows.count > 0, let row = indexedRow(of: table) {
      return value(plan.result(table, row: row, column: column))
    }
    switch row(of: table) {
    case .row(let row): return value(plan.result(table, row: row, column: column))
    case .none(let id): return .unknown(id)
    case .candidates(let rows, let causes):
      return agreed(rows.map { plan.result(table, row: $0, column: column) }, causes)
    }
  }

  /// Which row of a table applies to the current ticket, computed once.
  mutating func row(of table: Int) -> TableState {
    if tableStamps[table] == stamp { return tableStates[table] }
    let state = computeRow(of: table)
    tableStates[table] = state
    tableStamps[table] = stamp
    return state
  }

  private mutating func computeRow(of table: Int) -> TableState {
    if plan.tables[table].index.rows.count > 0, let row = indexedRow(of: table) { return .row(row) }
    var candidates: [Int] = []
    var causes: UnknownID?
    let first = plan.tables[table].rows.range.lowerBound
    for row in 0..<Int(plan.tables[table].rows.count) where !plan.rows[first + row].isIdle {
      switch rowApplies(table, row) {
      case .no: continue
      case .yes:
        guard let causes else { return .row(row) }
        return .candidates(candidates + [row], causes)
      case .unknown(let id):
        causes = causes.map { unknowns.join($0, id) } ?? id
        candidates.append(row)
      }
    }
    if let causes, plan.tables[table].isComplete { return .candidates(candidates, causes) }
    let noRow = unknown(.noTableRow, plan.tables[table].origin)
    return .none(causes.map { unknowns.join($0, noRow) } ?? noRow)
  }

  /// The row for the members at hand; nil where one is not known or no row is for them.
  private mutating func indexedRow(of table: Int) -> Int? {
    let sizes = plan.tables[table].index.sizes.range.lowerBound
    let columns = plan.tables[table].columns.range
    var place = 0
    for position in columns {
      let size = Int(plan.indexedRows[sizes + position - columns.lowerBound])
      guard let member = member(plan.operands[position]), member >= 0, member < size else { return nil }
      place = place * size + member
    }
    let row = plan.indexedRows[plan.tables[table].index.rows.range.lowerBound + place]
    return row < 0 ? nil : Int(row)
  }

  /// The member of an enumeration, or the number of a truth, that a node has; nil where it is not known.
  @inline(__always) private mutating func member(_ node: Int32) -> Int? {
    // A field that nothing changes is read where it stands.
    if valueStamps[Int(node)] < stamp, !hasChanges, case .field(let field) = plan.nodes[Int(node)],
      case .choice(let choice) = ticket.values[Int(field)]
    {
      return Int(choice)
    }
    return switch value(node) {
    case .choice(let choice): Int(choice)
    case .truth(let truth): truth ? 1 : 0
    case .unknown, .later, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay,
      .text:
      nil
    }
  }

  private enum Applies {
    case yes, no
    case unknown(UnknownID)
  }

  private mutating func rowApplies(_ table: Int, _ row: Int) -> Applies {
    var causes: UnknownID?
    let columns = plan.tables[table].columns.range.lowerBound
    let cells = plan.rows[plan.tables[table].rows.range.lowerBound + row].cells.range
    for position in cells {
      let cell = plan.cells[position]
      if case .any = cell { continue }
      let subject = value(plan.operands[columns + position - cells.lowerBound])
      if let id = subject.unknown {
        switch matches(cell, range(plan.operands[columns + position - cells.lowerBound])) {
        case true?: continue
        case false?: return .no
        case nil: causes = joined(causes, id)
        }
      } else if !matches(cell, subject) {
        return .no
      }
    }
    return causes.map { .unknown($0) } ?? .yes
  }

  @inline(__always) private func matches(_ cell: CellPlan, _ subject: Value) -> Bool {
    switch cell {
    case .any: return true
    case .members(let mask):
      if case .choice(let member) = subject { return mask & (1 << UInt64(member)) != 0 }
      if case .truth(let truth) = subject { return mask & (truth ? 2 : 1) != 0 }
      return false
    case .items(let items, let negated):
      return items.range.contains { matches(plan.items[$0], subject) } != negated
    }
  }

  /// Whether every value of a range passes a test, none does, or that depends.
  private func matches(_ cell: CellPlan, _ range: ValueRange) -> Bool? {
    guard case .items(let items, let negated) = cell else { return nil }
    var isOpen = false
    for index in items.range {
      switch matches(plan.items[index], range) {
      case true?: return !negated
      case false?: continue
      case nil: isOpen = true
      }
    }
    return isOpen ? nil : negated
  }

  private func matches(_ item: ItemPlan, _ range: ValueRange) -> Bool? {
    let above = item.lower.map { bound -> Bool? in
      guard let bound = Rational(ordered: bound) else { return nil }
      return range.compared(item.lowerIncluded ? .atLeast : .greater, with: ValueRange(bound))
    }
    let below = item.upper.map { bound -> Bool? in
      guard let bound = Rational(ordered: bound) else { return nil }
      return range.compared(item.upperIncluded ? .atMost : .less, with: ValueRange(bound))
    }
    if above == .some(false) || below == .some(false) { return false }
    return (above ?? true) == true && (below ?? true) == true ? true : nil
  }

  @inline(__always) private func matches(_ item: ItemPlan, _ subject: Value) -> Bool {
    if let lower = item.lower {
      guard let order = order(subject, lower) else { return false }
      guard order.satisfies(item.lowerIncluded ? .atLeast : .greater) else { return false }
    }
    if let upper = item.upper {
      guard let order = order(subject, upper) else { return false }
      guard order.satisfies(item.upperIncluded ? .atMost : .less) else { return false }
    }
    return true
  }
}
