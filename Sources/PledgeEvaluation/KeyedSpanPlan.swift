import PledgePolicy
import PledgeTime

/// A span that the tickets of a key make together, made ready.
struct KeyedSpanPlan: Sendable {
  /// The nodes of the keys; empty for the whole history.
  var keys: [Int32]
  var tree: KeyedSpan
  /// Which tickets count; -1 for all.
  var condition: Int32 = -1
  var leaves: [LeafPlan] = []
  var logs: [KeyedLogPlan] = []
  var chains: [KeyedChainPlan] = []
  /// The test of a bare `from A until B`, which a clock makes behind its calendar.
  var length: LengthTestPlan?
  /// The events that start it, and one that ends it (-1 for none), which messages name.
  var startEvents: [Int32] = []
  var endEvent: Int32 = -1
}

/// How a span of a key is put together.
indirect enum KeyedSpan: Sendable {
  /// The united times that tickets give, by index in the plan's `leaves`.
  case leaf(Int)
  /// Pairs of the events of all tickets, by index in the plan's `logs`.
  case log(Int)
  /// From where spans begin until where others end, by index in the plan's `chains`.
  case chain(Int)
  case calendar(Int32)
  /// Another span of a key, with the places of its keys among those of this one.
  case keyed(Int, places: [Int])
  /// The times at which so many keys of another span are in it, which has one key more than this one.
  case overlap(Int, atLeast: Int)
  case union(KeyedSpan, KeyedSpan)
  case intersection(KeyedSpan, KeyedSpan)
  case minus(KeyedSpan, KeyedSpan)
}

/// A `from A until B` whose start counts occurrences over all tickets of a key.
struct KeyedLogPlan: Sendable {
  var starts: [EventPointPlan]
  var ends: [EventPointPlan]
  var atMost: Duration?
  var length: LengthTestPlan?
  var unrecordedEnd: Int32
  /// Conditions of a ticket whose events count.
  var conditions: [LeafPlan.Condition]
}

/// A `from A until B` whose sides are spans of the key.
struct KeyedChainPlan: Sendable {
  struct Side: Sendable {
    var tree: KeyedSpan
    var offset: Duration
  }

  var starts: [Side]
  var ends: [Side]
  var atMost: Duration?
  var length: LengthTestPlan?
}

extension Pairing {
  /// Whether a start says which occurrence it means, so that those of several tickets are counted together.
  var countsOccurrences: Bool { starts.contains { $0.occurrence != .every || $0.window != nil } }
}

extension PlanCompiler {
  /// A declared span of a key is compiled once.
  mutating func compileKeyed(named index: Int) -> Int {
    if let known = keyedSpans[index] { return known }
    let compiled = compileKeyed(policy.spans[index].span, keys: policy.spans[index].keys ?? [])
    keyedSpans[index] = compiled
    return compiled
  }

  /// The place of a span of some keys in the plan's `keyedSpans`.
  mutating func compileKeyed(
    _ span: SpanExpression, keys: [Expression], condition: Expression? = nil
  ) -> Int {
    var ready = KeyedSpanPlan(keys: keys.map { compile($0) }, tree: .leaf(0))
    ready.condition = condition.map { compile($0) } ?? -1
    ready.tree = tree(span, keys, isDirect: true, [], &ready)
    switch ready.tree {
    case .leaf(let leaf):
      ready.length = ready.leaves[leaf].length
      ready.leaves[leaf].length = nil
    case .log(let log):
      ready.length = ready.logs[log].length
      ready.logs[log].length = nil
    case .chain(let chain):
      ready.length = ready.chains[chain].length
      ready.chains[chain].length = nil
    case .calendar, .keyed, .overlap, .union, .intersection, .minus: break
    }
    name(&ready)
    plan.keyedSpans.append(ready)
    return plan.keyedSpans.count - 1
  }

  /// The events that messages name.
  private func name(_ ready: inout KeyedSpanPlan) {
    for log in ready.logs {
      ready.startEvents += log.starts.map(\.event)
      if ready.endEvent < 0 { ready.endEvent = log.ends.first?.event ?? -1 }
    }
    for leaf in ready.leaves {
      guard case .pairing(let index) = plan.spans[Int(leaf.span)] else { continue }
      let pairing = plan.pairings[Int(index)]
      ready.startEvents += plan.sides[pairing.starts.range].map(\.event)
      if ready.endEvent < 0 { ready.endEvent = plan.sides[pairing.ends.range].first?.event ?? -1 }
    }
    for other in ready.tree.others(ready.chains) {
      ready.startEvents += plan.keyedSpans[other].startEvents
      if ready.endEvent < 0 { ready.endEvent = plan.keyedSpans[other].endEvent }
    }
  }

  // MARK: Trees

  /// Spans of one key are united before they are put together: a span is cut where two pairings meet, and
  /// the conditions of a ticket go to the leaves. What stands in the definition itself may count occurrences.
  private mutating func tree(
    _ span: SpanExpression, _ keys: [Expression], isDirect: Bool, _ conditions: [LeafPlan.Condition],
    _ ready: inout KeyedSpanPlan
  ) -> KeyedSpan {
    switch span.kind {
    case .pairing(let pairing):
      if isDirect, !pairing.spanStarts.isEmpty { return chain(pairing, keys, conditions, &ready) }
      if isDirect, pairing.countsOccurrences { return log(pairing, conditions, &ready) }
      let length = pairing.length.map { LengthTestPlan(length: $0.length, inclusive: $0.inclusive) }
      return leaf(LeafPlan(span: compile(span), conditions: conditions, length: length), &ready)
    case .named(let index):
      guard policy.spans[index].keys != nil else {
        return tree(policy.spans[index].span, keys, isDirect: false, conditions, &ready)
      }
      let other = compileKeyed(named: index)
      let places = plan.keyedSpans[other].keys.compactMap { ready.keys.firstIndex(of: $0) }
      return .keyed(other, places: places)
    case .overlap(let overlap):
      let inner = compileKeyed(overlap.span, keys: keys + [overlap.key], condition: overlap.condition)
      return .overlap(inner, atLeast: plan.parameters.count(overlap.count))
    case .calendar(let calendar) where conditions.isEmpty: return .calendar(Int32(calendar))
    case .calendar, .between, .whenever, .register, .limited:
      return leaf(LeafPlan(span: compile(span), conditions: conditions), &ready)
    case .union(let left, let right):
      return .union(
        tree(left, keys, isDirect: isDirect, conditions, &ready),
        tree(right, keys, isDirect: isDirect, conditions, &ready))
    case .intersection(let left, let right):
      if let own = condition(of: right) {
        return tree(left, keys, isDirect: isDirect, conditions + [own], &ready)
      }
      if let own = condition(of: left) {
        return tree(right, keys, isDirect: isDirect, conditions + [own], &ready)
      }
      return .intersection(
        tree(left, keys, isDirect: isDirect, conditions, &ready),
        tree(right, keys, isDirect: isDirect, conditions, &ready))
    case .minus(let left, let right):
      if var own = condition(of: right) {
        own.holds = false
        return tree(left, keys, isDirect: isDirect, conditions + [own], &ready)
      }
      return .minus(
        tree(left, keys, isDirect: isDirect, conditions, &ready),
        tree(right, keys, isDirect: isDirect, [], &ready))
    }
  }

  private func leaf(_ leaf: LeafPlan, _ ready: inout KeyedSpanPlan) -> KeyedSpan {
    ready.leaves.append(leaf)
    return .leaf(ready.leaves.count - 1)
  }

  private mutating func log(
    _ pairing: Pairing, _ conditions: [LeafPlan.Condition], _ ready: inout KeyedSpanPlan
  ) -> KeyedSpan {
    let own = self.ready(pairing)
    ready.logs.append(
      KeyedLogPlan(
        starts: Array(plan.sides[own.starts.range]), ends: Array(plan.sides[own.ends.range]),
        atMost: own.atMost, length: own.length, unrecordedEnd: own.unrecordedEnd, conditions: conditions))
    return .log(ready.logs.count - 1)
  }

  private mutating func chain(
    _ pairing: Pairing, _ keys: [Expression], _ conditions: [LeafPlan.Condition],
    _ ready: inout KeyedSpanPlan
  ) -> KeyedSpan {
    var sides: [[KeyedChainPlan.Side]] = []
    for points in [pairing.spanStarts, pairing.spanEnds] {
      sides.append([])
      for point in points {
        let named = SpanExpression(.named(point.span), origin: policy.spans[point.span].origin)
        let tree = tree(named, keys, isDirect: true, conditions, &ready)
        sides[sides.count - 1].append(KeyedChainPlan.Side(tree: tree, offset: point.offset))
      }
    }
    ready.chains.append(
      KeyedChainPlan(
        starts: sides[0], ends: sides[1], atMost: pairing.atMost,
        length: pairing.length.map { LengthTestPlan(length: $0.length, inclusive: $0.inclusive) }))
    return .chain(ready.chains.count - 1)
  }

  /// The condition of a span that is all time or none.
  private mutating func condition(of span: SpanExpression) -> LeafPlan.Condition? {
    switch span.kind {
    case .named(let index) where policy.spans[index].keys == nil:
      return condition(of: policy.spans[index].span)
    case .whenever(let condition):
      return LeafPlan.Condition(node: compile(condition), holds: true, span: compile(span))
    case .named, .pairing, .calendar, .between, .register, .limited, .overlap, .union, .intersection, .minus:
      return nil
    }
  }
}

extension KeySpan {
  /// Whether a part of it is looked up by the frame's key.
  var looksUpKeys: Bool {
    switch self {
    case .keyed: true
    case .leaf, .calendar: false
    case .limited(let source, _): source.looksUpKeys
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.looksUpKeys || right.looksUpKeys
    }
  }
}

extension [Constant] {
  /// How many keys have to be in a span at once, where these are the values of the parameters.
  fileprivate func count(_ count: KeyOverlap.Count) -> Int {
    switch count {
    case .number(let number): return number
    case .parameter(let index):
      guard case .number(let value) = self[index] else { return 1 }
      return Int(exactly: value.floor) ?? .max
    }
  }
}
