import PledgePolicy
import PledgeTickets
import PledgeTime

extension Evaluator {
  // MARK: Dated rows

  /// The row of a key that holds at the ticket's governing event; nil where none does.
  mutating func rowInForce(_ register: Int, from first: Int, _ dates: DatedColumns) -> Known<Int?> {
    let instant: Instant
    if let registerInstant {
      instant = registerInstant
    } else {
      switch governingInstant() {
      case .instant(let governing): instant = governing
      case let other: return .unknown(other.unknown ?? unknown(.overflow))
      }
    }
    var row: Int? = first
    while let current = row {
      if holds(register, current, dates, instant) { return .known(current) }
      row = registers[register].row(after: current)
    }
    return .known(nil)
  }

  /// The instant of the governing event, the first of the log where the policy names none.
  mutating func governingInstant() -> Value {
    if plan.governing >= 0 { return value(plan.governing) }
    return visible > 0 ? .instant(ticket.events[0].at) : .unknown(unknown(.logEmpty))
  }

  private func holds(_ register: Int, _ row: Int, _ dates: DatedColumns, _ instant: Instant) -> Bool {
    if dates.from >= 0 {
      switch registers[register].cell(row: row, column: Int(dates.from)) {
      case .date(let first): if zone.date(at: instant) < first { return false }
      case .instant(let first): if instant < first { return false }
      case .missing, .truth, .number, .duration, .text, .choice: break
      }
    }
    guard dates.to >= 0 else { return true }
    switch registers[register].cell(row: row, column: Int(dates.to)) {
    case .date(let last): return zone.date(at: instant) <= last
    case .instant(let end): return instant < end
    case .missing, .truth, .number, .duration, .text, .choice: return true
    }
  }

  // MARK: Keys of several values

  /// The key that several values make; a choice that no row has where the register does not know them.
  mutating func rowKey(_ register: Int, _ list: Node.List) -> Value {
    var causes: UnknownID?
    var step: Int32? = -1
    for position in list.range {
      let part = value(plan.operands[position])
      if let id = part.unknown {
        causes = causes.map { unknowns.join($0, id) } ?? id
      } else if let before = step {
        step = Scalar(part).flatMap { registers[register].step(before, $0) }
      }
    }
    return causes.map { .unknown($0) } ?? .choice(step ?? -1)
  }

  // MARK: Windows

  /// A cell of the row that a register's condition is asked about.
  mutating func rowCell(_ register: Int32, _ column: Int32) -> Value {
    let cell = registers[Int(register)].cell(row: currentRow, column: Int(column))
    return Value(cell) ?? .unknown(unknown(.cellMissing, register, column))
  }

  /// The windows of the ticket's key.
  mutating func windows(_ span: RegisterSpanPlan, into index: Int) -> SpanState {
    var state = SpanState()
    let key = value(span.key)
    guard let scalar = Scalar(key) else {
      state.unknown = key.unknown ?? unknown(.overflow)
      return state
    }
    var possible: [Interval] = []
    var buffer: [Interval] = []
    swap(&buffer, &spans[index])
    let cause = windows(of: span, key: scalar, into: &buffer, possible: &possible)
    swap(&buffer, &spans[index])
    state.isOpen = spans[index].last.map { $0.end > asOf } ?? false
    if let cause { bound(&state, index, possible: possible, cause) }
    return finished(state, index)
  }

  /// Puts the windows that a register states for a key into a buffer, in normal form. Where it is not known
  /// which rows count, or when they begin, there are the causes, and in `possible` all that may count.
  private mutating func windows(
    of span: RegisterSpanPlan, key: Scalar, into result: inout [Interval], possible: inout [Interval]
  ) -> UnknownID? {
    let register = Int(span.register)
    var causes: UnknownID?
    var next = registers[register].row(key)
    while let row = next {
      next = registers[register].row(after: row)
      var cause: UnknownID?
      switch counts(row, span) {
      case .known(true): break
      case .known(false): continue
      case .unknown(let id): cause = id
      }
      var start = Instant.earliest
      if case .instant(let instant) = registers[register].cell(row: row, column: Int(span.start)) {
        start = instant
      } else {
        cause = joined(cause, unknown(.cellMissing, span.register, span.start))
      }
      var end = Instant.latest
      let stated = registers[register].cell(row: row, column: Int(span.end))
      if case .instant(let instant) = stated { end = instant }
      possible.append(Interval(start: start, end: end))
      if let cause {
        causes = joined(causes, cause)
      } else {
        result.append(Interval(start: start, end: end))
      }
    }
    Span.normalise(&possible)
    Span.normalise(&result)
    return causes
  }

  /// Whether a row fulfils the condition; what depends on the row is computed anew for each.
  private mutating func counts(_ row: Int, _ span: RegisterSpanPlan) -> Known<Bool> {
    guard span.condition >= 0 else { return .known(true) }
    if isWatching { takeSighting() }
    currentRow = row
    for position in span.rowNodes.range { valueStamps[Int(plan.operands[position])] = 0 }
    ranges.removeAll(keepingCapacity: true)
    let holds = value(span.condition)
    return holds.unknown.map { .unknown($0) } ?? .known(holds == .truth(true))
  }
}
