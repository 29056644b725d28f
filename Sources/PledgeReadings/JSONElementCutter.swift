/// Records that are the elements of a list in one JSON document, or the values of a text that holds several.
///
/// The list is never loaded whole: outside of its elements the grammar is checked here, the elements
/// themselves are only measured and are checked where they are decoded.
struct JSONElementCutter: RecordCutter {
  private enum Phase {
    case start
    /// In the list; so many objects are around it.
    case elements(first: Bool)
    /// Values one behind the other.
    case values
    case done
  }

  private let path: [StableBytes]
  private let pathText: String
  private var phase = Phase.start

  init(path: [String]) {
    self.path = path.map { StableBytes(Array($0.utf8)) }
    pathText = path.joined(separator: ".")
  }

  func faultAtEnd() -> Rejection.Reason? {
    switch phase {
    case .start: .malformed(format: .json, detail: "the file is empty")
    case .elements: .malformed(format: .json, detail: "the text ends inside the list of records")
    case .values, .done: nil
    }
  }

  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) -> RecordCut {
    var result = RecordCut()
    var at = chunk.start
    chunk.records.removeAll(keepingCapacity: true)
    while true {
      switch phase {
      case .start:
        guard enter(&at, chunk, atEnd, &result) else { return result }
      case .elements(let first):
        guard element(&at, chunk, atEnd, first, &result) else { return result }
      case .values:
        guard value(&at, chunk, atEnd, &result) else { return result }
      case .done:
        JSONScanner.skipSpace(&at, chunk.end)
        if at < chunk.end { fault(.unexpected, at, chunk, &result) } else { result.end = chunk.count }
        return result
      }
    }
  }

  private func fault(_ fault: JSONFault, _ at: Cursor, _ chunk: HistoryChunk, _ result: inout RecordCut) {
    result.fault = .malformed(format: .json, detail: fault.words)
    result.faultOffset = min(max(0, at - chunk.start), chunk.count)
  }

  /// Finds the list; false where there is none or more bytes are needed.
  private mutating func enter(
    _ at: inout Cursor, _ chunk: HistoryChunk, _ atEnd: Bool, _ result: inout RecordCut
  ) -> Bool {
    let end = chunk.end
    JSONScanner.skipSpace(&at, end)
    guard at < end else {
      result.end = 0
      return false
    }
    var found = JSONFault.none
    for key in path where found == .none { found = descend(&at, end, key) }
    if found == .none, at >= end { found = .endOfText }
    if found != .none {
      if atEnd || at + 8 < end { notFound(found, at, chunk, &result) }
      return false
    }
    if at.pointee == 0x5b {
      at += 1
      phase = .elements(first: true)
    } else if path.isEmpty {
      phase = .values
    } else {
      result.fault = .malformed(format: .json, detail: "there is no list at `\(pathText)`")
      result.faultOffset = at - chunk.start
      return false
    }
    result.end = at - chunk.start
    return true
  }

  private func notFound(_ found: JSONFault, _ at: Cursor, _ chunk: HistoryChunk, _ result: inout RecordCut) {
    if found == .unexpected, at < chunk.end, at.pointee == 0x7d {
      result.fault = .malformed(format: .json, detail: "there is no list at `\(pathText)`")
      result.faultOffset = at - chunk.start
    } else {
      fault(found, at, chunk, &result)
    }
  }

  /// Moves from an object to the value of one of its keys.
  private func descend(_ at: inout Cursor, _ end: Cursor, _ key: StableBytes) -> JSONFault {
    guard at < end, at.pointee == 0x7b else { return .unexpected }
    at += 1
    JSONScanner.skipSpace(&at, end)
    while true {
      guard at < end else { return .endOfText }
      guard at.pointee == 0x22 else { return .unexpected }
      let start = at + 1
      at += 1
      var escaped = false
      var fault = JSONScanner.skipString(&at, escaped: &escaped)
      if fault != .none { return fault }
      let isKey = at - 1 - start == key.count && Words.same(start, key.start, key.count)
      fault = Self.skip(0x3a, &at, end)
      if fault != .none { return fault }
      if isKey { return .none }
      fault = JSONScanner.skipValue(&at, end, depth: path.count)
      if fault != .none { return fault }
      JSONScanner.skipSpace(&at, end)
      if at < end, at.pointee == 0x7d { return .unexpected }
      fault = Self.skip(0x2c, &at, end)
      if fault != .none { return fault }
    }
  }

  /// Skips one byte with the space around it.
  private static func skip(_ byte: UInt8, _ at: inout Cursor, _ end: Cursor) -> JSONFault {
    JSONScanner.skipSpace(&at, end)
    guard at < end else { return .endOfText }
    guard at.pointee == byte else { return .unexpected }
    at += 1
    JSONScanner.skipSpace(&at, end)
    return .none
  }

  /// Measures the next element of the list, or leaves the list; false where the chunk is over.
  private mutating func element(
    _ at: inout Cursor, _ chunk: HistoryChunk, _ atEnd: Bool, _ first: Bool, _ result: inout RecordCut
  ) -> Bool {
    let end = chunk.end
    JSONScanner.skipSpace(&at, end)
    guard at < end else { return needMore(at, chunk, atEnd, &result) }
    if at.pointee == 0x5d { return leave(&at, chunk, atEnd, &result) }
    if !first {
      guard at.pointee == 0x2c else {
        fault(.unexpected, at, chunk, &result)
        return false
      }
      at += 1
      JSONScanner.skipSpace(&at, end)
      guard at < end else { return needMore(at, chunk, atEnd, &result) }
      if at.pointee == 0x5d || at.pointee == 0x2c {
        fault(.unexpected, at, chunk, &result)
        return false
      }
    } else if at.pointee == 0x2c {
      fault(.unexpected, at, chunk, &result)
      return false
    }
    let start = at
    guard Self.measure(&at, end) else { return needMore(start, chunk, atEnd, &result) }
    chunk.records.append(Int32(start - chunk.start)..<Int32(at - chunk.start))
    result.end = at - chunk.start
    phase = .elements(first: false)
    return true
  }

  private func needMore(
    _ at: Cursor, _ chunk: HistoryChunk, _ atEnd: Bool, _ result: inout RecordCut
  ) -> Bool {
    if atEnd { fault(.endOfText, at, chunk, &result) }
    return false
  }

  /// Checks what is behind the list; false where more bytes are needed or something is wrong.
  private mutating func leave(
    _ at: inout Cursor, _ chunk: HistoryChunk, _ atEnd: Bool, _ result: inout RecordCut
  ) -> Bool {
    let end = chunk.end
    at += 1
    for _ in path {
      var found = JSONFault.none
      JSONScanner.skipSpace(&at, end)
      while found == .none, at < end, at.pointee == 0x2c {
        at += 1
        JSONScanner.skipSpace(&at, end)
        var escaped = false
        guard at < end, at.pointee == 0x22 else {
          found = at < end ? .unexpected : .endOfText
          break
        }
        at += 1
        found = JSONScanner.skipString(&at, escaped: &escaped)
        if found == .none { found = Self.skip(0x3a, &at, end) }
        if found == .none { found = JSONScanner.skipValue(&at, end, depth: path.count) }
        if found == .none { JSONScanner.skipSpace(&at, end) }
      }
      if found == .none, at >= end || at.pointee != 0x7d { found = at < end ? .unexpected : .endOfText }
      if found != .none {
        if atEnd || at + 8 < end { fault(found, at, chunk, &result) }
        return false
      }
      at += 1
    }
    phase = .done
    result.end = at - chunk.start
    return true
  }

  /// Measures the next of several values.
  private mutating func value(
    _ at: inout Cursor, _ chunk: HistoryChunk, _ atEnd: Bool, _ result: inout RecordCut
  ) -> Bool {
    let end = chunk.end
    JSONScanner.skipSpace(&at, end)
    guard at < end else {
      result.end = chunk.count
      return false
    }
    let start = at
    guard Self.measure(&at, end) || (atEnd && at == end && start.pointee != 0x7b && start.pointee != 0x5b)
    else {
      return needMore(start, chunk, atEnd, &result)
    }
    if at == start {
      fault(.unexpected, at, chunk, &result)
      return false
    }
    chunk.records.append(Int32(start - chunk.start)..<Int32(at - chunk.start))
    result.end = at - chunk.start
    return true
  }

  /// Moves behind the value here by its brackets and quotes alone; false where it does not end before `end`.
  private static func measure(_ at: inout Cursor, _ end: Cursor) -> Bool {
    var depth = 0
    while at < end {
      switch at.pointee {
      case 0x22:
        guard skipQuoted(&at, end) else { return false }
        if depth == 0 { return true }
      case 0x7b, 0x5b:
        depth += 1
        at += 1
      case 0x7d, 0x5d:
        if depth == 0 { return true }
        depth -= 1
        at += 1
        if depth == 0 { return true }
      case 0x2c, 0x20, 0x0a, 0x0d, 0x09:
        if depth == 0 { return true }
        at += 1
      default:
        at += 1
      }
    }
    return false
  }

  private static func skipQuoted(_ at: inout Cursor, _ end: Cursor) -> Bool {
    at += 1
    while at < end {
      let word = Words.load(at)
      let stops = Words.zeros(word ^ 0x2222_2222_2222_2222) | Words.zeros(word ^ 0x5c5c_5c5c_5c5c_5c5c)
      if stops == 0 {
        at += 8
        continue
      }
      at += stops.trailingZeroBitCount >> 3
      if at >= end { break }
      if at.pointee == 0x22 {
        at += 1
        return true
      }
      at += 2
    }
    at = end
    return false
  }
}
