extension MappingReader {
  mutating func readEvents(_ node: YAMLNode) {
    let nodes: [YAMLNode]
    if case .sequence(let list) = node.content { nodes = list } else { nodes = [node] }
    for node in nodes { readSource(node) }
  }

  private static let sourceKeys = [
    "list", "type", "at", "event", "row", "change", "from", "to", "names", "ignore", "attributes", "with",
  ]

  private mutating func readSource(_ node: YAMLNode) {
    guard let values = keys.values(of: node, "a source of events", known: Self.sourceKeys) else { return }
    let at = values["at"].flatMap { keys.path($0, "`at`") }
    guard let kind = kind(values, node) else { return }
    if at == nil, values["list"] == nil {
      return keys.report("a source of events states `at`, where the times are", node)
    }
    var source = TicketMapping.EventSource(kind: kind, at: at ?? RecordPath(["at"]))
    source.position = node.position
    if let attributes = values["attributes"] {
      source.attributes = keys.pairs(attributes, "`attributes`").map { ($0.from, RecordPath(dotted: $0.to)) }
    }
    if let constants = values["with"] {
      source.constants = keys.pairs(constants, "`with`").map { ($0.from, $0.to) }
    }
    mapping.events.append(source)
  }

  /// What kind of source the keys make; the keys of another kind are a problem.
  private mutating func kind(_ values: [String: YAMLNode], _ node: YAMLNode) -> TicketMapping.Kind? {
    let type = values["type"].flatMap { keys.path($0, "`type`") }
    if let list = values["list"] {
      refuse(["event", "row", "change", "from", "to"], values, "a list of events")
      guard let path = keys.path(list, "`list`") else { return nil }
      return .list(path: path, type: type ?? RecordPath(["type"]), names: names(values))
    }
    if let type {
      refuse(["event", "row", "change", "from", "to"], values, "rows that are events")
      return .row(type: type, names: names(values))
    }
    guard let eventNode = values["event"], let event = keys.text(eventNode, "`event`") else {
      keys.report("a source of events has one of `list`, `type` and `event`", node)
      return nil
    }
    refuse(["names", "ignore"], values, "a source of one event")
    if let change = values["change"] {
      refuse(["row"], values, "a change")
      guard let column = keys.path(change, "`change`") else { return nil }
      return .change(event: event, column: column, from: match(values["from"]), to: match(values["to"]))
    }
    refuse(["from", "to"], values, "an instant in a column")
    var row = TicketMapping.Row.first
    if let stated = values["row"] { row = keys.choice(stated, "row", TicketMapping.Row.self) ?? row }
    return .instant(event: event, row: row)
  }

  private mutating func refuse(_ names: [String], _ values: [String: YAMLNode], _ what: String) {
    for name in names {
      if let value = values[name] { keys.report("\(what) has no key `\(name)`", value) }
    }
  }

  private mutating func names(_ values: [String: YAMLNode]) -> TicketMapping.Names {
    var names = TicketMapping.Names()
    if let pairs = values["names"] { names.translations = keys.pairs(pairs, "`names`") }
    if let ignored = values["ignore"] {
      // Unquoted in place of a list it is the word; an event of that name is ignored as `[others]`.
      if ignored.text == "others" {
        names.ignoresOthers = true
      } else {
        names.ignored = keys.texts(ignored, "`ignore`")
      }
    }
    return names
  }

  /// `from` and `to`: a value, a list of values, `{not: values}`; a null in the list is no value.
  private mutating func match(_ node: YAMLNode?) -> TicketMapping.Match {
    guard let node else { return TicketMapping.Match() }
    if case .mapping = node.content {
      guard let inner = keys.values(of: node, "a condition", known: ["not"])?["not"] else {
        return TicketMapping.Match()
      }
      let match = match(inner)
      return TicketMapping.Match(
        values: match.values, negated: !match.negated, acceptsNothing: !match.acceptsNothing)
    }
    var nodes = [node]
    if case .sequence(let list) = node.content { nodes = list }
    var match = TicketMapping.Match(values: [], negated: false, acceptsNothing: false)
    for node in nodes {
      if node.isNull {
        match.acceptsNothing = true
      } else if let text = keys.text(node, "a value") {
        match.values.append(text)
      }
    }
    return match
  }
}
