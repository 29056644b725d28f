import PledgeNumbers
import PledgePolicy
import PledgeTime

/// A scope made ready.
struct ScopePlan: Sendable {
  /// Index of its keys in the plan's `keySets`.
  var keySet: Int
  var rule: Rule
  var filter: Int32 = -1
  /// The registers that give keys, each with the ticket's values that its own keys are.
  var sources: [(register: Int, nodes: [Int32])] = []

  /// How periods follow each other; nodes are those of the plan.
  enum Rule: Sendable {
    case calendar(CalendarUnit)
    case anchored(CalendarLength, node: Int32, ofTickets: Bool, lasting: CalendarLength?)
    case rolling(node: Int32, byMonth: Bool)
  }
}

/// A span of a key: united leaves of its tickets, put together.
indirect enum KeySpan: Sendable {
  /// By index in the target's `leaves`.
  case leaf(Int)
  case calendar(Int32)
  /// Times of several tickets that are looked up by the frame's key, in the plan's `keyedSpans`; with a
  /// length test that is made before anything else.
  case keyed(Int, isTested: Bool)
  /// At most so much of a span in each period, in the plan's `allowances`: one for the key.
  case limited(KeySpan, Int)
  case union(KeySpan, KeySpan)
  case intersection(KeySpan, KeySpan)
  case minus(KeySpan, KeySpan)
}

/// What each ticket gives to a span of its key.
struct LeafPlan: Sendable {
  /// The span node of the ticket.
  var span: Int32
  /// Conditions of the ticket, with the answer that each must have.
  var conditions: [Condition] = []
  /// Which united intervals are long enough.
  var length: LengthTestPlan?

  struct Condition: Sendable {
    var node: Int32
    var holds: Bool
    /// The span of the times at which it holds; -1 where it is asked as of the end.
    var span: Int32 = -1
  }
}

/// A period target made ready.
struct PeriodTargetPlan: Sendable {
  var scope: ScopePlan
  var kind: Kind
  var condition: Int32 = -1
  var measureCondition: Int32 = -1
  var countedBy: Int32 = -1
  /// The event each occurrence of which is a sample; -1 where each ticket is one.
  var sampledEvent: Int32 = -1
  /// The nodes in the plan's `operands` that are different for each sample.
  var sampleNodes = Node.List.empty
  var leaves: [LeafPlan] = []
  /// What is measured, where that is a span.
  var span: KeySpan?
  var length: LengthTestPlan?
  var pauses: [KeySpan] = []
  /// Exclusions of whole tickets, and of times.
  var wholeExclusions: [Int] = []
  var spanExclusions: [(exclusion: Int, span: KeySpan)] = []
  var calendar: Int32 = -1
  var bounds: [(kind: PeriodTarget.Bound.Kind, limit: Int32)] = []
  var partial: PeriodTarget.PartialPeriods
  var outOf: Int32 = -1
  var outOfCalendar: Int32 = -1
  var slot: Duration?
  var eachRounding: CountRounding?
  var totalRounding: CountRounding?
  var empty: Rational?
  /// Whether the figure is time in microseconds.
  var isDuration: Bool
  /// The period targets whose outcomes this one needs, in order.
  var reads: [Int] = []
  /// Whether it looks at times of keys that are not those of its own tickets.
  var looksUpKeys: Bool {
    let trees = pauses + spanExclusions.map(\.span) + (span.map { [$0] } ?? [])
    return trees.contains(where: \.looksUpKeys)
  }

  /// What is measured; nodes are those of the plan.
  enum Kind: Sendable {
    case availability(part: Int32, whole: Int32)
    case total(part: Int32, whole: Int32)
    case longest
    /// The span node whose intervals start; -1 where intervals of the key's span are counted, not tickets.
    case starts(Int32)
    case tickets
    case share(target: Int, mask: UInt8)
    case mean(Int32)
    case maximum(Int32)
    case sum(Int32, since: Measure.CleanPeriods?)
    case run(periodTarget: Int, mask: UInt8)
  }
}

extension PlanCompiler {
  mutating func compilePeriodTargets() {
    plan.periodTargets = policy.periodTargets.map { compile($0) }
    // A dated row is read at the period's start.
    plan.readsPeriod =
      plan.nodes.contains { $0 == .periodStart || $0 == .periodEnd }
      || policy.registers.contains { $0.isDated }
  }

  private mutating func compile(_ target: PeriodTarget) -> PeriodTargetPlan {
    let kind = compile(target.measure)
    var result = PeriodTargetPlan(
      scope: compile(target.scope), kind: kind, partial: target.partial,
      isDuration: target.measure.type == .duration)
    result.condition = target.condition.map { compile($0) } ?? -1
    result.measureCondition = target.measure.condition.map { compile($0) } ?? -1
    result.countedBy = target.countedBy.map { compile($0) } ?? -1
    if let event = target.measure.sampledEvent { compileSamples(of: event, &result) }
    result.calendar = Int32(target.calendar ?? -1)
    result.bounds = target.bounds.map { ($0.kind, compile($0.limit)) }
    result.slot = target.scope.period?.slot
    result.eachRounding = target.measure.eachRounding
    result.totalRounding = target.measure.totalRounding
    result.length = target.measure.length.map { LengthTestPlan(length: $0.length, inclusive: $0.inclusive) }
    result.empty = target.measure.empty.flatMap { Rational(figure: Value($0)) }
    if let outOf = target.outOf {
      if case .measure(_, let span) = outOf.kind, case .calendar(let calendar) = span.kind {
        result.outOfCalendar = Int32(calendar)
      } else {
        result.outOf = compile(outOf)
      }
    }
    frameKeys = plan.keySets[result.scope.keySet]
    compileSpans(of: target, &result)
    var read: Set<Int> = []
    for limit in target.bounds.map(\.limit) { addTargets(readBy: limit, to: &read) }
    if let filter = target.scope.filter { addTargets(readBy: filter, to: &read) }
    if case .run(let other, _) = target.measure.kind { read.insert(other) }
    if case .sum(_, let since?) = target.measure.kind { read.insert(since.periodTarget) }
    result.reads = read.sorted()
    return result
  }

  private mutating func compileSamples(of event: Int, _ result: inout PeriodTargetPlan) {
    result.sampledEvent = Int32(event)
    var nodes = result.measureCondition < 0 ? [] : plan.rowNodes(of: result.measureCondition)
    switch result.kind {
    case .mean(let value), .maximum(let value), .sum(let value, _): nodes += plan.rowNodes(of: value)
    case .availability, .total, .longest, .starts, .tickets, .share, .run: break
    }
    result.sampleNodes = append(nodes, to: \.operands)
  }

  /// The period targets whose figures an expression reads, also through what it names.
  private func addTargets(readBy expression: Expression, to found: inout Set<Int>) {
    eachPart(of: expression) { part in
      if case .periodVerdict(let target, _) = part.kind { found.insert(target) }
      if case .periodFigure(let target, _) = part.kind { found.insert(target) }
    }
  }

  /// The targets of tickets whose figures an expression reads, also through what it names, in order.
  func targetsWithFigures(in expression: Expression) -> [Int] {
    var found: Set<Int> = []
    eachPart(of: expression) { part in
      if case .figure(let target, _) = part.kind { found.insert(target) }
      if case .datesOver(_, let target) = part.kind { found.insert(target) }
      if case .perDate(_, _, _, let target) = part.kind { found.insert(target) }
    }
    return found.sorted()
  }

  /// Hands over an expression with all that it is made of, also through what it names, each name once.
  private func eachPart(of expression: Expression, _ body: (Expression) -> Void) {
    var waiting = [expression]
    var (tables, values): (Set<Int>, Set<Int>) = ([], [])
    while let next = waiting.popLast() {
      body(next)
      waiting += next.operands
      if case .derived(let index) = next.kind, values.insert(index).inserted {
        waiting.append(policy.derivedValues[index].value)
      }
      if case .tableResult(let table, _) = next.kind, tables.insert(table).inserted {
        waiting += policy.tables[table].columns + policy.tables[table].rows.flatMap(\.results)
      }
    }
  }

  private mutating func compileSpans(of target: PeriodTarget, _ result: inout PeriodTargetPlan) {
    switch target.measure.kind {
    case .availability(let span, _), .total(let span, _), .longest(let span):
      let node = compile(span)
      let tree = keySpan(node, &result.leaves)
      // The length test of a bare `from A until B` comes behind the calendar.
      if case .leaf(let leaf) = tree, let test = result.leaves[leaf].length, result.length == nil {
        result.length = test
        result.leaves[leaf].length = nil
      }
      result.span = untested(tree, &result)
    case .starts(let span):
      let node = compile(span)
      if isOfKey(node) {
        result.kind = .starts(-1)
        result.span = untested(keySpan(node, &result.leaves), &result)
        break
      }
      if case .pairing(let pairing) = plan.spans[Int(node)], result.length == nil {
        result.length = plan.pairings[Int(pairing)].length
      }
    case .tickets, .share, .mean, .maximum, .sum, .run: break
    }
    result.pauses = target.pauses.map { keySpan(plan.namedSpans[$0], &result.leaves) }
    for exclusion in target.exclusions {
      let span = plan.exclusions[exclusion].span
      guard span >= 0 else {
        result.wholeExclusions.append(exclusion)
        continue
      }
      let condition = plan.exclusions[exclusion].condition
      let conditions = condition < 0 ? [] : [LeafPlan.Condition(node: condition, holds: true)]
      result.spanExclusions.append((exclusion, keySpan(span, conditions, &result.leaves)))
    }
  }

  private mutating func compile(_ measure: Measure) -> PeriodTargetPlan.Kind {
    switch measure.kind {
    case .availability(_, let weight):
      .availability(
        part: weight.map { compile($0.part) } ?? -1, whole: weight.map { compile($0.whole) } ?? -1)
    case .total(_, let weight):
      .total(part: weight.map { compile($0.part) } ?? -1, whole: weight.map { compile($0.whole) } ?? -1)
    case .longest: .longest
    case .starts(let span): .starts(compile(span))
    case .tickets: .tickets
    case .share(let target, let verdicts): .share(target: target, mask: mask(verdicts))
    case .mean(let value): .mean(compile(value))
    case .maximum(let value): .maximum(compile(value))
    case .sum(let value, let since): .sum(compile(value), since: since)
    case .run(let target, let verdicts): .run(periodTarget: target, mask: mask(verdicts))
    }
  }

  /// Whether the times of a span are those of a key, so that no ticket has them alone.
  private func isOfKey(_ node: Int32) -> Bool {
    switch plan.spans[Int(node)] {
    case .keyed, .register: true
    case .pairing, .calendar, .between, .whenever, .limited, .union, .intersection, .minus: false
    case let other: false
    }
  }

  /// The same for a span of a key that is looked up.
  private func untested(_ tree: KeySpan, _ result: inout PeriodTargetPlan) -> KeySpan {
    guard case .keyed(let keyed, _) = tree, let test = plan.keyedSpans[keyed].length else { return tree }
    if result.length == nil { result.length = test }
    return .keyed(keyed, isTested: false)
  }

  // MARK: Scopes

  mutating func compile(_ scope: Scope) -> ScopePlan {
    let keys = scope.keys.map { compile($0) }
    let known = plan.keySets.firstIndex { $0 == keys }
    if known == nil { plan.keySets.append(keys) }
    // A group without periods is one for all time.
    let rule: ScopePlan.Rule = scope.period.map { self.rule($0.kind) } ?? .calendar(.year)
    var result = ScopePlan(keySet: known ?? plan.keySets.count - 1, rule: rule)
    result.filter = scope.filter.map { compile($0) } ?? -1
    result.sources = scope.keySources.map { source in
      (register: source.register, nodes: source.values.map { compile($0) })
    }
    return result
  }

  mutating func rule(_ kind: PeriodRule.Kind) -> ScopePlan.Rule {
    switch kind {
    case .calendar(let unit): .calendar(unit)
    case .anchored(let length, .frame(let from), let lasting):
      .anchored(length, node: compile(from), ofTickets: false, lasting: lasting)
    case .anchored(let length, .earliestOfTickets(let from), let lasting):
      .anchored(length, node: compile(from), ofTickets: true, lasting: lasting)
    case .rolling(let length, let byMonth): .rolling(node: compile(length), byMonth: byMonth)
    }
  }

  // MARK: Spans

  private func keySpan(_ node: Int32, _ leaves: inout [LeafPlan]) -> KeySpan { keySpan(node, [], &leaves) }

  /// Spans of one key are united before they are put together: a span is cut where two pairings meet, and the
  /// conditions of a ticket go to the leaves.
  private func keySpan(
    _ node: Int32, _ conditions: [LeafPlan.Condition], _ leaves: inout [LeafPlan]
  ) -> KeySpan {
    switch plan.spans[Int(node)] {
    case .pairing(let pairing):
      leaves.append(
        LeafPlan(span: node, conditions: conditions, length: plan.pairings[Int(pairing)].length))
      return .leaf(leaves.count - 1)
    case .calendar(let calendar) where conditions.isEmpty: return .calendar(calendar)
    case .intersection(let left, let right):
      if let condition = condition(of: right) { return keySpan(left, conditions + [condition], &leaves) }
      if let condition = condition(of: left) { return keySpan(right, conditions + [condition], &leaves) }
      return .intersection(keySpan(left, conditions, &leaves), keySpan(right, conditions, &leaves))
    case .minus(let left, let right):
      if var condition = condition(of: right) {
        condition.holds = false
        return keySpan(left, conditions + [condition], &leaves)
      }
      return .minus(keySpan(left, conditions, &leaves), keySpan(right, [], &leaves))
    case .union(let left, let right):
      return .union(keySpan(left, conditions, &leaves), keySpan(right, conditions, &leaves))
    case .keyed(let keyed):
      if let tree = expanded(Int(keyed), conditions, &leaves) { return tree }
      if conditions.isEmpty,
        plan.keyedSpans[Int(keyed)].keys.allSatisfy({ plan.follows($0, from: frameKeys) })
      {
        return .keyed(Int(keyed), isTested: true)
      }
      leaves.append(LeafPlan(span: node, conditions: conditions))
      return .leaf(leaves.count - 1)
    case .limited(let source, let allowance):
      return .limited(keySpan(source, conditions, &leaves), Int(allowance))
    case .calendar, .between, .whenever, .register:
      leaves.append(LeafPlan(span: node, conditions: conditions))
      return .leaf(leaves.count - 1)
    }
  }

  /// A span of the frame's own keys is made of what their tickets give, so that a ticket can be left out of
  /// it; nil where several tickets make it together.
  private func expanded(
    _ keyed: Int, _ conditions: [LeafPlan.Condition], _ leaves: inout [LeafPlan]
  ) -> KeySpan? {
    let ready = plan.keyedSpans[keyed]
    guard Set(ready.keys) == Set(frameKeys), ready.condition < 0 else { return nil }
    var added: [LeafPlan] = []
    guard let tree = expanded(ready.tree, ready, conditions, &added, first: leaves.count) else { return nil }
    if ready.length != nil, !added.isEmpty { added[0].length = ready.length }
    leaves += added
    return tree
  }

  private func expanded(
    _ tree: KeyedSpan, _ ready: KeyedSpanPlan, _ conditions: [LeafPlan.Condition],
    _ added: inout [LeafPlan], first: Int
  ) -> KeySpan? {
    func both(_ left: KeyedSpan, _ right: KeyedSpan) -> (KeySpan, KeySpan)? {
      guard let left = expanded(left, ready, conditions, &added, first: first),
        let right = expanded(right, ready, conditions, &added, first: first)
      else { return nil }
      return (left, right)
    }
    switch tree {
    case .leaf(let leaf):
      var copy = ready.leaves[leaf]
      copy.conditions += conditions
      added.append(copy)
      return .leaf(first + added.count - 1)
    case .calendar(let calendar): return conditions.isEmpty ? .calendar(calendar) : nil
    case .log, .chain, .keyed, .overlap: return nil
    case .union(let left, let right): return both(left, right).map { .union($0, $1) }
    case .intersection(let left, let right): return both(left, right).map { .intersection($0, $1) }
    case .minus(let left, let right): return both(left, right).map { .minus($0, $1) }
    }
  }

  /// The condition of a span that is all time or none.
  private func condition(of node: Int32) -> LeafPlan.Condition? {
    guard case .whenever(let condition) = plan.spans[Int(node)] else { return nil }
    return LeafPlan.Condition(node: condition, holds: true, span: node)
  }
}

extension Rational {
  /// A value as a figure of a measure: time in microseconds; nil for what is no figure.
  init?(figure value: Value) {
    switch value {
    case .number(let number): self = number
    case .duration(let duration): self = Rational(duration.microseconds)
    case .unknown, .later, .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice:
      return nil
    }
  }
}
