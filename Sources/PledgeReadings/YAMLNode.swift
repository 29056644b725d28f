/// A node of a small YAML text that is read whole: a mapping file, a register, holidays.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    /// `isPlain`: without quotes; only then can it say that there is no value.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package var content: Content
  package var position: TextPosition

  package init(content: Content, position: TextPosition) {
    self.content = content
    self.position = position
  }

  /// Bounds of a text that is read whole.
  package struct Limits: Sendable {
    package var depth = 64
    /// Nodes, with those counted again that aliases repeat.
    package var nodes = 1_000_000

    package init() {}
  }

  /// The text of a scalar; nil for collections and for a plain null.
  package var text: String? {
    guard case .scalar(let text, let isPlain) = content, !isPlain || !Self.nulls.contains(text) else {
      return nil
    }
    return text
  }

  /// Whether the node is a plain null.
  package var isNull: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return Self.nulls.contains(text)
  }

  /// How messages name the node.
  package var title: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : "`\(text)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

  /// Reads the only document of a text; an empty one is a null. Keys stand once.
  package static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits()
  ) -> Result<YAMLNode, ReadingProblem> {
    do {
      var front = bytes
      if front.starts(with: [0xef, 0xbb, 0xbf]) { front.removeFirst(3) }
      var builder = try Builder(MemorySource(name: file, bytes: front), limits)
      return .success(try builder.document())
    } catch let fault as YAMLFault {
      return .failure(ReadingProblem(file: file, position: fault.position, message: fault.reason.text))
    } catch {
      return .failure(ReadingProblem(file: file, message: "\(error)"))
    }
  }

  private struct Builder {
    let events: YAMLEventReader
    let limits: Limits
    var count = 0
    var anchors: [String: (node: YAMLNode, size: Int)] = [:]

    init(_ source: any ByteSource, _ limits: Limits) throws {
      events = try YAMLEventReader(source: source)
      self.limits = limits
    }

    mutating func document() throws -> YAMLNode {
      guard try events.next() == .documentStart else {
        return YAMLNode(content: .scalar("", isPlain: true), position: TextPosition(line: 1, column: 1))
      }
      let root = try node(events.next(), 1)
      _ = try events.next()
      guard try events.next() == .streamEnd else {
        throw YAMLFault.malformed("there is a second document", events.position)
      }
      return root
    }

    private mutating func add(_ size: Int) throws {
      count += size
      guard count <= limits.nodes else {
        throw YAMLFault(
          position: events.position, reason: .tooLarge(what: "a text of more nodes", limit: limits.nodes))
      }
    }

    mutating func node(_ kind: YAMLEventReader.Kind, _ depth: Int) throws -> YAMLNode {
      let position = events.position
      guard depth <= limits.depth else {
        throw YAMLFault(position: position, reason: .tooLarge(what: "a nesting", limit: limits.depth))
      }
      let anchor = events.anchor
      let before = count
      try add(1)
      let content: Content
      switch kind {
      case .scalar: content = .scalar(String(decoding: events.text, as: UTF8.self), isPlain: events.isPlain)
      case .sequenceStart: content = .sequence(try sequence(depth))
      case .mappingStart: content = .mapping(try mapping(depth))
      case .alias:
        guard let name = anchor, let known = anchors[name] else {
          throw YAMLFault.malformed("there is no anchor of this name before", position)
        }
        try add(known.size)
        return YAMLNode(content: known.node.content, position: position)
      case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
        throw YAMLFault.malformed("a value is missing", position)
      }
      let node = YAMLNode(content: content, position: position)
      if let anchor { anchors[anchor] = (node, count - before) }
      return node
    }

    private mutating func sequence(_ depth: Int) throws -> [YAMLNode] {
      var nodes: [YAMLNode] = []
      while true {
        let kind = try events.next()
        if kind == .sequenceEnd { return nodes }
        nodes.append(try node(kind, depth + 1))
      }
    }

    private mutating func mapping(_ depth: Int) throws -> [(key: YAMLNode, value: YAMLNode)] {
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      var seen: Set<String> = []
      while true {
        let kind = try events.next()
        if kind == .mappingEnd { return pairs }
        let key = try node(kind, depth + 1)
        guard case .scalar(let text, _) = key.content else {
          throw YAMLFault.malformed("a key must be a text", key.position)
        }
        guard seen.insert(text).inserted else {
          throw YAMLFault.malformed("the key `\(text)` stands twice", key.position)
        }
        pairs.append((key, try node(events.next(), depth + 1)))
      }
    }
  }
}
