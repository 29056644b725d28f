import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  /// The value of a node for the current ticket, computed once.
  mutating func value(_ node: Int32) -> Value {
    let index = Int(node)
    if valueStamps[index] >= stamp { return values[index] }
    let result = compute(plan.nodes[index])
    values[index] = result
    valueStamps[index] = stamp
    return result
  }

  private mutating func compute(_ node: Node) -> Value {
    switch node {
    case .constant(let index): return plan.constants[Int(index)]
    case .field(let index): return field(index)
    case .column(let register, let key, let column): return cell(register, key, column)
    case .rowKey(let register, let list): return rowKey(Int(register), list)
    case .rowColumn(let register, let column): return rowCell(register, column)
    case .tableResult(let table, let column): return tableResult(Int(table), Int(column))
    case .event(let point): return instant(of: plan.points[Int(point)])
    case .attribute(let event, let index): return attribute(event, index)
    case .smallest(let list): return extremeOfRanges(list, greatest: false)
    case .greatest(let list): return extremeOfRanges(list, greatest: true)
    case .isKnown(let operand): return .truth(value(operand).unknown == nil)
    case .not(let operand): return negated(value(operand))
    case .all(let list): return fold(list, decisive: false)
    case .any(let list): return fold(list, decisive: true)
    case .compare(let comparison, let left, let right): return compare(comparison, nodes: left, right)
    case .ticketCount(let count): return ticketCount(count)
    case .compareTicketCount(let comparison, let count, let limit):
      return compareTicketCount(comparison, count, limit)
    case .sum(let left, let right): return add(value(left), value(right))
    case .difference(let left, let right): return subtract(value(left), value(right))
    case .product(let left, let right): return multiply(value(left), value(right))
    case .quotient(let left, let right): return divide(value(left), value(right))
    case .negation(let operand): return subtract(.number(.zero), value(operand))
    case .choice(let list): return choose(list)
    case .verdict(let target, let mask): return hasVerdict(Int(target), mask)
    case .figure(let target, let figure): return self.figure(Int(target), figure)
    case .periodStart, .periodEnd, .periodVerdict, .periodFigure: return computeOfFrame(node)
    case .perUnit, .perDate, .measure, .overlaps, .during, .moved, .startOfDate, .endOfDate,
      .endOfWorkingDay, .endOfCalendarDay, .endOfUnit, .workingDay, .calendarDay, .timeOn, .timeOfDay,
      .dateOf, .sample, .graded, .datesOver:
      return computeOfTime(node)
    }
  }

  // MARK: Leaves

  private mutating func field(_ index: Int32) -> Value {
    let scalar = hasChanges ? current[Int(index)] : ticket.values[Int(index)]
    if let value = Value(scalar) { return value }
    return fieldDefaults[Int(index)] ?? .unknown(unknown(.fieldMissing, index))
  }

  private mutating func cell(_ register: Int32, _ key: Int32, _ column: Int32) -> Value {
    let keyValue = value(key)
    if let id = keyValue.unknown { return .unknown(id) }
    guard let scalar = Scalar(keyValue), var row = registers[Int(register)].row(scalar) else {
      return .unknown(unknown(.rowMissing, register, keyField(key)))
    }
    if !plan.datedRegisters.isEmpty, let dates = plan.datedRegisters[Int(register)] {
      switch rowInForce(Int(register), from: row, dates) {
      case .known(let found?): row = found
      case .known(nil): return .unknown(unknown(.rowNotInForce, register, keyField(key)))
      case .unknown(let id): return .unknown(id)
      }
    }
    let cell = registers[Int(register)].cell(row: row, column: Int(column))
    return Value(cell) ?? .unknown(unknown(.cellMissing, register, column))
  }

  /// The field that a key is read from; -1 where it is a column of another register.
  private func keyField(_ key: Int32) -> Int32 {
    if case .field(let field) = plan.nodes[Int(key)] { field } else { -1 }
  }

  /// The instant of an event's occurrence, offset included; `later` where it has not happened.
  mutating func instant(of point: EventPointPlan) -> Value {
    guard let at = occurrence(of: point) else {
      if plan.policy.vocabulary.events[Int(point.event)].ifRecorded {
        return .unknown(unknown(.eventUnrecorded, point.event))
      }
      let id = unknown(.eventNotYet, point.event)
      return point.offset < .zero ? .unknown(id) : .later(id)
    }
    guard let moved = at.adding(point.offset) else { return .unknown(unknown(.outOfRange)) }
    return .instant(moved)
  }

  private func occurrence(of point: EventPointPlan) -> Instant? {
    if let window = point.window { return firstBurst(point, within: window) }
    if point.occurrence < 0 {
      var index = visible - 1
      while index >= 0 {
        if ticket.events[index].code == point.event { return ticket.events[index].at }
        index -= 1
      }
      return nil
    }
    var left = max(point.occurrence, 1)
    for index in 0..<visible where ticket.events[index].code == point.event {
      left -= 1
      if left == 0 { return ticket.events[index].at }
    }
    return nil
  }

  /// When so many occurrences of an event first lie within a length, its last instant included: the last of
  /// them.
  private func firstBurst(_ point: EventPointPlan, within window: Duration) -> Instant? {
    let count = max(1, Int(point.occurrence))
    var times: [Instant] = []
    for event in ticket.events[..<visible] where event.code == point.event {
      times.append(event.at)
      guard times.count >= count, let length = event.at.since(times[times.count - count]) else { continue }
      if length <= window { return event.at }
    }
    return nil
  }

  // MARK: Logic

  func negated(_ value: Value) -> Value {
    if case .truth(let truth) = value { .truth(!truth) } else { value }
  }

  /// Kleene's `and` (`decisive` is no) and `or` (`decisive` is yes).
  private mutating func fold(_ list: Node.List, decisive: Bool) -> Value {
    var causes: UnknownID?
    for position in list.range {
      let operand = value(plan.operands[position])
      if case .truth(let truth) = operand {
        if truth == decisive { return .truth(decisive) }
      } else if let id = operand.unknown {
        causes = causes.map { unknowns.join($0, id) } ?? id
      }
    }
    return causes.map { .unknown($0) } ?? .truth(!decisive)
  }

  /// Kleene's `and` or `or` of two values.
  mutating func fold(_ left: Value, _ right: Value, decisive: Bool) -> Value {
    if left == .truth(decisive) || right == .truth(decisive) { return .truth(decisive) }
    if left.unknown == nil, right.unknown == nil { return .truth(!decisive) }
    return unknown(left, right)
  }

  /// The first branch that applies; where that is not known, the value on which all that may apply agree.
  private mutating func choose(_ list: Node.List) -> Value {
    var candidates: [Int32] = []
    let (final, causes) = branch(of: list, candidates: &candidates)
    guard let causes else { return value(final) }
    return agreed(candidates + [final], causes)
  }

  /// The value of the first branch that surely applies; `candidates` are those before it that may, with the
  /// causes.
  mutating func branch(of list: Node.List, candidates: inout [Int32]) -> (final: Int32, causes: UnknownID?) {
    var causes: UnknownID?
    var position = list.range.lowerBound
    let last = list.range.upperBound - 1
    while position < last {
      let condition = value(plan.operands[position])
      if let id = condition.unknown {
        causes = causes.map { unknowns.join($0, id) } ?? id
        candidates.append(plan.operands[position + 1])
      } else if condition == .truth(true) {
        break
      }
      position += 2
    }
    return (plan.operands[position < last ? position + 1 : last], causes)
  }

  /// The value that all nodes share, or unknown with the causes.
  mutating func agreed(_ nodes: [Int32], _ causes: UnknownID) -> Value {
    var shared: Value?
    for node in nodes {
      let candidate = value(node)
      if let id = candidate.unknown { return .unknown(unknowns.join(causes, id)) }
      if let known = shared, known != candidate { return .unknown(causes) }
      shared = candidate
    }
    return shared ?? .unknown(causes)
  }

  private mutating func hasVerdict(_ target: Int, _ mask: UInt8) -> Value {
    let outcome = self.target(target)
    if mask & (1 << outcome.verdict.rawValue) != 0 { return .truth(true) }
    let isOpen = outcome.verdict == .pending || outcome.verdict == .undecided
    let final = ~(UInt8(1) << Verdict.pending.rawValue | UInt8(1) << Verdict.undecided.rawValue)
    guard isOpen, mask & final != 0 else { return .truth(false) }
    if outcome.verdict == .undecided, outcome.candidates.mask & mask == 0 { return .truth(false) }
    if outcome.verdict == .undecided, outcome.candidates.mask & ~mask == 0 { return .truth(true) }
    if outcome.verdict == .undecided, let id = outcome.unknown { return .unknown(id) }
    return .unknown(unknown(.targetPending, Int32(target)))
  }

  private mutating func figure(_ target: Int, _ figure: TargetFigure) -> Value {
    let outcome = self.target(target)
    if outcome.verdict == .undecided {
      return .unknown(outcome.unknown ?? unknown(.targetPending, Int32(target)))
    }
    switch figure {
    case .over where outcome.verdict != .breached: return .duration(.zero)
    case .over: return outcome.doubt.map { .unknown($0) } ?? .duration(outcome.over)
    case .counted:
      if let id = outcome.doubt { return .unknown(id) }
      // A clock that runs has counted something, also where its limit is open.
      if outcome.verdict == .pending, !outcome.isCountKnown, outcome.hasStarted {
        return .unknown(outcome.unknown ?? unknown(.targetPending, Int32(target)))
      }
      return .duration(outcome.counted)
    case .due:
      if let id = outcome.dueDoubt { return .unknown(id) }
      if let due = outcome.due { return .instant(due) }
      if outcome.verdict == .notApplicable { return .unknown(unknown(.targetNotApplicable, Int32(target))) }
      return .unknown(outcome.unknown ?? unknown(.targetPending, Int32(target)))
    }
  }
}

extension Scalar {
  /// The value as a register's key; nil for what cannot be one.
  init?(_ value: Value) {
    switch value {
    case .truth(let truth): self = .truth(truth)
    case .text(let text): self = .text(text)
    case .choice(let member): self = .choice(member)
    case .date(let date): self = .date(date)
    case .instant(let instant): self = .instant(instant)
    case .number, .unknown, .later, .duration, .calendarLength, .workingDays, .timeOfDay: return nil
    }
  }
}
