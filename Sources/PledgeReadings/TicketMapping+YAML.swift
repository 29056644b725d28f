extension TicketMapping {
  /// Reads a mapping file; throws `SourceError` where it cannot be read and `ReadingProblems` where it is
  /// wrong.
  package static func load(path: String) throws -> TicketMapping {
    switch parse(try InputFile.readText(path: path, limit: 4 << 20), file: path) {
    case .success(let mapping): return mapping
    case .failure(let problems): throw problems
    }
  }

  /// Reads the text of a mapping file, strictly: an unknown key is a problem. See docs/mapping.md.
  package static func parse(_ bytes: [UInt8], file: String) -> Result<TicketMapping, ReadingProblems> {
    switch YAMLNode.parse(bytes, file: file) {
    case .failure(let problem): return .failure(ReadingProblems([problem]))
    case .success(let root):
      var reader = MappingReader(file: file)
      reader.read(root)
      let problems = reader.keys.problems
      return problems.isEmpty ? .success(reader.mapping) : .failure(ReadingProblems(problems))
    }
  }
}

/// Builds a mapping from the nodes of its file.
struct MappingReader {
  var mapping = TicketMapping()
  var keys: YAMLKeys

  init(file: String) {
    mapping.file = file
    keys = YAMLKeys(file: file)
  }

  private static let topKeys = [
    "mapping", "format", "charset", "delimiter", "times", "missing", "as-of", "records", "id", "rows",
    "fields",
    "events",
  ]

  mutating func read(_ root: YAMLNode) {
    guard let values = keys.values(of: root, "a mapping file", known: Self.topKeys) else { return }
    if values["mapping"]?.text != "1" {
      keys.report("a mapping file states its version, `mapping: 1`", values["mapping"] ?? root)
    }
    if let node = values["format"] { mapping.format = keys.choice(node, "format", InputFormat.self) }
    if let node = values["charset"], let charset = keys.text(node, "`charset`") { readCharset(charset, node) }
    if let node = values["delimiter"], let text = keys.text(node, "`delimiter`") { readDelimiter(text, node) }
    if let node = values["times"] { readTimes(node) }
    if let node = values["missing"] { mapping.missing = keys.texts(node, "`missing`") }
    if let node = values["as-of"] { mapping.asOf = keys.text(node, "`as-of`") }
    if let node = values["records"], let path = keys.path(node, "`records`") { mapping.records = path }
    if let node = values["id"], let path = keys.path(node, "`id`") { mapping.id = path }
    if let node = values["rows"] { readRows(node) }
    if let node = values["fields"] { readFields(node) }
    if let node = values["events"] { readEvents(node) }
  }

  private mutating func readCharset(_ charset: String, _ node: YAMLNode) {
    if CharsetSource.isKnown(charset) {
      mapping.charset = charset
    } else {
      keys.report("the character set `\(charset)` is not known to iconv", node)
    }
  }

  private mutating func readDelimiter(_ text: String, _ node: YAMLNode) {
    if text.utf8.count == 1, let byte = text.utf8.first, byte != 0x22, byte != 0x0a, byte != 0x0d {
      mapping.delimiter = byte
    } else {
      keys.report("`delimiter` is one ASCII character", node)
    }
  }

  private mutating func readTimes(_ node: YAMLNode) {
    guard let values = keys.values(of: node, "`times`", known: ["zone", "formats"]) else { return }
    if let zone = values["zone"] {
      mapping.zone = keys.text(zone, "`zone`")
      mapping.zonePosition = zone.position
    }
    guard let formats = values["formats"] else { return }
    for text in keys.texts(formats, "`formats`") {
      if let pattern = TimePattern(text) {
        mapping.timePatterns.append(pattern)
      } else {
        keys.report("`\(text)` is no format of times; it has yyyy, M, d, HH, mm, ss, S, XXX", formats)
      }
    }
  }

  private mutating func readRows(_ node: YAMLNode) {
    switch node.text {
    case "one": mapping.manyRows = false
    case "many": mapping.manyRows = true
    default: keys.report("`rows` is `one` or `many`, found \(node.title)", node)
    }
  }

  private mutating func readFields(_ node: YAMLNode) {
    guard case .mapping(let pairs) = node.content else {
      return keys.report("expected `fields` as a mapping, found \(node.title)", node)
    }
    for (key, value) in pairs {
      guard let name = key.text else { continue }
      var field = TicketMapping.Field(name: name)
      field.position = key.position
      if case .mapping = value.content {
        readField(value, &field)
      } else {
        field.path = keys.path(value, "the path of `\(name)`")
      }
      mapping.fields.append(field)
    }
  }

  private static let fieldKeys = ["from", "value", "values", "missing", "otherwise", "row"]

  private mutating func readField(_ node: YAMLNode, _ field: inout TicketMapping.Field) {
    guard let values = keys.values(of: node, "a field", known: Self.fieldKeys) else { return }
    if let from = values["from"] { field.path = keys.path(from, "`from`") }
    if let value = values["value"] { field.constant = keys.text(value, "`value`") }
    if let pairs = values["values"] { field.values = keys.pairs(pairs, "`values`") }
    if let missing = values["missing"] { field.missing = keys.texts(missing, "`missing`") }
    if let otherwise = values["otherwise"] { field.otherwise = keys.text(otherwise, "`otherwise`") }
    if let row = values["row"], let stated = keys.choice(row, "row", TicketMapping.Row.self) {
      if stated == .each { keys.report("a field is read from the `first` or the `last` row", row) }
      field.row = stated
    }
    if field.constant != nil, values.count > 1 { keys.report("a field with `value` has no other key", node) }
  }
}
