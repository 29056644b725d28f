import PledgeTickets
import PledgeTime

extension RecordMachine {
  /// Reads a list of events from its bracket to behind the closing one.
  mutating func scanEvents(
    _ at: inout Cursor, _ end: Cursor, _ source: Int, depth: Int, _ ticket: inout Ticket,
    _ recordStart: Cursor
  ) -> Bool {
    at += 1
    if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
    if at < end, at.pointee == 0x5d {
      at += 1
      return true
    }
    let root = Int(sources[source].firstNode)
    let set = Int(sources[source].set)
    resetCells(root, Int(sources[source].nodeCount))
    // What is below `set` is old only where there was one.
    let nodeCount = set < 0 ? Int(sources[source].nodeCount) : set + 1 - root
    let form = sources[source].plainForm
    while true {
      let start = at
      guard at < end else { return malformed(.endOfText, at) }
      if let form { addPlainEvents(&at, form, sources[source].names, &ticket) }
      if at == start {
        guard at.pointee == 0x7b else { return notAnEvent(&at, end, source, depth) }
        at += 1
        if set >= 0, cells[set].kind == .container {
          resetCells(Int(sources[source].firstChange), Int(sources[source].changeCount))
        }
        resetCells(root, nodeCount)
        guard scanObject(&at, end, node: root, depth: depth &+ 1, &ticket, recordStart) else { return false }
        guard addEvent(source, start, &ticket) else { return false }
      }
      if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
      guard at < end else { return malformed(.endOfText, end) }
      let byte = at.pointee
      at += 1
      if byte == 0x5d { return true }
      guard byte == 0x2c else { return malformed(.unexpected, at - 1) }
      if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
    }
  }

  private mutating func notAnEvent(_ at: inout Cursor, _ end: Cursor, _ source: Int, _ depth: Int) -> Bool {
    let start = at
    let fault = JSONScanner.skipValue(&at, end, depth: depth)
    if fault != .none { return malformed(fault, at) }
    return fail(.wrongType(expected: "an event with a time and a type", found: "another value"), start)
  }

  /// Adds the event that the cells of a list's element or of a row hold; true also where it is ignored.
  mutating func addEvent(_ source: Int, _ start: Cursor, _ ticket: inout Ticket) -> Bool {
    let type = cells[Int(sources[source].type)]
    var code: Int32
    switch type.kind {
    case .string, .text:
      code = sources[source].names.find(type.at, Int(type.count))
    case .escaped:
      guard let name = text(type) else { return fail(.invalidText, type.at, column(sources[source].type)) }
      code = sources[source].names.find(name.at, name.count)
    case .absent, .null:
      return fail(.missing, start, column(sources[source].type))
    case .number, .yes, .no, .container:
      return fail(
        .wrongType(expected: "the name of an event", found: Self.found(type.kind)), type.at,
        column(sources[source].type))
    }
    if code < 0 {
      if type.kind == .text, type.count == 0 { return fail(.missing, start, column(sources[source].type)) }
      if sources[source].ignoresOthers { return true }
      return unknownEvent(type, source)
    }
    if code == SourcePlan.ignored { return true }
    return addEvent(code, source, start, &ticket)
  }

  @inline(never) private mutating func unknownEvent(_ type: Cell, _ source: Int) -> Bool {
    guard let name = text(type) else { return fail(.invalidText, type.at) }
    return fail(.unknownEvent(text: Self.quote(name.at, name.count)), type.at, column(sources[source].type))
  }

  /// Adds an event of a known code with the time and the attributes that the cells hold.
  @inline(__always) mutating func addEvent(
    _ code: Int32, _ source: Int, _ start: Cursor, _ ticket: inout Ticket
  ) -> Bool {
    let cell = cells[Int(sources[source].at)]
    let time: Instant
    if cell.kind == .string || cell.kind == .text, let known = times.read(cell.at, Int(cell.count)) {
      time = Instant(microseconds: known)
    } else if cell.kind == .string || cell.kind == .text {
      switch instant(cell.at, Int(cell.count)) {
      case .success(let instant): time = instant
      case .failure(let reason): return fail(reason, cell.at, column(sources[source].at))
      }
    } else {
      guard let unusual = unusualTime(cell, source, start) else { return false }
      time = unusual
    }
    return append(code, time, source, start, &ticket)
  }

  @inline(never) private mutating func unusualTime(_ cell: Cell, _ source: Int, _ start: Cursor) -> Instant? {
    let name = column(sources[source].at)
    switch cell.kind {
    case .escaped:
      guard let text = text(cell) else {
        _ = fail(.invalidText, cell.at, name)
        return nil
      }
      switch instant(text.at, text.count) {
      case .success(let instant): return instant
      case .failure(let reason): _ = fail(reason, cell.at, name)
      }
    case .absent, .null, .string, .text:
      _ = fail(.missing, cell.kind == .absent ? start : cell.at, name)
    case .number, .yes, .no, .container:
      _ = fail(.wrongType(expected: ValueText.title(.instant), found: Self.found(cell.kind)), cell.at, name)
    }
    return nil
  }

  /// Appends an event and its attributes.
  @inline(__always) mutating func append(
    _ code: Int32, _ time: Instant, _ source: Int, _ start: Cursor, _ ticket: inout Ticket
  ) -> Bool {
    let starts = sources[source].attributeStarts
    let first = Int(starts[Int(code)])
    let next = Int(starts[Int(code) + 1])
    var firstAttribute: Int32 = -1
    if first < next {
      firstAttribute = Int32(truncatingIfNeeded: ticket.attributes.count)
      for index in first..<next {
        let node = Int(attributeOps[index].node)
        let cell = node < 0 ? .empty : cells[node]
        guard readValue(cell, attributeOps + index, index, isAttribute: true, &ticket, start) else {
          return false
        }
      }
    }
    ticket.events.append(LoggedEvent(at: time, code: code, firstAttribute: firstAttribute))
    let set = Int(sources[source].set)
    guard set >= 0, sources[source].kind == .row || cells[set].kind != .absent else { return true }
    return readChanges(source, time, start, &ticket)
  }

  /// Reads what an event changes: `set` of an object, or the columns `set.FIELD` of a row, where an empty
  /// cell changes nothing.
  @inline(never) private mutating func readChanges(
    _ source: Int, _ time: Instant, _ start: Cursor, _ ticket: inout Ticket
  ) -> Bool {
    let isRow = sources[source].kind == .row
    let set = cells[Int(sources[source].set)]
    if !isRow, set.kind == .null { return true }
    guard isRow || set.kind == .container else {
      return fail(
        .wrongType(expected: "the fields that an event changes", found: Self.found(set.kind)), set.at, "set")
    }
    for field in 0..<Int(sources[source].changeCount) {
      let cell = cells[Int(sources[source].firstChange) + field]
      if cell.kind == .absent || (isRow && cell.count == 0) { continue }
      guard let value = scalar(cell, ops + field, field, isAttribute: false, &ticket, start) ?? forgiven()
      else { return false }
      ticket.changes.append(FieldChange(at: time, field: Int32(truncatingIfNeeded: field), value: value))
    }
    return true
  }

  /// The name of a node's column, for messages.
  func column(_ node: Int32) -> String { plan.nodes[Int(node)].column }

  /// Reads the sources that stand beside a list: instants in fields, and lists behind them.
  mutating func addFieldEvents(_ ticket: inout Ticket, _ recordStart: Cursor) -> Bool {
    for source in 0..<sourceCount {
      switch sources[source].kind {
      case .list:
        let cell = cells[Int(sources[source].column)]
        guard cell.kind == .container, cell.at.pointee == 0x5b else {
          return notAList(cell, source, recordStart)
        }
        guard sources[source].deferred else { continue }
        var at = cell.at
        let end = cell.at + Int(cell.count)
        guard scanEvents(&at, end, source, depth: 2, &ticket, recordStart) else { return false }
      case .instantFirst, .instantLast, .instantEach:
        guard addInstant(source, &ticket, recordStart) else { return false }
      case .row, .change:
        continue
      }
    }
    return true
  }

  /// A record without its list of events: a misspelt key must not become a ticket on which nothing happened.
  private mutating func notAList(_ cell: Cell, _ source: Int, _ recordStart: Cursor) -> Bool {
    let name = column(sources[source].column)
    switch cell.kind {
    case .absent, .null:
      return eventCount == 0 || fail(.missing, cell.kind == .absent ? recordStart : cell.at, name)
    case .string, .escaped, .number, .yes, .no, .container, .text:
      return fail(.wrongType(expected: "a list of events", found: Self.found(cell.kind)), cell.at, name)
    }
  }

  /// An instant in a field or column: no value, no event.
  mutating func addInstant(_ source: Int, _ ticket: inout Ticket, _ start: Cursor) -> Bool {
    let cell = cells[Int(sources[source].at)]
    switch cell.kind {
    case .absent, .null: return true
    case .string, .text, .escaped:
      guard let text = text(cell) else { return fail(.invalidText, cell.at, column(sources[source].at)) }
      if text.count == 0 { return true }
      if !plan.missing.view.isEmpty, plan.missing.view.find(text.at, text.count) >= 0 { return true }
      return addEvent(sources[source].event, source, start, &ticket)
    case .number, .yes, .no, .container:
      return addEvent(sources[source].event, source, start, &ticket)
    }
  }
}
