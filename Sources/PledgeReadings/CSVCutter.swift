/// Records that are rows of a CSV file, or the neighbouring rows of one ticket; it also reads the header.
struct CSVCutter: RecordCutter {
  private let delimiter: UInt8
  private let manyRows: Bool
  private let idColumn: String
  /// Columns without which no record could be read.
  private let needed: [String]
  private var header: CSVHeader?
  private var idIndex = -1

  init(plan: RecordPlan) {
    delimiter = plan.mapping.delimiter
    manyRows = plan.manyRows
    idColumn = plan.mapping.id.description
    needed = plan.neededColumns
  }

  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) throws -> RecordCut {
    let start = chunk.start
    let end = chunk.end
    if header == nil {
      guard let headerEnd = CSVScanner.rowEnd(start, end, delimiter, atEnd: atEnd) else { return RecordCut() }
      try readHeader(chunk, headerEnd)
      return RecordCut(end: headerEnd - start, header: header)
    }
    guard var last = lastRowEnd(start, end, atEnd: atEnd) else { return RecordCut(header: header) }
    if manyRows, !atEnd { last = lastTicketEnd(start, last) ?? start }
    return RecordCut(end: last - start, header: header)
  }

  func faultAtEnd() -> Rejection.Reason? { nil }

  private mutating func readHeader(_ chunk: HistoryChunk, _ headerEnd: Cursor) throws {
    let bytes = Array(UnsafeBufferPointer(start: chunk.start, count: headerEnd - chunk.start))
    let (rows, fault) = CSVScanner.rows(bytes, delimiter: delimiter)
    guard fault == nil, let columns = rows.first else {
      throw SourceError(file: chunk.file, reason: "its first line is not a CSV header")
    }
    var seen: Set<String> = []
    for column in columns where !seen.insert(column).inserted && !column.isEmpty {
      throw SourceError(file: chunk.file, reason: "its header has two columns `\(column)`")
    }
    for column in needed where !seen.contains(column) {
      throw SourceError(file: chunk.file, reason: "its header has no column `\(column)`")
    }
    idIndex = columns.firstIndex(of: idColumn) ?? -1
    header = CSVHeader(columns: columns)
  }

  /// The end of the last whole row.
  private func lastRowEnd(_ start: Cursor, _ end: Cursor, atEnd: Bool) -> Cursor? {
    if atEnd { return end }
    // Without quotes each line feed ends a row.
    if Words.find(0x22, start, end) == end { return Words.findLast(0x0a, start, end).map { $0 + 1 } }
    var at = start
    while let next = CSVScanner.rowEnd(at, end, delimiter, atEnd: false) { at = next }
    return at == start ? nil : at
  }

  /// The start of the rows of the last ticket, which may go on behind the chunk; nil when it starts the
  /// chunk.
  private func lastTicketEnd(_ start: Cursor, _ end: Cursor) -> Cursor? {
    guard Words.find(0x22, start, end) == end else { return lastTicketEndFromFront(start, end) }
    var row = rowStart(before: end, start)
    guard let last = id(row, end) else { return row > start ? row : nil }
    while row > start {
      let previous = rowStart(before: row, start)
      guard let other = id(previous, row), Self.same(last, other) else { return row }
      row = previous
    }
    return nil
  }

  /// The start of the row that ends here.
  private func rowStart(before end: Cursor, _ start: Cursor) -> Cursor {
    Words.findLast(0x0a, start, end - 1).map { $0 + 1 } ?? start
  }

  private func lastTicketEndFromFront(_ start: Cursor, _ end: Cursor) -> Cursor? {
    var at = start
    var group = start
    var groupID: Cell?
    while at < end, let next = CSVScanner.rowEnd(at, end, delimiter, atEnd: true) {
      let rowID = id(at, next)
      if at > start {
        if let rowID, let known = groupID, Self.same(rowID, known) {} else { group = at }
      }
      groupID = rowID
      at = next
    }
    return group > start ? group : nil
  }

  /// The cell of the id in a row; nil where the row has none.
  private func id(_ from: Cursor, _ end: Cursor) -> Cell? {
    guard idIndex >= 0 else { return nil }
    var at = from
    var cell = Cell.empty
    var ended = false
    for index in 0...idIndex {
      if CSVScanner.cell(&at, end, Words.repeated(delimiter), &cell, ended: &ended) != .none { return nil }
      if index < idIndex, ended { return nil }
    }
    return cell.count == 0 ? nil : cell
  }

  static func same(_ left: Cell, _ right: Cell) -> Bool {
    left.count == right.count && Words.same(left.at, right.at, Int(left.count))
  }
}
