import PledgeNumbers
import PledgeTickets

extension RecordMachine {
  /// Lays the plan out in flat memory.
  init(plan: RecordPlan, pool: TextPool, unreadFields: Set<Int>) {
    self.plan = plan
    self.pool = pool
    let nodeCount = plan.nodes.count
    cells = Self.memory(nodeCount, .empty)
    previousCells = Self.memory(nodeCount, .empty)
    firstCells = Self.memory(nodeCount, .empty)
    recordNodes = plan.recordNodes
    idNode = plan.idNode
    fieldCount = plan.fields.count
    sourceCount = plan.sources.count
    eventCount = plan.vocabulary.events.count
    needsFirstRow = plan.manyRows && plan.fields.contains { $0.fromFirstRow }
    needsPreviousRow = plan.sources.contains { source in
      if case .change = source.kind { true } else { false }
    }
    needsOnceCheck = plan.vocabulary.events.contains { $0.once }
    once = Self.memory(eventCount, false)
    for (code, event) in plan.vocabulary.events.enumerated() { once[code] = event.once }
    onceMask = (0..<min(64, eventCount)).reduce(0) { [once] in $0 | (once[$1] ? 1 << UInt64($1) : 0) }

    let blank = Key(bytes: Cell.empty.at)
    shapeKeys = Self.memory(nodeCount * Self.shapeLimit, blank)
    shapeBytes = Self.memory(nodeCount * Self.shapeLimit * Self.shapeKeySize, 0)
    for index in 0..<nodeCount * Self.shapeLimit {
      shapeKeys[index].bytes = UnsafePointer(shapeBytes + index * Self.shapeKeySize)
    }
    keyTexts = plan.nodes.map { StableBytes(Array($0.key.utf8) + [0x22]) }
    keys = Self.memory(nodeCount, blank)
    nodes = Self.memory(
      nodeCount,
      Node(firstKey: 0, keyCount: 0, listSource: -1, hasChildren: false, shape: shapeKeys, shapeCount: 0))
    ops = Self.memory(fieldCount, Self.op(ValuePlan.none, plan.missing))
    let attributes = plan.sources.flatMap { $0.attributes.flatMap { $0 } }
    attributePlans = attributes
    attributeOps = Self.memory(attributes.count, Self.op(ValuePlan.none, plan.missing))
    starts = Self.memory(sourceCount * (eventCount + 1), 0)
    sources = Self.memory(sourceCount, Self.source(nil, starts, false))
    layOutNodes()
    for (index, field) in plan.fields.enumerated() {
      ops[index] = Self.op(field, plan.missing)
      // A single row is first and last.
      if !plan.manyRows { ops[index].fromFirstRow = false }
      ops[index].isUnread = ops[index].type == .text && ops[index].isPlain && unreadFields.contains(index)
    }
    for (index, attribute) in attributes.enumerated() {
      attributeOps[index] = Self.op(attribute, plan.missing)
    }
    layOutSources()
  }

  private static func memory<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
    memory.initialize(repeating: value, count: max(1, count))
    return memory
  }

  private func layOutNodes() {
    var nextKey = 0
    for (index, node) in plan.nodes.enumerated() {
      nodes[index].firstKey = Int32(nextKey)
      nodes[index].keyCount = Int32(node.children.count)
      nodes[index].listSource = Int32(node.listSource)
      nodes[index].hasChildren = !node.children.isEmpty
      nodes[index].shape = shapeKeys + index * Self.shapeLimit
      for child in node.children {
        let text = keyTexts[child]
        keys[nextKey] = Key(
          head: Words.load(text.start) & Words.mask(text.count), mask: Words.mask(text.count),
          count: Int32(text.count), node: Int32(child), bytes: text.start)
        nextKey += 1
      }
    }
  }

  private func layOutSources() {
    var nextAttribute: Int32 = 0
    for (index, source) in plan.sources.enumerated() {
      let starts = starts + index * (eventCount + 1)
      for (code, attributes) in source.attributes.enumerated() {
        starts[code] = nextAttribute
        nextAttribute += Int32(attributes.count)
      }
      starts[eventCount] = nextAttribute
      sources[index] = Self.source(source, starts, index > 0)
      guard case .list = source.kind else { continue }
      // Both directly in the element, and nothing else that would have to be looked for but `set`, which a
      // plain event has not.
      let children = plan.nodes[source.elementNodes.lowerBound].children
      let changeNodes = source.set >= 0 ? 1 + source.changes.count : 0
      guard source.at != source.type, children.count == (source.set >= 0 ? 3 : 2),
        children.contains(source.at), children.contains(source.type),
        source.elementNodes.count == 3 + changeNodes
      else { continue }
      sources[index].plainForm = PlainEventForm(
        at: plan.nodes[source.at].key, type: plan.nodes[source.type].key, names: source.names.texts)
    }
  }

  private static func source(
    _ plan: SourcePlan?, _ starts: UnsafeMutablePointer<Int32>, _ deferred: Bool
  ) -> Source {
    var kind = Source.Kind.row
    var column: Int32 = -1
    switch plan?.kind {
    case .list(let node)?:
      kind = .list
      column = Int32(node)
    case .row?, nil: kind = .row
    case .instant(.first)?: kind = .instantFirst
    case .instant(.last)?: kind = .instantLast
    case .instant(.each)?: kind = .instantEach
    case .change(let node, _, _)?:
      kind = .change
      column = Int32(node)
    }
    return Source(
      kind: kind, at: Int32(plan?.at ?? -1), type: Int32(plan?.type ?? -1), event: plan?.event ?? -1,
      ignoresOthers: plan?.ignoresOthers ?? false, names: (plan?.names ?? ValuePlan.noTable).view,
      firstNode: Int32(plan?.elementNodes.lowerBound ?? 0), nodeCount: Int32(plan?.elementNodes.count ?? 0),
      attributeStarts: starts, column: column, deferred: deferred, plainForm: nil,
      set: Int32(plan?.set ?? -1), firstChange: Int32(plan?.changes.first ?? 0),
      changeCount: Int32(plan?.changes.count ?? 0))
  }

  private static func op(_ value: ValuePlan, _ missing: ByteTable) -> Op {
    let type: TypeTag =
      switch value.declaration.type {
      case .truth: .truth
      case .integer: .integer
      case .decimal: .decimal
      case .percent: .percent
      case .money: .money
      case .duration: .duration
      case .instant: .instant
      case .date: .date
      case .text: .text
      case .choice: .choice
      case .key: .key
      }
    let presence: PresenceTag =
      switch value.declaration.presence {
      case .required: .required
      case .optional: .optional
      case .defaulted: .defaulted
      }
    var currency: Currency?
    if case .money(let stated) = value.declaration.type { currency = stated }
    let own = value.missing?.view ?? missing.view
    return Op(
      type: type, node: Int32(value.node), choices: (value.choices ?? ValuePlan.noTable).view, missing: own,
      translations: (value.translations ?? ValuePlan.noTable).view,
      isPlain: own.isEmpty && value.translations == nil, fromFirstRow: value.fromFirstRow, presence: presence,
      currency: currency)
  }
}

extension ValuePlan {
  /// An empty table that lives as long as the program, so that views of it never dangle.
  static let noTable = ByteTable([String]())
  static let none = ValuePlan(declaration: FieldDeclaration(name: "", type: .text), node: -1)
}
