import CLibYAML

/// Why a YAML text cannot be read further.
struct YAMLFault: Error {
  var position: TextPosition
  var reason: Rejection.Reason

  static func malformed(_ detail: String, _ position: TextPosition) -> YAMLFault {
    YAMLFault(position: position, reason: .malformed(format: .yaml, detail: detail))
  }
}

/// The events of a YAML text, one at a time, with their places.
final class YAMLEventReader {
  enum Kind {
    case streamEnd
    case documentStart
    case documentEnd
    case scalar
    case alias
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var event = yaml_event_t()
  private var holdsEvent = false
  private let source: any ByteSource
  /// What the source threw while libyaml was reading.
  private var sourceError: (any Error)?

  /// Where the event starts.
  private(set) var position = TextPosition(line: 1, column: 1)

  init(source: any ByteSource) throws {
    self.source = source
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw SourceError(file: source.name, reason: "cannot read YAML: no memory")
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // The reader outlives the parser, which it owns.
    yaml_parser_set_input(
      parser,
      { context, buffer, size, count in
        guard let context else { return 0 }
        return Unmanaged<YAMLEventReader>.fromOpaque(context).takeUnretainedValue().fill(buffer, size, count)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if holdsEvent { yaml_event_delete(&event) }
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// libyaml's read handler: 1 and the number of bytes, or 0 for a failure that is kept.
  private func fill(_ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int, _ count: UnsafeMutablePointer<Int>?)
    -> Int32
  {
    do {
      count?.pointee = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
      return 1
    } catch {
      sourceError = error
      return 0
    }
  }

  /// The next event; throws `YAMLFault` for a broken text and `SourceError` for a broken source.
  func next() throws -> Kind {
    while true {
      if holdsEvent { yaml_event_delete(&event) }
      holdsEvent = yaml_parser_parse(parser, &event) == 1
      guard holdsEvent else { throw failure() }
      position = TextPosition(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
      switch event.type {
      case YAML_DOCUMENT_START_EVENT: return .documentStart
      case YAML_DOCUMENT_END_EVENT: return .documentEnd
      case YAML_SCALAR_EVENT: return .scalar
      case YAML_ALIAS_EVENT: return .alias
      case YAML_SEQUENCE_START_EVENT: return .sequenceStart
      case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
      case YAML_MAPPING_START_EVENT: return .mappingStart
      case YAML_MAPPING_END_EVENT: return .mappingEnd
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
      default: continue
      }
    }
  }

  /// The text of the scalar at hand, valid until the next event.
  var text: UnsafeBufferPointer<UInt8> {
    guard event.type == YAML_SCALAR_EVENT else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  /// Whether the scalar at hand stands without quotes.
  var isPlain: Bool {
    event.type == YAML_SCALAR_EVENT && event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
  }

  /// Whether the scalar at hand says that there is no value.
  var isNull: Bool {
    guard isPlain else { return false }
    switch String(decoding: text.prefix(5), as: UTF8.self) {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The name that the event gives to its node, or that an alias refers to.
  var anchor: String? {
    let name: UnsafeMutablePointer<UInt8>? =
      switch event.type {
      case YAML_SCALAR_EVENT: event.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
      case YAML_ALIAS_EVENT: event.data.alias.anchor
      default: nil
      }
    return name.map { String(cString: $0) }
  }

  private func failure() -> any Error {
    if let sourceError { return sourceError }
    let mark = parser.pointee.problem_mark
    let place = TextPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    if parser.pointee.error == YAML_READER_ERROR {
      let line = Int(parser.pointee.mark.line) + 1
      return YAMLFault(position: TextPosition(line: line, column: 1), reason: .invalidText)
    }
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    return YAMLFault.malformed(problem, place)
  }
}
