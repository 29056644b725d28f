/// Reads a file of tickets in chunks of whole records.
///
/// One reader serves any number of workers: each asks for the next chunk under a lock that the caller holds
/// and decodes it outside of the lock. What the reader does is cheap: it reads, unpacks, and finds the ends
/// of records.
package final class HistoryReader {
  package struct Options: Sendable {
    /// About how many bytes a chunk has: few enough to stay in a processor's own cache.
    package var chunkSize = 1 << 18
    /// How many bytes one record (with rows put together: one ticket) may have.
    package var recordLimit = 16 << 20

    package init() {}
  }

  package let file: String
  package let format: InputFormat

  private let source: any ByteSource
  private let options: Options
  private let plan: RecordPlan
  private var carry: [UInt8] = []
  private var ended = false
  private var line = 1
  private var column = 1
  private var nextIndex = 0
  private var cutter: any RecordCutter
  private var transcoder: YAMLTranscoder?
  private var pending: [Rejection] = []

  /// Opens a path (`-`: standard input), packed or not, in the character set of the plan's mapping.
  ///
  /// Throws `SourceError` when it cannot be read or its format is neither stated nor told by its name, and
  /// `ReadingProblems` when a CSV header does not have the columns of the mapping.
  package convenience init(path: String, plan: RecordPlan, options: Options = Options()) throws {
    let source = try InputFile.open(path: path, charset: plan.mapping.charset)
    try self.init(source: source, plan: plan, options: options)
  }

  /// Reads from UTF-8 bytes; `source` is unpacked and converted already.
  package init(
    source: any ByteSource, plan: RecordPlan, format: InputFormat? = nil, options: Options = Options()
  ) throws {
    let (front, whole) = try source.peeking(256)
    self.source = whole
    self.plan = plan
    self.options = options
    file = source.name
    guard let known = format ?? plan.mapping.format ?? InputFormat.named(by: file) ?? Self.sniff(front) else {
      throw SourceError(file: file, reason: "its format is not told by its name; state it in a mapping file")
    }
    self.format = known
    switch known {
    case .ndjson: cutter = LineCutter()
    case .json: cutter = JSONElementCutter(path: plan.records)
    case .csv: cutter = CSVCutter(plan: plan)
    case .yaml: cutter = LineCutter()
    }
    if plan.manyRows, known != .csv {
      throw SourceError(file: file, reason: "tickets of many rows are read from CSV only")
    }
    if known == .csv, front.isEmpty {
      throw SourceError(file: file, reason: "it is empty: the first line of a CSV file names its columns")
    }
    if known == .yaml { transcoder = try YAMLTranscoder(source: whole, path: plan.records) }
  }

  /// A document starts with `[` or `{`; anything else tells nothing.
  private static func sniff(_ front: [UInt8]) -> InputFormat? {
    switch front.first(where: { !JSONScanner.isSpace($0) }) {
    case 0x7b: .ndjson
    case 0x5b: .json
    default: nil
    }
  }

  /// Fills `chunk` with the next records; false at the end of the file. Throws `SourceError`.
  package func next(into chunk: HistoryChunk) throws -> Bool {
    chunk.clear()
    chunk.file = file
    chunk.format = format
    chunk.firstLine = line
    chunk.firstColumn = column
    if let transcoder {
      guard try transcoder.fill(chunk, size: options.chunkSize, limit: options.recordLimit) else {
        return false
      }
    } else if try !fillFromText(chunk) {
      return false
    }
    chunk.seal()
    chunk.index = nextIndex
    nextIndex += 1
    return true
  }

  private func fillFromText(_ chunk: HistoryChunk) throws -> Bool {
    var target = options.chunkSize
    while true {
      try read(into: chunk, upTo: target)
      guard chunk.count > 0 else {
        // The end of a document can be wrong even where nothing is left.
        return end(chunk)
      }
      chunk.seal()
      let cut = try cutter.cut(chunk, atEnd: ended)
      if cut.end > 0 || cut.fault != nil {
        return take(chunk, cut)
      }
      if ended {
        return end(chunk)
      }
      guard target < options.recordLimit else {
        chunk.rejections.append(
          rejection(.tooLarge(what: "a record of more bytes", limit: options.recordLimit), line))
        try skipRecord(chunk)
        return true
      }
      target = min(options.recordLimit, target * 2)
    }
  }

  /// The end of the input; true where something is wrong with it, which is said once.
  private func end(_ chunk: HistoryChunk) -> Bool {
    let fault = cutter.faultAtEnd()
    cutter = EndedCutter()
    chunk.truncate(0)
    guard let fault else { return false }
    chunk.rejections.append(rejection(fault, line))
    return true
  }

  /// Keeps the whole records and carries the rest over to the next chunk.
  private func take(_ chunk: HistoryChunk, _ cut: RecordCut) -> Bool {
    let lines = Words.count(0x0a, chunk.start, chunk.start + cut.end)
    // Only documents are cut inside of lines.
    if format == .json { column = chunk.position(chunk.start + cut.end).column }
    if let fault = cut.fault {
      // Behind a broken document nothing can be told apart any more.
      let place = chunk.position(chunk.start + max(cut.end, cut.faultOffset))
      chunk.rejections.append(
        Rejection(file: file, line: place.line, column: place.column, reason: fault))
      carry.removeAll()
      ended = true
      cutter = EndedCutter()
    } else {
      carry.removeAll(keepingCapacity: true)
      carry.append(
        contentsOf: UnsafeBufferPointer(start: chunk.start + cut.end, count: chunk.count - cut.end))
    }
    chunk.header = cut.header
    chunk.truncate(cut.end)
    line += lines
    return true
  }

  private func rejection(_ reason: Rejection.Reason, _ line: Int) -> Rejection {
    Rejection(file: file, line: line, reason: reason)
  }

  /// Reads until the chunk has `target` bytes or the source is at its end.
  private func read(into chunk: HistoryChunk, upTo target: Int) throws {
    chunk.reserve(max(target, carry.count))
    if chunk.count == 0 {
      carry.withUnsafeBufferPointer { chunk.append($0) }
      carry.removeAll(keepingCapacity: true)
    }
    while !ended, chunk.count < target {
      let room = UnsafeMutableRawBufferPointer(start: chunk.bytes + chunk.count, count: target - chunk.count)
      let got = try source.read(into: room)
      if got == 0 { ended = true }
      chunk.count += got
    }
  }

  /// Drops a record that is too long, up to the line feed behind it.
  private func skipRecord(_ chunk: HistoryChunk) throws {
    line += Words.count(0x0a, chunk.start, chunk.end)
    chunk.truncate(0)
    guard format != .json else {
      carry.removeAll()
      ended = true
      cutter = EndedCutter()
      return
    }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try block.withUnsafeMutableBytes { try source.read(into: $0) }
      if got == 0 {
        ended = true
        return
      }
      if let stop = block[..<got].firstIndex(of: 0x0a) {
        carry = Array(block[(stop + 1)..<got])
        line += 1
        return
      }
    }
  }
}

/// Where a chunk can be cut.
struct RecordCut {
  /// The end of the last whole record; 0 where there is none.
  var end = 0
  /// What is wrong with the document behind it; the rest is not read.
  var fault: Rejection.Reason?
  var faultOffset = 0
  var header: CSVHeader?
}

/// Finds the ends of records. It is asked again with more bytes when it finds none, and afterwards with what
/// follows the end that it gave.
protocol RecordCutter {
  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) throws -> RecordCut
  /// What is wrong when the input ends behind the last cut.
  func faultAtEnd() -> Rejection.Reason?
}

/// Records that are lines.
struct LineCutter: RecordCutter {
  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) -> RecordCut {
    if atEnd { return RecordCut(end: chunk.count) }
    let last = Words.findLast(0x0a, chunk.start, chunk.end)
    return RecordCut(end: last.map { $0 + 1 - chunk.start } ?? 0)
  }

  func faultAtEnd() -> Rejection.Reason? { nil }
}

/// Behind a document that is broken there are no records.
struct EndedCutter: RecordCutter {
  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) -> RecordCut { RecordCut() }
  func faultAtEnd() -> Rejection.Reason? { nil }
}
