/// Reads the keys of a YAML mapping strictly: each known key once, every other key is a problem with its
/// place.
struct YAMLKeys {
  let file: String
  private(set) var problems: [ReadingProblem] = []

  init(file: String) { self.file = file }

  mutating func report(_ message: String, _ node: YAMLNode) {
    problems.append(ReadingProblem(file: file, position: node.position, message: message))
  }

  /// The values of the mapping by key; nil and a problem where the node is no mapping.
  mutating func values(of node: YAMLNode, _ what: String, known: [String]) -> [String: YAMLNode]? {
    guard case .mapping(let pairs) = node.content else {
      report("expected \(what) as a mapping, found \(node.title)", node)
      return nil
    }
    var values: [String: YAMLNode] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      if known.contains(name) {
        values[name] = value
      } else {
        report("\(what) has no key `\(name)`; known are \(known.joined(separator: ", "))", key)
      }
    }
    return values
  }

  mutating func text(_ node: YAMLNode, _ what: String) -> String? {
    if let text = node.text { return text }
    report("expected \(what) as a text, found \(node.title)", node)
    return nil
  }

  /// A text or a list of texts; an empty quoted text counts as one.
  mutating func texts(_ node: YAMLNode, _ what: String) -> [String] {
    guard case .sequence(let nodes) = node.content else { return text(node, what).map { [$0] } ?? [] }
    return nodes.compactMap { text($0, what) }
  }

  /// The pairs of a mapping from texts to texts, in their order.
  mutating func pairs(_ node: YAMLNode, _ what: String) -> [(from: String, to: String)] {
    guard case .mapping(let pairs) = node.content else {
      report("expected \(what) as a mapping, found \(node.title)", node)
      return []
    }
    var result: [(from: String, to: String)] = []
    for (key, value) in pairs {
      if case .scalar(let from, _) = key.content, let to = text(value, what) { result.append((from, to)) }
    }
    return result
  }

  /// A path: a text with points, or a list of keys that may hold points themselves.
  mutating func path(_ node: YAMLNode, _ what: String) -> RecordPath? {
    if case .sequence(let nodes) = node.content {
      let keys = nodes.compactMap { text($0, what) }
      return keys.isEmpty ? nil : RecordPath(keys)
    }
    return text(node, what).map { RecordPath(dotted: $0) }
  }

  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ what: String, _ type: T.Type
  ) -> T? where T.RawValue == String {
    guard let text = text(node, what) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue).joined(separator: ", ")
    report("`\(text)` is no \(what); known are \(known)", node)
    return nil
  }

  mutating func flag(_ node: YAMLNode, _ what: String) -> Bool {
    switch node.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report("expected true or false for \(what), found \(node.title)", node)
      return false
    }
  }
}
