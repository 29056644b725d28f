/// A piece of an input that holds whole records, cut by a `HistoryReader` and decoded by a `RecordDecoder`.
///
/// Its memory is used again and again: a worker keeps one chunk and has it refilled. Only one thread may use
/// a chunk at a time.
package final class HistoryChunk: @unchecked Sendable {
  // Unchecked: the chunk is handed from thread to thread as a whole, behind the lock of the reader.

  /// The number of the chunk in its file, from 0; totals are merged in this order.
  package internal(set) var index = 0
  package internal(set) var file = ""
  /// The line of the first byte, from 1.
  package internal(set) var firstLine = 1
  /// The column of the first byte, from 1; a document may be one long line.
  var firstColumn = 1
  package internal(set) var format = InputFormat.ndjson
  /// The number of bytes.
  package internal(set) var count = 0

  /// Where the record starts that a decoder is at.
  var recordStart: Cursor

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Where the records are, for formats whose records are not lines.
  var records: [Range<Int32>] = []
  /// Where the values of a transcoded text came from: ascending offsets with their places.
  var places: [(offset: Int32, position: TextPosition)] = []
  /// What the reader found wrong behind the last record of the chunk.
  var rejections: [Rejection] = []
  var header: CSVHeader?

  package init() {
    capacity = 0
    bytes = .allocate(capacity: Words.padding)
    bytes.initialize(repeating: 0, count: Words.padding)
    recordStart = UnsafePointer(bytes)
  }

  /// The place of the record whose ticket a decoder is handing over.
  package var recordPosition: TextPosition { position(recordStart) }

  deinit { bytes.deallocate() }

  var start: Cursor { UnsafePointer(bytes) }
  var end: Cursor { UnsafePointer(bytes) + count }

  func clear() {
    count = 0
    records.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    header = nil
  }

  /// Makes room for `size` bytes and the padding; what is there stays.
  func reserve(_ size: Int) {
    guard size > capacity else { return }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: size + Words.padding)
    grown.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = grown
    capacity = size
  }

  /// Zeros the padding behind the text, which scanners read but never take for text.
  func seal() {
    (bytes + count).update(repeating: 0, count: Words.padding)
  }

  func append(_ from: UnsafeBufferPointer<UInt8>) {
    guard let base = from.baseAddress else { return }
    if count + from.count > capacity { reserve(max(capacity * 2, count + from.count)) }
    (bytes + count).update(from: base, count: from.count)
    count += from.count
  }

  func append(_ byte: UInt8) {
    if count == capacity { reserve(max(capacity * 2, 4096)) }
    bytes[count] = byte
    count += 1
  }

  /// Cuts the text to `size` bytes.
  func truncate(_ size: Int) { count = min(count, size) }

  /// The place of a byte of the chunk.
  func position(_ at: Cursor) -> TextPosition {
    if format == .yaml { return place(at - start) }
    let lines = Words.count(0x0a, start, at)
    let lineStart = lines == 0 ? start : Words.findLast(0x0a, start, at).map { $0 + 1 } ?? start
    var column = lines == 0 ? firstColumn : 1
    var cursor = lineStart
    while cursor < at {
      if cursor.pointee & 0xc0 != 0x80 { column += 1 }
      cursor += 1
    }
    return TextPosition(line: firstLine + lines, column: column)
  }

  private func place(_ offset: Int) -> TextPosition {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].offset) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1].position : TextPosition(line: firstLine, column: 1)
  }
}

/// The columns of a CSV file.
final class CSVHeader: Sendable {
  let columns: [String]

  init(columns: [String]) { self.columns = columns }
}
