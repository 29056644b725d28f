/// YAML records as the text that the decoder of JSON reads, each scalar a string, with the place of each
/// value.
///
/// The declared types say what a scalar is, so none of YAML's own guesses (`no`, `1:30`, `0o7`) is made.
final class YAMLTranscoder {
  private enum State {
    case betweenDocuments
    /// In the list of records; so many mappings are open around it.
    case inList
    case ended
  }

  private let events: YAMLEventReader
  private let path: [String]
  private let file: String
  private var state = State.betweenDocuments
  private var anchors: [String: Fragment] = [:]
  private var anchoredBytes = 0
  private var limit = 0
  private var recordStart = 0

  /// A node that an alias may repeat.
  private struct Fragment {
    var bytes: [UInt8]
  }

  static let maximumDepth = 100
  static let maximumAnchoredBytes = 4 << 20

  init(source: any ByteSource, path: [String]) throws {
    events = try YAMLEventReader(source: source)
    self.path = path
    file = source.name
  }

  /// Fills a chunk with whole records; false at the end. What is wrong with the text ends the input.
  func fill(_ chunk: HistoryChunk, size: Int, limit: Int) throws -> Bool {
    self.limit = limit
    chunk.firstLine = 1
    do {
      while state != .ended, chunk.count < size, chunk.rejections.isEmpty { try step(chunk) }
    } catch let fault as YAMLFault {
      chunk.truncate(chunk.records.last.map { Int($0.upperBound) } ?? 0)
      chunk.rejections.append(
        Rejection(
          file: file, line: fault.position.line, column: fault.position.column, reason: fault.reason))
      state = .ended
    }
    return chunk.count > 0 || !chunk.rejections.isEmpty
  }

  private func step(_ chunk: HistoryChunk) throws {
    switch state {
    case .betweenDocuments:
      switch try events.next() {
      case .documentStart: try enter(chunk)
      case .streamEnd: state = .ended
      case .documentEnd: anchors = [:]
      case .scalar, .alias, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd:
        throw YAMLFault.malformed("a document is missing", events.position)
      }
    case .inList:
      let kind = try events.next()
      if kind == .sequenceEnd {
        for _ in path { try leaveMapping() }
        state = .betweenDocuments
      } else {
        try record(kind, chunk)
      }
    case .ended: break
    }
  }

  /// Goes down to the list of records, or reads the only record of a document.
  private func enter(_ chunk: HistoryChunk) throws {
    var kind = try events.next()
    for key in path {
      guard kind == .mappingStart else { throw noList() }
      while true {
        kind = try events.next()
        guard kind != .mappingEnd else { throw noList() }
        let isKey = kind == .scalar && String(decoding: events.text, as: UTF8.self) == key
        if !isKey { try skip(kind, 0) }
        kind = try events.next()
        if isKey { break }
        try skip(kind, 0)
      }
    }
    switch kind {
    case .sequenceStart: state = .inList
    case .scalar where path.isEmpty && events.isNull: break
    case .mappingStart where path.isEmpty, .scalar where path.isEmpty: try record(kind, chunk)
    case .streamEnd, .documentStart, .documentEnd, .scalar, .alias, .sequenceEnd, .mappingStart, .mappingEnd:
      throw noList()
    }
  }

  private func noList() -> YAMLFault {
    .malformed("there is no list of records at `\(path.joined(separator: "."))`", events.position)
  }

  private func leaveMapping() throws {
    while true {
      let key = try events.next()
      if key == .mappingEnd { return }
      try skip(key, 0)
      try skip(events.next(), 0)
    }
  }

  /// Skips the rest of a node; what is in it is not kept.
  private func skip(_ kind: YAMLEventReader.Kind, _ depth: Int) throws {
    switch kind {
    case .scalar, .alias: return
    case .sequenceStart, .mappingStart:
      guard depth < Self.maximumDepth else { throw tooDeep() }
      while true {
        let next = try events.next()
        if next == .sequenceEnd || next == .mappingEnd { return }
        try skip(next, depth + 1)
      }
    case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      throw YAMLFault.malformed("a value is missing", events.position)
    }
  }

  private func tooDeep() -> YAMLFault {
    YAMLFault(position: events.position, reason: .tooLarge(what: "a nesting", limit: Self.maximumDepth))
  }

  private func record(_ kind: YAMLEventReader.Kind, _ chunk: HistoryChunk) throws {
    recordStart = chunk.count
    try node(kind, chunk, 1)
    chunk.records.append(Int32(recordStart)..<Int32(chunk.count))
    // A line feed behind the record ends its last token.
    chunk.append(0x0a)
  }

  private func node(_ kind: YAMLEventReader.Kind, _ chunk: HistoryChunk, _ depth: Int) throws {
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    try checkSize(chunk)
    let start = chunk.count
    let anchor = events.anchor
    chunk.places.append((Int32(start), events.position))
    switch kind {
    case .scalar: scalar(chunk)
    case .sequenceStart: try sequence(chunk, depth)
    case .mappingStart: try mapping(chunk, depth)
    case .alias:
      guard let name = anchor, let fragment = anchors[name] else {
        throw YAMLFault.malformed("there is no anchor of this name before", events.position)
      }
      fragment.bytes.withUnsafeBufferPointer { chunk.append($0) }
      return try checkSize(chunk)
    case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      throw YAMLFault.malformed("a value is missing", events.position)
    }
    if let anchor { try keep(anchor, chunk, start) }
  }

  private func checkSize(_ chunk: HistoryChunk) throws {
    guard chunk.count - recordStart <= limit else {
      throw YAMLFault(
        position: events.position, reason: .tooLarge(what: "a record of more bytes", limit: limit))
    }
  }

  private func keep(_ anchor: String, _ chunk: HistoryChunk, _ start: Int) throws {
    let text = UnsafeBufferPointer(start: chunk.start + start, count: chunk.count - start)
    anchoredBytes += text.count
    guard anchoredBytes <= Self.maximumAnchoredBytes else {
      throw YAMLFault(
        position: events.position,
        reason: .tooLarge(what: "anchored text of more bytes", limit: Self.maximumAnchoredBytes))
    }
    anchors[anchor] = Fragment(bytes: Array(text))
  }

  private func scalar(_ chunk: HistoryChunk) {
    if events.isNull {
      for byte in "null".utf8 { chunk.append(byte) }
    } else {
      string(chunk)
    }
  }

  private func string(_ chunk: HistoryChunk) {
    chunk.append(0x22)
    let digits = Array("0123456789abcdef".utf8)
    for byte in events.text {
      if byte == 0x22 || byte == 0x5c {
        chunk.append(0x5c)
        chunk.append(byte)
      } else if byte < 0x20 {
        for escape in "\\u00".utf8 { chunk.append(escape) }
        chunk.append(digits[Int(byte >> 4)])
        chunk.append(digits[Int(byte & 15)])
      } else {
        chunk.append(byte)
      }
    }
    chunk.append(0x22)
  }

  private func sequence(_ chunk: HistoryChunk, _ depth: Int) throws {
    chunk.append(0x5b)
    var isFirst = true
    while true {
      let kind = try events.next()
      if kind == .sequenceEnd { break }
      if !isFirst { chunk.append(0x2c) }
      isFirst = false
      try node(kind, chunk, depth + 1)
    }
    chunk.append(0x5d)
  }

  private func mapping(_ chunk: HistoryChunk, _ depth: Int) throws {
    chunk.append(0x7b)
    var isFirst = true
    while true {
      let kind = try events.next()
      if kind == .mappingEnd { break }
      if !isFirst { chunk.append(0x2c) }
      isFirst = false
      guard kind == .scalar else { throw YAMLFault.malformed("a key must be a text", events.position) }
      if events.isPlain, events.text.elementsEqual("<<".utf8) {
        throw YAMLFault.malformed("merge keys (`<<`) are not read; write the values out", events.position)
      }
      chunk.places.append((Int32(chunk.count), events.position))
      string(chunk)
      chunk.append(0x3a)
      try node(events.next(), chunk, depth + 1)
    }
    chunk.append(0x7d)
  }
}
