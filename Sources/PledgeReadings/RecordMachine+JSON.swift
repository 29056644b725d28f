import PledgeTickets

extension RecordMachine {
  /// Decodes the lines of an NDJSON chunk.
  mutating func decodeLines(
    _ ticket: inout Ticket, _ onTicket: (inout Ticket) throws -> Void,
    _ onRejection: (Rejection) throws -> Void
  ) rethrows {
    guard let chunk else { return }
    let end = chunk.end
    var at = chunk.start
    while at < end {
      let (lineEnd, fault) = UTF8Text.line(at, end)
      var cursor = at
      JSONScanner.skipSpace(&cursor, lineEnd)
      if cursor < lineEnd {
        chunk.recordStart = cursor
        if decodeRecord(cursor, lineEnd, fault, &ticket) {
          try onTicket(&ticket)
        } else {
          try onRejection(rejection(cursor))
        }
      }
      at = lineEnd + 1
    }
  }

  /// Decodes the records that the reader has found in a document.
  mutating func decodeElements(
    _ ticket: inout Ticket, _ onTicket: (inout Ticket) throws -> Void,
    _ onRejection: (Rejection) throws -> Void
  ) rethrows {
    guard let chunk else { return }
    let start = chunk.start
    for range in chunk.records {
      var cursor = start + Int(range.lowerBound)
      let end = start + Int(range.upperBound)
      JSONScanner.skipSpace(&cursor, end)
      chunk.recordStart = cursor
      if decodeRecord(cursor, end, UTF8Text.firstFault(cursor, end), &ticket) {
        try onTicket(&ticket)
      } else {
        try onRejection(rejection(cursor))
      }
    }
  }

  /// Decodes one record; false with the failure noted. `fault` is where it is not of UTF-8.
  private mutating func decodeRecord(
    _ from: Cursor, _ end: Cursor, _ fault: Cursor?, _ ticket: inout Ticket
  ) -> Bool {
    beginRecord(&ticket)
    if let fault { return fail(.invalidText, fault) }
    var at = from
    guard at < end, at.pointee == 0x7b else {
      return notARecord(from, end)
    }
    at += 1
    guard scanObject(&at, end, node: 0, depth: 1, &ticket, from) else { return false }
    JSONScanner.skipSpace(&at, end)
    guard at == end else {
      return fail(.malformed(format: .json, detail: "something stands behind the record"), min(at, end))
    }
    guard addFieldEvents(&ticket, from) else { return false }
    return finishRecord(&ticket, from)
  }

  private mutating func notARecord(_ from: Cursor, _ end: Cursor) -> Bool {
    var at = from
    let fault = JSONScanner.skipValue(&at, end, depth: 0)
    if fault != .none || at > end { return malformed(fault == .none ? .endOfText : fault, at) }
    let found =
      switch from.pointee {
      case 0x22: "a text"
      case 0x5b: "a list"
      case 0x74, 0x66: "a truth value"
      case 0x6e: "null"
      default: "a number"
      }
    return fail(.notARecord(found: found), from)
  }

  @inline(never) mutating func malformed(_ fault: JSONFault, _ at: Cursor) -> Bool {
    if fault == .tooDeep {
      return fail(.tooLarge(what: "a nesting", limit: JSONScanner.maximumDepth), at)
    }
    return fail(.malformed(format: chunk?.format ?? .json, detail: fault.words), at)
  }

  /// Reads an object from behind its brace to behind the closing one, noting the cells of the node's keys.
  mutating func scanObject(
    _ at: inout Cursor, _ end: Cursor, node: Int, depth: Int, _ ticket: inout Ticket, _ recordStart: Cursor
  ) -> Bool {
    JSONScanner.skipSpace(&at, end)
    if at < end, at.pointee == 0x7d {
      at += 1
      return true
    }
    let shape = nodes[node].shape
    var index = 0
    while true {
      guard at < end else { return malformed(.endOfText, at) }
      guard at.pointee == 0x22 else { return malformed(.unexpected, at) }
      let keyStart = at
      at += 1
      let child: Int
      if index < Int(nodes[node].shapeCount), Self.stands(shape + index, at) {
        at += Int(shape[index].count)
        child = Int(shape[index].node)
      } else if let found = scanKey(&at, node, index) {
        child = found
      } else {
        return false
      }
      if at.pointee == 0x3a {
        at += 1
      } else {
        JSONScanner.skipSpace(&at, end)
        guard at < end, at.pointee == 0x3a else { return malformed(at < end ? .unexpected : .endOfText, at) }
        at += 1
      }
      if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
      guard at < end else { return malformed(.endOfText, at) }
      if child < 0 {
        let fault = JSONScanner.skipValue(&at, end, depth: depth)
        if fault != .none { return malformed(fault, at) }
      } else {
        if cells[child].kind != .absent { return fail(.twice, keyStart, plan.nodes[child].column) }
        if at.pointee == 0x22 {
          guard scanString(&at, child) else { return false }
        } else {
          guard scanValue(&at, end, node: child, depth: depth, &ticket, recordStart) else { return false }
        }
      }
      if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
      guard at < end else { return malformed(.endOfText, end) }
      let byte = at.pointee
      at += 1
      if byte == 0x7d { return true }
      guard byte == 0x2c else { return malformed(.unexpected, at - 1) }
      if at.pointee <= 0x20 { JSONScanner.skipSpace(&at, end) }
      index = index &+ 1
    }
  }

  /// Whether a known key stands here, with the quote behind it.
  @inline(__always) static func stands(_ key: UnsafeMutablePointer<Key>, _ at: Cursor) -> Bool {
    guard Words.load(at) & key.pointee.mask == key.pointee.head else { return false }
    return key.pointee.count <= 8 || Words.sameEnd(at, key.pointee.bytes, Int(key.pointee.count))
  }

  /// Reads a key that did not stand where the last record had it, and learns it; nil with the failure noted.
  @inline(never) private mutating func scanKey(_ at: inout Cursor, _ node: Int, _ index: Int) -> Int? {
    let start = at
    let first = Int(nodes[node].firstKey)
    let count = Int(nodes[node].keyCount)
    for candidate in first..<first + count where Self.stands(keys + candidate, at) {
      at += Int(keys[candidate].count)
      learn(node, index, start, at - start, keys[candidate].node)
      return Int(keys[candidate].node)
    }
    var escaped = false
    let fault = JSONScanner.skipString(&at, escaped: &escaped)
    if fault != .none {
      _ = malformed(fault, at)
      return nil
    }
    guard escaped else {
      learn(node, index, start, at - start, -1)
      return -1
    }
    guard let key = text(Cell(at: start, count: Int32(at - 1 - start), kind: .escaped)) else {
      _ = fail(.invalidText, start)
      return nil
    }
    for candidate in first..<first + count {
      let known = keys[candidate]
      if Int(known.count) - 1 == key.count, Words.same(known.bytes, key.at, key.count) {
        return Int(known.node)
      }
    }
    return -1
  }

  /// Keeps a key as the one that the next record has at this place.
  @inline(__always) private func learn(
    _ node: Int, _ index: Int, _ start: Cursor, _ count: Int, _ child: Int32
  ) {
    guard index < Self.shapeLimit, count <= Self.shapeKeySize else { return }
    let key = nodes[node].shape + index
    UnsafeMutablePointer(mutating: key.pointee.bytes).update(from: start, count: count)
    key.pointee.head = Words.load(start) & Words.mask(count)
    key.pointee.mask = Words.mask(count)
    key.pointee.count = Int32(truncatingIfNeeded: count)
    key.pointee.node = child
    if index >= Int(nodes[node].shapeCount) { nodes[node].shapeCount = Int32(index + 1) }
  }

  /// Notes where the text of a node stands, from its opening quote on.
  @inline(__always) private mutating func scanString(_ at: inout Cursor, _ node: Int) -> Bool {
    at += 1
    let start = at
    var escaped = false
    let fault = JSONScanner.skipString(&at, escaped: &escaped)
    if fault != .none { return malformed(fault, at) }
    let count = Int32(truncatingIfNeeded: at - start - 1)
    cells[node] = Cell(at: start, count: count, kind: escaped ? .escaped : .string)
    return true
  }

  /// Notes where a value that is no text stands, and reads what is in it.
  private mutating func scanValue(
    _ at: inout Cursor, _ end: Cursor, node: Int, depth: Int, _ ticket: inout Ticket, _ recordStart: Cursor
  ) -> Bool {
    let start = at
    switch at.pointee {
    case 0x2d, 0x30...0x39:
      let fault = JSONScanner.skipNumber(&at)
      if fault != .none { return malformed(fault, at) }
      cells[node] = Cell(at: start, count: Int32(truncatingIfNeeded: at - start), kind: .number)
      return true
    case 0x7b, 0x5b:
      return scanContainer(&at, end, node: node, depth: depth, &ticket, recordStart)
    default:
      return scanLiteral(&at, node)
    }
  }

  private mutating func scanLiteral(_ at: inout Cursor, _ node: Int) -> Bool {
    let start = at
    let kind: Cell.Kind
    if JSONScanner.skipTrue(&at) {
      kind = .yes
    } else if JSONScanner.skipFalse(&at) {
      kind = .no
    } else if JSONScanner.skipNull(&at) {
      kind = .null
    } else {
      return malformed(.unexpected, at)
    }
    cells[node] = Cell(at: start, count: 0, kind: kind)
    return true
  }

  private mutating func scanContainer(
    _ at: inout Cursor, _ end: Cursor, node: Int, depth: Int, _ ticket: inout Ticket, _ recordStart: Cursor
  ) -> Bool {
    cells[node] = Cell(at: at, count: 0, kind: .container)
    guard depth < JSONScanner.maximumDepth else { return malformed(.tooDeep, at) }
    if at.pointee == 0x7b, nodes[node].hasChildren {
      at += 1
      return scanObject(&at, end, node: node, depth: depth &+ 1, &ticket, recordStart)
    }
    let source = Int(nodes[node].listSource)
    if at.pointee == 0x5b, source >= 0, !sources[source].deferred {
      return scanEvents(&at, end, source, depth: depth &+ 1, &ticket, recordStart)
    }
    let start = at
    let fault = JSONScanner.skipValue(&at, end, depth: depth)
    if fault != .none { return malformed(fault, at) }
    cells[node].count = Int32(truncatingIfNeeded: at - start)
    return true
  }
}
