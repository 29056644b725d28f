import PledgePolicy
import PledgeTickets
import PledgeTime

extension PlanCompiler {
  mutating func compile(_ span: SpanExpression) -> Int32 {
    switch span.kind {
    case .pairing(let pairing):
      let ready = ready(pairing)
      plan.pairings.append(ready)
      return add(.pairing(Int32(plan.pairings.count - 1)))
    case .named(let index): return compileNamed(index)
    case .calendar(let index): return add(.calendar(Int32(index)))
    case .between(let from, let until): return add(.between(compile(from), compile(until)))
    case .whenever(let condition): return add(.whenever(compile(condition)))
    case .register(let span): return compile(span)
    case .limited(let source, let allowance):
      let node = compile(source)
      plan.allowances.append(
        AllowancePlan(length: allowance.length, rule: allowance.period.map { rule($0) }))
      return add(.limited(node, Int32(plan.allowances.count - 1)))
    case .overlap:
      return add(.keyed(Int32(compileKeyed(span, keys: []))))
    case .union(let left, let right): return add(.union(compile(left), compile(right)))
    case .intersection(let left, let right): return add(.intersection(compile(left), compile(right)))
    case .minus(let left, let right): return add(.minus(compile(left), compile(right)))
    }
  }

  private mutating func compile(_ span: RegisterSpan) -> Int32 {
    var ready = RegisterSpanPlan(
      register: Int32(span.register), key: compile(span.key), start: Int32(span.start), end: Int32(span.end))
    if let condition = span.condition {
      let node = compile(condition)
      ready.condition = node
      ready.rowNodes = append(plan.rowNodes(of: node), to: \.operands)
    }
    plan.registerSpans.append(ready)
    return add(.register(Int32(plan.registerSpans.count - 1)))
  }

  /// Spans refer to earlier or later ones; each is compiled where it is met first.
  mutating func compileNamed(_ index: Int) -> Int32 {
    if let node = spanNodes[index] { return node }
    let node: Int32
    if policy.spans[index].keys != nil {
      node = add(.keyed(Int32(compileKeyed(named: index))))
    } else {
      node = compile(policy.spans[index].span)
    }
    spanNodes[index] = node
    return node
  }

  private mutating func add(_ node: SpanNode) -> Int32 {
    plan.spans.append(node)
    return Int32(plan.spans.count - 1)
  }

  mutating func ready(_ pairing: Pairing) -> PairingPlan {
    let starts = pairing.spanStarts.map { side($0, opens: true) }
    let ends = pairing.spanEnds.map { side($0, opens: false) }
    var result = PairingPlan(
      starts: sides(pairing.starts, pairing.computedStarts, starts),
      ends: sides(pairing.ends, pairing.computedEnds, ends),
      firstStart: Int32(
        pairing.starts.first?.event ?? pairing.computedStarts.first?.events.first ?? -1))
    result.startsWithSpan = !starts.isEmpty
    if result.firstStart < 0, let first = starts.first { result.firstStart = first.event }
    result.atMost = pairing.atMost
    result.length = pairing.length.map { LengthTestPlan(length: $0.length, inclusive: $0.inclusive) }
    result.isPlain =
      pairing.computedStarts.isEmpty && pairing.computedEnds.isEmpty && starts.isEmpty && ends.isEmpty
      && (pairing.starts + pairing.ends).allSatisfy {
        $0.occurrence == .every && $0.offset == .zero && $0.event < 64
      }
    if result.isPlain {
      for point in pairing.starts { result.startMask |= 1 << UInt64(point.event) }
      for point in pairing.ends { result.endMask |= 1 << UInt64(point.event) }
    }
    let events = policy.vocabulary.events
    result.unrecordedEnd = Int32(pairing.ends.first { events[$0.event].ifRecorded }?.event ?? -1)
    result.unrecordedStart = Int32(pairing.starts.first { events[$0.event].ifRecorded }?.event ?? -1)
    return result
  }

  /// A span at a side, with an event that begins or ends it.
  private mutating func side(_ point: SpanPoint, opens: Bool) -> EventPointPlan {
    let node = compileNamed(point.span)
    let event = opens ? plan.startEvents(of: node).first : plan.endEvents(of: node).first
    return EventPointPlan(event: event ?? -1, occurrence: 0, offset: point.offset, span: node)
  }

  private mutating func sides(
    _ points: [EventPoint], _ computed: [ComputedPoint], _ spans: [EventPointPlan]
  ) -> Node.List {
    let ready = computed.map { point in
      EventPointPlan(
        event: Int32(point.events.first ?? -1), occurrence: 1, offset: point.offset,
        node: compile(point.instant))
    }
    return append(points.map { EventPointPlan($0) } + ready + spans, to: \.sides)
  }

  mutating func compile(_ cell: DecisionTable.Cell, type: ExpressionType) -> CellPlan {
    switch cell {
    case .any: return .any
    case .matches(let items): return compile(items, negated: false, type: type)
    case .excludes(let items): return compile(items, negated: true, type: type)
    }
  }

  private mutating func compile(_ items: [DecisionTable.Item], negated: Bool, type: ExpressionType)
    -> CellPlan
  {
    if let mask = memberMask(items, type: type) { return .members(negated ? ~mask : mask) }
    return .items(append(items.map { ready($0) }, to: \.items), negated: negated)
  }

  /// The set of members that the items name, where the column is an enumeration or a truth of at most 64
  /// values.
  private func memberMask(_ items: [DecisionTable.Item], type: ExpressionType) -> UInt64? {
    // A set of 64 cannot say that it lacks a member behind them.
    if case .choice(let members) = type, members.count > 64 { return nil }
    var mask: UInt64 = 0
    for item in items {
      switch item {
      case .value(.choice(let member)) where member < 64: mask |= 1 << UInt64(member)
      case .value(.truth(let truth)): mask |= truth ? 2 : 1
      case .value, .range: return nil
      }
    }
    return mask
  }

  private func ready(_ item: DecisionTable.Item) -> ItemPlan {
    switch item {
    case .value(let constant):
      return ItemPlan(lower: Value(constant), upper: Value(constant))
    case .range(let lower, let upper):
      return ItemPlan(
        lower: lower.map { Value($0.value) }, lowerIncluded: lower?.included ?? true,
        upper: upper.map { Value($0.value) }, upperIncluded: upper?.included ?? true)
    }
  }
}

extension EventPointPlan {
  init(_ point: EventPoint) {
    event = Int32(point.event)
    offset = point.offset
    window = point.window
    occurrence =
      switch point.occurrence {
      case .every: 0
      case .last: -1
      case .nth(let number): max(1, Int32(clamping: number))
      }
  }
}

extension Value {
  /// The value of a constant of the policy.
  package init(_ constant: Constant) {
    switch constant {
    case .truth(let truth): self = .truth(truth)
    case .number(let number): self = .number(number)
    case .duration(let duration): self = .duration(duration)
    case .calendarLength(let length): self = .calendarLength(length)
    case .workingDays(let days): self = .workingDays(Int32(clamping: days))
    case .instant(let instant): self = .instant(instant)
    case .date(let date): self = .date(date)
    case .timeOfDay(let time): self = .timeOfDay(time)
    case .text(let text): self = .text(text)
    case .choice(let member): self = .choice(Int32(truncatingIfNeeded: member))
    }
  }
}
