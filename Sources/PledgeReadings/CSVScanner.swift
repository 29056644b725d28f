/// The grammar of CSV (RFC 4180), as functions that move a cursor.
///
/// A row ends with a line feed, with or without a carriage return, or with the text. A cell that begins with
/// a quote ends with one; doubled quotes inside stand for one.
enum CSVScanner {
  enum Fault {
    case none
    /// Something stands behind a closing quote.
    case behindQuote
    /// The text ends inside a quoted cell.
    case openQuote
  }

  /// The end of a row that starts here: the place behind its line feed, or nil where the text ends first and
  /// `atEnd` is false.
  static func rowEnd(_ from: Cursor, _ end: Cursor, _ delimiter: UInt8, atEnd: Bool) -> Cursor? {
    var at = from
    while at < end {
      // Here a cell starts.
      if at.pointee == 0x22 {
        at = quotedEnd(at, end)
        if at == end { break }
      }
      while at < end, at.pointee != delimiter, at.pointee != 0x0a { at += 1 }
      if at == end { break }
      at += 1
      if at[-1] == 0x0a { return at }
    }
    return atEnd ? end : nil
  }

  /// From an opening quote to behind the closing one, or `end`.
  static func quotedEnd(_ from: Cursor, _ end: Cursor) -> Cursor {
    var at = from + 1
    while true {
      at = Words.find(0x22, at, end)
      if at >= end { return end }
      if at + 1 < end, at[1] == 0x22 { at += 2 } else { return at + 1 }
    }
  }

  /// Reads the cell at `at` and leaves `at` behind its delimiter or line feed; `ended` tells that the row is
  /// over.
  @inline(__always) static func cell(
    _ at: inout Cursor, _ end: Cursor, _ delimiter: UInt64, _ result: inout Cell, ended: inout Bool
  ) -> Fault {
    let start = at
    if at < end, at.pointee == 0x22 {
      return quotedCell(&at, end, UInt8(truncatingIfNeeded: delimiter), &result, ended: &ended)
    }
    while true {
      let word = Words.load(at)
      let stops = Words.zeros(word ^ delimiter) | Words.zeros(word ^ 0x0a0a_0a0a_0a0a_0a0a)
      if stops != 0 {
        at += stops.trailingZeroBitCount &>> 3
        break
      }
      at += 8
      if at >= end { break }
    }
    if at >= end { at = end }
    var count = at - start
    ended = at == end || at.pointee == 0x0a
    if ended, count > 0, start[count - 1] == 0x0d { count -= 1 }
    if at < end { at += 1 }
    result = Cell(at: start, count: Int32(truncatingIfNeeded: count), kind: .text)
    return .none
  }

  private static func quotedCell(
    _ at: inout Cursor, _ end: Cursor, _ delimiter: UInt8, _ result: inout Cell, ended: inout Bool
  ) -> Fault {
    let start = at + 1
    at = quotedEnd(at, end)
    guard at > start, at[-1] == 0x22 else {
      at = end
      ended = true
      return .openQuote
    }
    let count = at - 1 - start
    var quotes = Words.find(0x22, start, start + count)
    let escaped = quotes < start + count
    quotes = start
    result = Cell(at: start, count: Int32(truncatingIfNeeded: count), kind: escaped ? .escaped : .text)
    if at < end, at.pointee == 0x0d, at + 1 == end || at[1] == 0x0a { at += 1 }
    guard at < end else {
      ended = true
      return .none
    }
    guard at.pointee == delimiter || at.pointee == 0x0a else { return .behindQuote }
    ended = at.pointee == 0x0a
    at += 1
    return .none
  }

  /// Appends the text between two quotes, doubled quotes made one.
  static func unquote(_ from: Cursor, _ count: Int, into output: inout [UInt8]) {
    var at = 0
    while at < count {
      output.append(from[at])
      at += from[at] == 0x22 ? 2 : 1
    }
  }

  /// All rows of a small text; a fault gives the rows before it and its place.
  static func rows(_ bytes: [UInt8], delimiter: UInt8 = 0x2c) -> (
    rows: [[String]], fault: (Fault, offset: Int)?
  ) {
    let text = StableBytes(bytes)
    let end = text.start + text.count
    var at = text.start
    var rows: [[String]] = []
    while at < end {
      var row: [String] = []
      var ended = false
      while !ended {
        var cell = Cell.empty
        let cellStart = at
        let fault = Self.cell(&at, end, Words.repeated(delimiter), &cell, ended: &ended)
        if fault != .none { return (rows, (fault, cellStart - text.start)) }
        var plain: [UInt8] = []
        if cell.kind == .escaped {
          unquote(cell.at, Int(cell.count), into: &plain)
        } else {
          plain.append(contentsOf: UnsafeBufferPointer(start: cell.at, count: Int(cell.count)))
        }
        row.append(String(decoding: plain, as: UTF8.self))
      }
      rows.append(row)
    }
    return (rows, nil)
  }
}
