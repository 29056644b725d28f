import PledgeTickets
import PledgeTime

extension RecordPlan {
  /// Resolves a mapping (nil: the default shape) against a vocabulary.
  ///
  /// `captures` are further paths, `recorded.made_sla`, for `Ticket.captured`. The problems name the lines of
  /// the mapping file; there is at least one where no plan is returned.
  package static func compile(
    vocabulary: Vocabulary, mapping: TicketMapping? = nil, captures: [String] = [],
    zones: ZoneLibrary = ZoneLibrary()
  ) -> Result<RecordPlan, ReadingProblems> {
    var compiler = PlanCompiler(
      vocabulary: vocabulary, mapping: mapping ?? TicketMapping(), captures: captures)
    compiler.run(zones)
    guard compiler.problems.isEmpty else { return .failure(ReadingProblems(compiler.problems)) }
    return .success(compiler.plan)
  }

  /// The plan of a register's rows: the keys and the columns as fields, no id and no events.
  static func register(_ declaration: RegisterDeclaration, zone: Zone?) -> RecordPlan {
    let vocabulary = Vocabulary(fields: declaration.keys + declaration.columns)
    var compiler = PlanCompiler(vocabulary: vocabulary, mapping: TicketMapping(), captures: [])
    compiler.runForRegister()
    compiler.plan.zone = zone
    return compiler.plan
  }
}

/// Several problems of one file, in the order of their places.
package struct ReadingProblems: Error, Sendable, Hashable, CustomStringConvertible {
  package var problems: [ReadingProblem]

  package init(_ problems: [ReadingProblem]) { self.problems = problems }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Builds a plan and collects what does not fit.
struct PlanCompiler {
  var plan: RecordPlan
  var problems: [ReadingProblem] = []
  private let capturePaths: [String]
  private var mapping: TicketMapping { plan.mapping }

  init(vocabulary: Vocabulary, mapping: TicketMapping, captures: [String]) {
    plan = RecordPlan(vocabulary: vocabulary, mapping: mapping, captureCount: captures.count)
    capturePaths = captures
  }

  mutating func run(_ zones: ZoneLibrary) {
    plan.nodes = [PlanNode(key: "", column: "")]
    plan.records = mapping.records.keys
    plan.missing = ByteTable(mapping.missing)
    plan.patterns = mapping.timePatterns
    loadZone(zones)
    plan.idNode = node(mapping.id, under: 0)
    addFields()
    plan.captures = capturePaths.map { node(RecordPath(dotted: $0), under: 0) }
    addSources()
    readAsOf()
  }

  mutating func runForRegister() {
    plan.nodes = [PlanNode(key: "", column: "")]
    plan.needsID = false
    addFields()
    plan.recordNodes = plan.nodes.count
  }

  private mutating func report(_ message: String, _ position: TextPosition? = nil) {
    problems.append(ReadingProblem(file: mapping.file, position: position, message: message))
  }

  private mutating func loadZone(_ zones: ZoneLibrary) {
    guard let name = mapping.zone else { return }
    switch zones.zone(named: name) {
    case .success(let zone): plan.zone = zone
    case .failure(let problem): report(problem.message, mapping.zonePosition)
    }
  }

  private mutating func readAsOf() {
    guard let text = mapping.asOf else { return }
    switch Timestamp.parse(text) {
    case .success(.instant(let instant)): plan.asOf = instant
    case .success(.civil(let date, let time)):
      if let zone = plan.zone { plan.asOf = zone.instant(date, time) } else { fallthrough }
    case .success(.date), .failure:
      report("`as-of` must be an instant such as 2026-01-31T00:00:00+08:00")
    }
  }

  /// The node of a path, made where it is new.
  mutating func node(_ path: RecordPath, under root: Int) -> Int {
    var at = root
    for (depth, key) in path.keys.enumerated() {
      if let known = plan.nodes[at].children.first(where: { plan.nodes[$0].key == key }) {
        at = known
      } else {
        let column = path.keys[...depth].joined(separator: ".")
        plan.nodes.append(PlanNode(key: key, column: column))
        plan.nodes[at].children.append(plan.nodes.count - 1)
        at = plan.nodes.count - 1
      }
    }
    return at
  }

  private mutating func addFields() {
    var byName: [String: TicketMapping.Field] = [:]
    for field in mapping.fields {
      guard plan.vocabulary.fields.contains(where: { $0.name == field.name }) else {
        report("the policy declares no field `\(field.name)`", field.position)
        continue
      }
      byName[field.name] = field
    }
    for declaration in plan.vocabulary.fields {
      let field = byName[declaration.name] ?? TicketMapping.Field(name: declaration.name)
      let path = field.path ?? RecordPath([declaration.name])
      var value = Self.valuePlan(declaration, node: field.constant == nil ? node(path, under: 0) : -1)
      if !field.missing.isEmpty { value.missing = ByteTable(field.missing + mapping.missing) }
      if !field.values.isEmpty {
        value.translations = ByteTable(field.values.map(\.from))
        value.translated = field.values.map { StableBytes(Array($0.to.utf8)) }
      }
      value.constant = field.constant.map { StableBytes(Array($0.utf8)) }
      value.otherwise = field.otherwise.map { StableBytes(Array($0.utf8)) }
      value.fromFirstRow = field.row == .first
      plan.fields.append(value)
    }
  }

  static func valuePlan(_ declaration: FieldDeclaration, node: Int) -> ValuePlan {
    var value = ValuePlan(declaration: declaration, node: node)
    if case .choice(let members) = declaration.type {
      value.members = members
      value.choices = ByteTable(members)
    }
    return value
  }

  private mutating func addSources() {
    var events = mapping.events
    if events.isEmpty {
      let kind = TicketMapping.Kind.list(
        path: RecordPath(["events"]), type: RecordPath(["type"]), names: .init())
      events = [TicketMapping.EventSource(kind: kind, at: RecordPath(["at"]))]
    }
    plan.manyRows = mapping.manyRows
    // The nodes of the record come first, those of the lists' elements behind them.
    for source in events { addRecordNodes(of: source) }
    plan.recordNodes = plan.nodes.count
    for source in events { addSource(source) }
  }

  private mutating func addRecordNodes(of source: TicketMapping.EventSource) {
    switch source.kind {
    case .list(let path, _, _):
      let list = node(path, under: 0)
      if plan.nodes[list].listSource >= 0 { report("two sources read the list `\(path)`", source.position) }
      plan.nodes[list].listSource = 0
      if plan.manyRows { report("a list of events needs records of one row", source.position) }
    case .row(let type, _):
      _ = node(type, under: 0)
      if !plan.manyRows { report("events of one row each need `rows: many`", source.position) }
      addRowNodes(of: source)
      _ = changeNodes(under: 0)
    case .instant(_, let row):
      if row != .first, !plan.manyRows { report("`row` needs `rows: many`", source.position) }
      addRowNodes(of: source)
    case .change(_, let column, _, _):
      _ = node(column, under: 0)
      if !plan.manyRows { report("a change between rows needs `rows: many`", source.position) }
      addRowNodes(of: source)
    }
  }

  private mutating func addRowNodes(of source: TicketMapping.EventSource) {
    _ = node(source.at, under: 0)
    for (name, path) in attributePaths(source) {
      _ = name
      _ = node(path, under: 0)
    }
  }

  /// The paths of all attributes that the vocabulary's events have.
  private func attributePaths(_ source: TicketMapping.EventSource) -> [(String, RecordPath)] {
    var paths: [(String, RecordPath)] = []
    for event in plan.vocabulary.events {
      for attribute in event.attributes where !paths.contains(where: { $0.0 == attribute.name }) {
        let stated = source.attributes.first { $0.name == attribute.name }?.path
        paths.append((attribute.name, stated ?? RecordPath([attribute.name])))
      }
    }
    return paths
  }

  private mutating func addSource(_ source: TicketMapping.EventSource) {
    var root = 0
    let start = plan.nodes.count
    let kind: SourcePlan.Kind
    var type = -1
    var event: Int32 = -1
    var names = TicketMapping.Names()
    switch source.kind {
    case .list(let path, let typePath, let stated):
      let list = node(path, under: 0)
      plan.nodes[list].listSource = plan.sources.count
      plan.nodes.append(PlanNode(key: "", column: ""))
      root = start
      type = node(typePath, under: root)
      names = stated
      kind = .list(node: list)
    case .row(let typePath, let stated):
      type = node(typePath, under: 0)
      names = stated
      kind = .row
    case .instant(let name, let row):
      event = code(name, source.position)
      kind = .instant(row: row)
    case .change(let name, let column, let from, let to):
      event = code(name, source.position)
      kind = .change(column: node(column, under: 0), from: Self.match(from), to: Self.match(to))
    }
    let at = node(source.at, under: root)
    let attributes = attributePlans(source, root: root)
    let (set, changes) = type >= 0 ? changeNodes(under: root) : (-1, [])
    plan.sources.append(
      SourcePlan(
        kind: kind, at: at, type: type, event: event, names: nameTable(names, source.position),
        ignoresOthers: names.ignoresOthers, elementNodes: start..<plan.nodes.count, attributes: attributes,
        set: set, changes: changes))
  }

  /// The nodes of `set` and of the fields in it, behind all others of an event.
  private mutating func changeNodes(under root: Int) -> (set: Int, changes: [Int]) {
    let isAttribute = plan.vocabulary.events.contains { $0.attributes.contains { $0.name == "set" } }
    guard !plan.vocabulary.fields.isEmpty, !isAttribute else { return (-1, []) }
    let set = node(RecordPath(["set"]), under: root)
    return (set, plan.vocabulary.fields.map { node(RecordPath(["set", $0.name]), under: root) })
  }

  private static func match(_ match: TicketMapping.Match) -> MatchPlan {
    MatchPlan(
      values: ByteTable(match.values), negated: match.negated, acceptsNothing: match.acceptsNothing)
  }

  private mutating func attributePlans(_ source: TicketMapping.EventSource, root: Int) -> [[ValuePlan]] {
    let paths = attributePaths(source)
    for (name, _) in source.attributes where !paths.contains(where: { $0.0 == name }) {
      report("no event of the policy has an attribute `\(name)`", source.position)
    }
    for (name, _) in source.constants where !paths.contains(where: { $0.0 == name }) {
      report("no event of the policy has an attribute `\(name)`", source.position)
    }
    return plan.vocabulary.events.map { event in
      event.attributes.map { attribute in
        let path = paths.first { $0.0 == attribute.name }?.1 ?? RecordPath([attribute.name])
        let constant = source.constants.first { $0.name == attribute.name }?.value
        var value = Self.valuePlan(attribute, node: constant == nil ? node(path, under: root) : -1)
        value.constant = constant.map { StableBytes(Array($0.utf8)) }
        return value
      }
    }
  }

  private mutating func code(_ name: String, _ position: TextPosition?) -> Int32 {
    guard let index = plan.vocabulary.events.firstIndex(where: { $0.name == name }) else {
      report("the policy declares no event `\(name)`", position)
      return -1
    }
    return Int32(index)
  }

  private mutating func nameTable(_ names: TicketMapping.Names, _ position: TextPosition?) -> ByteTable {
    var entries: [(text: [UInt8], value: Int32)] = []
    for (from, to) in names.translations { entries.append((Array(from.utf8), code(to, position))) }
    for name in names.ignored { entries.append((Array(name.utf8), SourcePlan.ignored)) }
    for (index, event) in plan.vocabulary.events.enumerated() {
      entries.append((Array(event.name.utf8), Int32(index)))
    }
    return ByteTable(entries)
  }
}
