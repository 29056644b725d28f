import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// The figures behind a node, each once, leaves first; written constants are left out.
  mutating func steps(_ node: Int32) -> [ExplanationStep] {
    var result: [ExplanationStep] = []
    var seen: Set<Int32> = []
    addSteps(node, &seen, &result)
    return result
  }

  private mutating func addSteps(_ node: Int32, _ seen: inout Set<Int32>, _ result: inout [ExplanationStep]) {
    guard seen.insert(node).inserted else { return }
    if case .constant = plan.nodes[Int(node)] { return }
    for operand in operands(of: node) { addSteps(operand, &seen, &result) }
    if case .graded(let grade) = plan.nodes[Int(node)] { addBands(plan.grades[Int(grade)], to: &result) }
    guard let meaning = plan.meanings[Int(node)] else { return }
    let value = value(node)
    let step = ExplanationStep(
      origin: meaning.origin, value: text(of: value, as: meaning.type), isKnown: value.unknown == nil,
      detail: detail(of: node))
    if !result.contains(step) { result.append(step) }
  }

  /// The nodes whose values made a node's value; of a table only the row that applied.
  private mutating func operands(of node: Int32) -> [Int32] {
    switch plan.nodes[Int(node)] {
    case .constant, .field, .event, .figure, .verdict, .measure, .overlaps, .datesOver, .periodStart,
      .periodEnd, .periodVerdict, .periodFigure, .ticketCount, .attribute, .rowColumn:
      return []
    case .sample(_, let instant): return [instant]
    case .rowKey(_, let list): return Array(plan.operands[list.range])
    case .column(_, let key, _):
      // The number of a key of several values means nothing to anybody.
      if case .rowKey = plan.nodes[Int(key)] { return operands(of: key) }
      return [key]
    case .isKnown(let operand), .not(let operand), .negation(let operand), .timeOfDay(let operand),
      .dateOf(let operand), .startOfDate(let operand), .endOfDate(let operand), .during(let operand, _),
      .endOfWorkingDay(_, let operand, _), .endOfCalendarDay(_, let operand), .endOfUnit(_, _, let operand),
      .workingDay(_, let operand, _), .calendarDay(_, let operand),
      .perDate(let operand, _, _, _):
      return [operand]
    case .compareTicketCount(_, _, let limit): return [limit]
    case .compare(_, let left, let right), .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .moved(let left, let right, _, _),
      .perUnit(let left, _, _, let right), .timeOn(let left, let right, _):
      return [left, right]
    case .smallest(let list), .greatest(let list), .all(let list), .any(let list):
      return Array(plan.operands[list.range])
    case .graded(let grade): return bands(of: plan.grades[Int(grade)]).map(\.amount)
    case .choice(let list): return chosen(list)
    case .tableResult(let table, let column):
      var result = Array(plan.operands[plan.tables[Int(table)].columns.range])
      if case .row(let row) = row(of: Int(table)) {
        result.append(plan.result(Int(table), row: row, column: Int(column)))
      }
      return result
    }
  }

  /// The conditions of a choice up to the branch that applied, and that branch's value.
  private mutating func chosen(_ list: Node.List) -> [Int32] {
    var result: [Int32] = []
    var position = list.range.lowerBound
    while position < list.range.upperBound - 1 {
      result.append(plan.operands[position])
      if value(plan.operands[position]) == .truth(true) { return result + [plan.operands[position + 1]] }
      position += 2
    }
    return result + [plan.operands[list.range.upperBound - 1]]
  }

  /// The amount of a unit in each band that the delay has come to.
  private mutating func addBands(_ grade: GradePlan, to result: inout [ExplanationStep]) {
    for band in bands(of: grade) {
      guard let meaning = plan.meanings[Int(band.amount)] else { continue }
      let text = text(of: value(band.amount), as: meaning.type)
      result.append(
        ExplanationStep(
          origin: meaning.origin, value: text, detail: .band(first: band.first, last: band.last)))
    }
  }

  private mutating func detail(of node: Int32) -> ExplanationStep.Detail? {
    switch plan.nodes[Int(node)] {
    case .tableResult(let table, _):
      if case .row(let row) = row(of: Int(table)) {
        return .row(table: Int(plan.tables[Int(table)].origin), row: row)
      }
      return nil
    case .perUnit(let amount, _, _, _), .perDate(let amount, _, _, _):
      guard case .number(let single) = value(amount), case .number(let total) = value(node) else {
        return nil
      }
      return total.divided(by: single).map { .units($0) }
    case .graded(let grade):
      guard case .known(let units) = units(of: plan.grades[Int(grade)]) else { return nil }
      return .units(units)
    case .constant, .field, .column, .rowKey, .event, .attribute, .datesOver, .smallest, .greatest, .isKnown,
      .not,
      .rowColumn,
      .all, .any,
      .compare, .sum,
      .difference, .product, .quotient, .negation, .choice, .verdict, .figure, .measure, .overlaps,
      .ticketCount, .compareTicketCount, .during,
      .moved, .startOfDate, .endOfDate, .endOfWorkingDay, .endOfCalendarDay, .endOfUnit, .workingDay,
      .calendarDay, .timeOn, .timeOfDay,
      .dateOf, .sample, .periodStart, .periodEnd, .periodVerdict, .periodFigure:
      return nil
    }
  }

  /// A value as its reader would write it in a policy, of the ticket that is being decided.
  func text(of value: Value, as type: ExpressionType) -> String { text(of: value, as: type, in: ticket) }

  /// A value as its reader would write it in a policy; a text may be one of the ticket's own.
  package func text(of value: Value, as type: ExpressionType, in ticket: Ticket) -> String {
    switch value {
    case .unknown, .later: return "unknown"
    case .truth(let truth): return truth ? "yes" : "no"
    case .number(let number): return text(of: number, as: type)
    case .duration(let duration): return duration.text
    case .calendarLength(let length): return length.text
    case .workingDays(let days): return "\(days) working \(days == 1 ? "day" : "days")"
    case .instant(let instant): return instant.text(in: zone)
    case .date(let date): return date.text
    case .timeOfDay(let time): return time.text
    case .text(let id): return "\"\(ticket.text(id, pool: plan.policy.texts))\""
    case .choice(let member):
      guard case .choice(let members) = type, members.indices.contains(Int(member)) else {
        return "\(member)"
      }
      return members[Int(member)]
    }
  }

  private func text(of number: Rational, as type: ExpressionType) -> String {
    switch type {
    case .percent: number.percentText
    case .money(let currency): Money(amount: number, currency: currency).text
    case .truth, .integer, .decimal, .duration, .calendarLength, .workingLength, .instant, .date, .timeOfDay,
      .text, .choice, .key:
      number.text
    }
  }
}

extension Evaluator {
  /// The value of a derived value of the policy for a ticket, as its reader would write it; nil with the
  /// causes where it is not known.
  package mutating func text(
    of expression: Expression, for ticket: inout Ticket, asOf: Instant, _ causes: inout [Cause]
  ) -> String? {
    guard case .derived(let index) = expression.kind else { return nil }
    let value = evaluate(node: plan.derivedValues[index], of: &ticket, asOf: asOf)
    if let unknown = value.unknown {
      causes = unknowns.causes(unknown)
      return nil
    }
    swap(&self.ticket, &ticket)
    let result = text(of: value, as: expression.type)
    swap(&self.ticket, &ticket)
    return result
  }

  /// A written constant as its reader would write it.
  package func text(of constant: Constant, as type: ExpressionType) -> String {
    text(of: Value(constant), as: type)
  }
}
