import PledgeNumbers
import PledgeTickets
import PledgeTime

/// Where the value of a node stands in the record at hand.
struct Cell {
  enum Kind: UInt8 {
    /// The record has no such key.
    case absent
    case null
    /// Text between quotes without escapes.
    case string
    /// Text between quotes with backslashes (JSON) or doubled quotes (CSV).
    case escaped
    case number
    case yes
    case no
    /// An object or a list.
    case container
    /// Text without a type of its own: a cell of a CSV file.
    case text
  }

  var at: Cursor
  var count: Int32
  var kind: Kind

  static var empty: Cell { Cell(at: nowhere.start, count: 0, kind: .absent) }
  /// Where cells point that hold nothing.
  private static let nowhere = StableBytes([])
}

/// The decoder's state and memory: plain pointers, so that the hot loops touch no reference.
///
/// It is a struct that lives in one `RecordDecoder`, which frees it; nothing of it outlives a call.
struct RecordMachine {
  /// A key of a record with the quote behind it, as it is compared.
  struct Key {
    var head: UInt64 = 0
    var mask: UInt64 = 0
    /// Bytes with the closing quote.
    var count: Int32 = 0
    /// The node, or -1 for a key that nothing is read from.
    var node: Int32 = -1
    var bytes: Cursor
  }

  struct Node {
    var firstKey: Int32
    var keyCount: Int32
    var listSource: Int32
    var hasChildren: Bool
    /// The keys of the last record in their order.
    var shape: UnsafeMutablePointer<Key>
    var shapeCount: Int32
  }

  /// The plan of a value without references; the rest of it is read from the plan where something is rare.
  struct Op {
    var type: TypeTag
    var node: Int32
    var choices: ByteTable.View
    var missing: ByteTable.View
    var translations: ByteTable.View
    var isPlain: Bool
    /// A text that nobody reads: it only has to be there.
    var isUnread = false
    var fromFirstRow: Bool
    var presence: PresenceTag
    var currency: Currency?
  }

  enum TypeTag: UInt8 {
    case truth, integer, decimal, percent, money, duration, instant, date, text, choice, key
  }
  enum PresenceTag: UInt8 { case required, optional, defaulted }

  struct Source {
    enum Kind: UInt8 { case list, row, instantFirst, instantLast, instantEach, change }
    var kind: Kind
    var at: Int32
    var type: Int32
    var event: Int32
    var ignoresOthers: Bool
    var names: ByteTable.View
    var firstNode: Int32
    var nodeCount: Int32
    /// Where the attribute plans of each event start in `attributeOps`.
    var attributeStarts: UnsafeMutablePointer<Int32>
    var column: Int32
    /// A list that is read after its record, because another source comes first.
    var deferred: Bool
    /// How elements are written that have a time and a type only; nil where they may have more.
    var plainForm: PlainEventForm?
    /// The node of `set`, or -1; the nodes of the fields in it follow each other.
    var set: Int32
    var firstChange: Int32
    var changeCount: Int32
  }

  static let shapeLimit = 48
  static let shapeKeySize = 64
  static let plainEventLimit = 64

  let plan: RecordPlan
  let pool: TextPool
  let cells: UnsafeMutablePointer<Cell>
  /// The cells of the row before and of the first row of a ticket.
  let previousCells: UnsafeMutablePointer<Cell>
  let firstCells: UnsafeMutablePointer<Cell>
  let nodes: UnsafeMutablePointer<Node>
  let keys: UnsafeMutablePointer<Key>
  let shapeKeys: UnsafeMutablePointer<Key>
  let shapeBytes: UnsafeMutablePointer<UInt8>
  let ops: UnsafeMutablePointer<Op>
  let attributeOps: UnsafeMutablePointer<Op>
  let sources: UnsafeMutablePointer<Source>
  let starts: UnsafeMutablePointer<Int32>
  let once: UnsafeMutablePointer<Bool>
  /// Bit i: event i stands once, of the first 64.
  let onceMask: UInt64
  /// The events of a list on their way to the ticket.
  let plainEvents = UnsafeMutablePointer<LoggedEvent>.allocate(capacity: plainEventLimit)
  let eventCount: Int
  let sourceCount: Int
  let fieldCount: Int
  let recordNodes: Int
  let idNode: Int
  /// Keeps the memory of keys alive.
  let keyTexts: [StableBytes]
  let attributePlans: [ValuePlan]
  let needsOnceCheck: Bool
  let needsFirstRow: Bool
  let needsPreviousRow: Bool

  var chunk: HistoryChunk?
  var times = InstantCache()
  /// Texts of cells are typed by the declared type alone, as in CSV and YAML.
  var textual = false
  /// What is wrong with a value leaves it missing and does not reject the record.
  var isLenient = false
  var columns: [Int32] = []
  /// How many columns stand before the first one that events are read from.
  var prefixColumns = 0
  /// The last row as far as those columns go.
  var prefixStart = Cell.empty.at
  var prefixCount = 0
  var idIsInPrefix = false
  var boundHeader: CSVHeader?
  /// Unescaped text, and a copy of it that stays in place, with padding behind it.
  var scratch: [UInt8] = []
  var scratchMemory = UnsafeMutablePointer<UInt8>.allocate(capacity: Words.padding)
  var scratchCapacity = 0

  // What is wrong with the record at hand; `failed` is false while nothing is.
  var failed = false
  var failureAt = Cell.empty.at
  var failureReason = Rejection.Reason.missing
  var failureField: String?

  func free() {
    cells.deallocate()
    previousCells.deallocate()
    firstCells.deallocate()
    nodes.deallocate()
    keys.deallocate()
    shapeKeys.deallocate()
    shapeBytes.deallocate()
    ops.deallocate()
    attributeOps.deallocate()
    sources.deallocate()
    starts.deallocate()
    once.deallocate()
    plainEvents.deallocate()
    scratchMemory.deallocate()
    times.free()
  }

  mutating func begin(_ chunk: HistoryChunk) {
    self.chunk = chunk
    textual = chunk.format == .csv || chunk.format == .yaml
    if let header = chunk.header, header !== boundHeader { bind(header) }
  }

  /// Notes the first thing that is wrong with a record; always false, to be returned.
  @inline(never) mutating func fail(_ reason: Rejection.Reason, _ at: Cursor, _ field: String? = nil) -> Bool
  {
    if !failed {
      failed = true
      failureAt = at
      failureReason = reason
      failureField = field
    }
    return false
  }

  /// The rejection of the record at hand.
  mutating func rejection(_ recordStart: Cursor) -> Rejection {
    let at = failureAt == Cell.empty.at ? recordStart : failureAt
    let position = chunk?.position(at) ?? TextPosition(line: 1, column: 1)
    let id = idNode >= 0 ? idText() : nil
    return Rejection(
      file: chunk?.file ?? "", line: position.line, column: position.column, ticket: id, field: failureField,
      reason: failureReason)
  }

  private mutating func idText() -> String? {
    let cell = cells[idNode]
    switch cell.kind {
    case .string, .text, .number, .escaped:
      guard let bytes = text(cell), UTF8Text.firstFault(bytes.at, bytes.at + bytes.count) == nil else {
        return nil
      }
      return bytes.count == 0
        ? nil : String(decoding: UnsafeBufferPointer(start: bytes.at, count: bytes.count), as: UTF8.self)
    case .absent, .null, .yes, .no, .container:
      return nil
    }
  }

  /// A text as messages quote it, cut where it is long.
  static func quote(_ at: Cursor, _ count: Int) -> String {
    let shown = min(count, 80)
    let text = String(decoding: UnsafeBufferPointer(start: at, count: shown), as: UTF8.self)
    return shown < count ? text + "…" : text
  }

  @inline(__always) func resetCells(_ first: Int, _ count: Int) {
    var index = first
    while index < first &+ count {
      cells[index].kind = .absent
      index = index &+ 1
    }
  }

  /// The text of a cell, unescaped; valid until the next call. Nil for half a surrogate pair.
  mutating func text(_ cell: Cell) -> (at: Cursor, count: Int)? {
    guard cell.kind == .escaped else { return (cell.at, Int(cell.count)) }
    scratch.removeAll(keepingCapacity: true)
    if chunk?.format == .csv {
      CSVScanner.unquote(cell.at, Int(cell.count), into: &scratch)
    } else if !JSONScanner.unescape(cell.at, Int(cell.count), into: &scratch) {
      return nil
    }
    let count = scratch.count
    scratch.append(contentsOf: repeatElement(0, count: Words.padding))
    if count > scratchCapacity {
      scratchMemory.deallocate()
      scratchCapacity = count * 2
      scratchMemory = .allocate(capacity: scratchCapacity + Words.padding)
    }
    scratch.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { scratchMemory.update(from: base, count: buffer.count) }
    }
    return (UnsafePointer(scratchMemory), count)
  }

  /// Begins a record: nothing read, nothing wrong.
  @inline(__always) mutating func beginRecord(_ ticket: inout Ticket) {
    ticket.clear()
    failed = false
    failureField = nil
    resetCells(0, recordNodes)
  }

  /// Types what a record's cells hold and proves the ticket; false with the failure noted.
  mutating func finishRecord(_ ticket: inout Ticket, _ recordStart: Cursor) -> Bool {
    guard readID(&ticket, recordStart) else { return false }
    guard readFields(&ticket, recordStart), readCaptures(&ticket) else { return false }
    if needsOnceCheck, !isLenient, !checkOnce(ticket, recordStart) { return false }
    ticket.finish()
    return true
  }

  private mutating func readID(_ ticket: inout Ticket, _ recordStart: Cursor) -> Bool {
    guard idNode >= 0 else { return true }
    let cell = cells[idNode]
    switch cell.kind {
    case .string, .text, .number, .escaped:
      guard let text = text(cell) else { return fail(.invalidText, cell.at, plan.mapping.id.description) }
      guard text.count > 0 else { return fail(.missing, cell.at, plan.mapping.id.description) }
      ticket.id.append(contentsOf: UnsafeBufferPointer(start: text.at, count: text.count))
      return true
    case .absent, .null:
      return fail(.missing, recordStart, plan.mapping.id.description)
    case .yes, .no, .container:
      return fail(
        .wrongType(expected: "an id", found: Self.found(cell.kind)), cell.at, plan.mapping.id.description)
    }
  }

  static func found(_ kind: Cell.Kind) -> String {
    switch kind {
    case .absent, .null: "nothing"
    case .string, .escaped, .text: "a text"
    case .number: "a number"
    case .yes, .no: "a truth value"
    case .container: "a list or an object"
    }
  }

  private mutating func readFields(_ ticket: inout Ticket, _ recordStart: Cursor) -> Bool {
    var index = 0
    while index < fieldCount {
      let node = Int(ops[index].node)
      let cell = node < 0 ? .empty : ops[index].fromFirstRow ? firstCells[node] : cells[node]
      guard readValue(cell, ops + index, index, isAttribute: false, &ticket, recordStart) else {
        return false
      }
      index = index &+ 1
    }
    return true
  }

  private mutating func readCaptures(_ ticket: inout Ticket) -> Bool {
    for (index, node) in plan.captures.enumerated() {
      let cell = cells[node]
      switch cell.kind {
      case .yes: ticket.captured[index] = .truth(true)
      case .no: ticket.captured[index] = .truth(false)
      case .string, .text, .number, .escaped:
        guard let text = text(cell) else { return fail(.invalidText, cell.at, plan.nodes[node].column) }
        if cell.kind == .text, text.count == 0 { continue }
        if !plan.missing.view.isEmpty, plan.missing.view.find(text.at, text.count) >= 0 { continue }
        ticket.captured[index] = .text(
          ticket.text(UnsafeBufferPointer(start: text.at, count: text.count), pool: pool))
      case .absent, .null, .container: break
      }
    }
    return true
  }

  /// Events that are declared `once` stand once.
  private mutating func checkOnce(_ ticket: Ticket, _ recordStart: Cursor) -> Bool {
    if eventCount <= 64 {
      var (seen, twice): (UInt64, UInt64) = (0, 0)
      for event in ticket.events {
        let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: event.code)
        twice |= seen & bit
        seen |= bit
      }
      if twice & onceMask == 0 { return true }
    }
    for code in 0..<eventCount where once[code] {
      var seen = false
      for event in ticket.events where event.code == Int32(code) {
        if seen { return fail(.eventTwice(event: plan.vocabulary.events[code].name), recordStart) }
        seen = true
      }
    }
    return true
  }
}
