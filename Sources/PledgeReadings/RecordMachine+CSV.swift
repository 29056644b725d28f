import PledgeTickets

extension RecordMachine {
  /// Notes which node each column of a file belongs to.
  mutating func bind(_ header: CSVHeader) {
    boundHeader = header
    columns = header.columns.map { column in
      // Only keys of the record itself are columns; a column is the whole path.
      let node = plan.nodes.prefix(plan.recordNodes).firstIndex { $0.column == column && !column.isEmpty }
      return Int32(node ?? -1)
    }
    var eventNodes: Set<Int32> = []
    for source in plan.sources {
      for node in [source.at, source.type] { eventNodes.insert(Int32(node)) }
      for attribute in source.attributes.flatMap({ $0 }) { eventNodes.insert(Int32(attribute.node)) }
      for change in source.changes { eventNodes.insert(Int32(change)) }
    }
    prefixColumns = columns.firstIndex { $0 >= 0 && eventNodes.contains($0) } ?? 0
    idIsInPrefix = columns.prefix(prefixColumns).contains(Int32(idNode))
  }

  /// Decodes the rows of a CSV chunk.
  mutating func decodeRows(
    _ ticket: inout Ticket, _ onTicket: (inout Ticket) throws -> Void,
    _ onRejection: (Rejection) throws -> Void
  ) rethrows {
    guard let chunk, chunk.count > 0 else { return }
    // The first chunk of a file is its header alone.
    if chunk.index == 0 { return }
    let isText = UTF8Text.firstFault(chunk.start, chunk.end) == nil
    var at = chunk.start
    while at < chunk.end {
      let start = at
      chunk.recordStart = start
      beginRecord(&ticket)
      if isBlankLine(&at, chunk.end) { continue }
      let read =
        plan.manyRows
        ? decodeGroup(&at, chunk.end, isText, &ticket) : decodeSingle(&at, chunk.end, isText, &ticket)
      if read {
        try onTicket(&ticket)
      } else {
        try onRejection(rejection(start))
      }
    }
  }

  /// A line with nothing on it is no row, except where rows have one cell.
  private func isBlankLine(_ at: inout Cursor, _ end: Cursor) -> Bool {
    var cursor = at
    if cursor < end, cursor.pointee == 0x0d { cursor += 1 }
    guard columns.count != 1, cursor == end || cursor.pointee == 0x0a else { return false }
    at = min(cursor + 1, end)
    return true
  }

  private mutating func decodeSingle(
    _ at: inout Cursor, _ end: Cursor, _ isText: Bool, _ ticket: inout Ticket
  ) -> Bool {
    let start = at
    guard scanRow(&at, end, isText) else { return false }
    guard addFieldEvents(&ticket, start) else { return false }
    return finishRecord(&ticket, start)
  }

  /// Reads the cells of a row; where it is broken, the cursor still ends behind it.
  ///
  /// The neighbouring rows of a ticket repeat its columns: where a row begins with the very bytes of the one
  /// before, its first cells are those of that row.
  private mutating func scanRow(_ at: inout Cursor, _ end: Cursor, _ isText: Bool, known: Bool = false)
    -> Bool
  {
    let start = at
    let delimiter = Words.repeated(plan.mapping.delimiter)
    var count = 0
    var ended = false
    let width = columns.count
    let prefix = prefixColumns
    var fault = CSVScanner.Fault.none
    var prefixEnd = start
    if known {
      at += prefixCount
      count = prefix
      prefixEnd = at
    }
    var cell = Cell.empty
    let cells = cells
    columns.withUnsafeBufferPointer { columns in
      while !ended {
        fault = CSVScanner.cell(&at, end, delimiter, &cell, ended: &ended)
        if fault != .none { return }
        if count < width {
          let node = Int(columns[count])
          if node >= 0 { cells[node] = cell }
        }
        count = count &+ 1
        if count == prefix, !ended { prefixEnd = at }
      }
    }
    prefixStart = start
    prefixCount = fault == .none && count == width ? prefixEnd - start : 0
    if fault != .none {
      let place = at
      at = CSVScanner.rowEnd(start, end, plan.mapping.delimiter, atEnd: true) ?? end
      let detail =
        fault == .openQuote ? "a quoted cell that is not closed" : "something stands behind a closing quote"
      return fail(.malformed(format: .csv, detail: detail), fault == .openQuote ? start : place)
    }
    if !isText, let place = UTF8Text.firstFault(start, at) { return fail(.invalidText, place) }
    if count != width { return fail(.ragged(expected: width, found: count), start) }
    return true
  }

  /// Reads the neighbouring rows of one id as one ticket. A broken row rejects the ticket, once.
  private mutating func decodeGroup(
    _ at: inout Cursor, _ end: Cursor, _ isText: Bool, _ ticket: inout Ticket
  ) -> Bool {
    let start = at
    var rowStart = at
    prefixCount = 0
    _ = scanRow(&at, end, isText)
    let id = cells[idNode]
    if needsFirstRow { firstCells.update(from: cells, count: recordNodes) }
    if !failed { _ = addRowEvents(&ticket, rowStart, isFirst: true) }
    while at < end, hasID(id) {
      let isKnown =
        prefixCount > 0 && end - at > prefixCount && Words.same(at, prefixStart, prefixCount) && idIsInPrefix
      if !isKnown {
        guard let next = nextID(at, end), CSVCutter.same(next, id) else { break }
      }
      rowStart = at
      if failed {
        at = CSVScanner.rowEnd(at, end, plan.mapping.delimiter, atEnd: true) ?? end
        continue
      }
      if needsPreviousRow { previousCells.update(from: cells, count: recordNodes) }
      if scanRow(&at, end, isText, known: isKnown) {
        _ = addRowEvents(&ticket, rowStart, isFirst: false)
      }
    }
    // A broken row may have left cells of its own.
    if failed { cells[idNode] = id }
    guard !failed, addLastRowEvents(&ticket, rowStart) else { return false }
    return finishRecord(&ticket, start)
  }

  private func hasID(_ cell: Cell) -> Bool { cell.kind != .absent && cell.count > 0 }

  /// The id of a row that has not been read; nil where it has none.
  private mutating func nextID(_ from: Cursor, _ end: Cursor) -> Cell? {
    let delimiter = Words.repeated(plan.mapping.delimiter)
    var at = from
    var ended = false
    var cell = Cell.empty
    for column in columns {
      if ended || CSVScanner.cell(&at, end, delimiter, &cell, ended: &ended) != .none { return nil }
      if Int(column) == idNode { return hasID(cell) ? cell : nil }
    }
    return nil
  }

  /// The events that one row gives, source by source.
  private mutating func addRowEvents(_ ticket: inout Ticket, _ start: Cursor, isFirst: Bool) -> Bool {
    for source in 0..<sourceCount {
      let added: Bool
      switch sources[source].kind {
      case .list, .instantLast: continue
      case .row: added = addEvent(source, start, &ticket)
      case .instantFirst: added = !isFirst || addInstant(source, &ticket, start)
      case .instantEach: added = addInstant(source, &ticket, start)
      case .change:
        added = !changed(source, isFirst) || addEvent(sources[source].event, source, start, &ticket)
      }
      if !added { return false }
    }
    return true
  }

  private mutating func addLastRowEvents(_ ticket: inout Ticket, _ start: Cursor) -> Bool {
    for source in 0..<sourceCount where sources[source].kind == .instantLast {
      guard addInstant(source, &ticket, start) else { return false }
    }
    return true
  }

  /// Whether a column's value differs from the row before in the way that the source states.
  private mutating func changed(_ source: Int, _ isFirst: Bool) -> Bool {
    guard case .change(let node, let from, let to) = plan.sources[source].kind else { return false }
    let now = cells[node]
    let before = isFirst ? Cell.empty : previousCells[node]
    let hadNothing = isNothing(before)
    let hasNothing = isNothing(now)
    if hadNothing, hasNothing { return false }
    if !hadNothing, !hasNothing, CSVCutter.same(before, now), before.kind == now.kind { return false }
    return matches(before, from, hadNothing) && matches(now, to, hasNothing)
  }

  private mutating func isNothing(_ cell: Cell) -> Bool {
    guard hasID(cell) else { return true }
    guard !plan.missing.view.isEmpty, let text = text(cell) else { return false }
    return plan.missing.view.find(text.at, text.count) >= 0
  }

  private mutating func matches(_ cell: Cell, _ match: MatchPlan, _ nothing: Bool) -> Bool {
    if nothing { return match.acceptsNothing }
    guard let text = text(cell) else { return false }
    return (match.values.view.find(text.at, text.count) >= 0) != match.negated
  }
}
