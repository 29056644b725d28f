import PledgePolicy
import PledgeTickets
import PledgeTime

/// A key of a span of keys.
struct KeyReference: Hashable {
  var span: Int
  var key: Int
}

/// What a span of a key comes to: the times that it surely covers, and all that it may.
struct KeyedTimes {
  var surely: [Interval] = []
  var most: [Interval] = []
  /// Whether it may go on behind the as-of instant without a further start.
  var isOpen = false
  /// Whether the two differ because something is missing; else time alone will tell.
  var isMissing = false
  /// Why a calendar does not know.
  var unknown: UnknownID?
}

extension KeyedTimes {
  /// Pairs that are known up to an instant.
  fileprivate init(_ pairs: [Interval], doubtFrom: Instant, isMissing: Bool) {
    self.init(surely: pairs, most: pairs, isMissing: isMissing)
    guard doubtFrom < .latest else { return }
    surely = []
    Span.clip(pairs, to: Interval(start: .earliest, end: doubtFrom), into: &surely)
    most.append(Interval(start: doubtFrom, end: .latest))
    Span.normalise(&most)
  }
}

// Reading the spans of keys, once a history has been noted.

extension Evaluator {
  /// The times of the current ticket's key.
  mutating func keyed(_ span: Int, into index: Int) -> SpanState {
    var state = SpanState()
    let ready = plan.keyedSpans[span]
    state.endEvent = ready.endEvent
    guard let times = keyedTimes(span, &state.unknown) else { return state }
    state.unknown = times.unknown
    state.length = ready.length
    state.isOpen = times.isOpen
    spans[index] = times.most
    if let noted = keyTimes?.asOf, asOf < noted {
      // On a log that is cut, what ends later has not ended.
      spans[index] = times.most.filter { $0.start <= asOf }.map {
        $0.end <= asOf ? $0 : Interval(start: $0.start, end: .latest)
      }
      state.isOpen = spans[index].last.map { $0.end > asOf } ?? false
    }
    var open: [Interval] = []
    Span.subtract(times.most, times.surely, into: &open)
    if let first = open.first {
      let cause = times.isMissing ? unknown(.otherTickets) : unknown(.eventNotYet, ready.endEvent)
      state.doubt = Doubt(from: first.start, cause: cause)
    }
    return finished(state, index)
  }

  /// The times of a span in the key of the current ticket or frame; nil where that is not known, with why, or
  /// where no ticket has the key.
  private mutating func keyedTimes(_ span: Int, _ why: inout UnknownID?) -> KeyedTimes? {
    var parts: [Value] = []
    for node in plan.keyedSpans[span].keys {
      parts.append(value(node))
      if let id = parts[parts.count - 1].unknown { why = joined(why, id) }
    }
    guard why == nil else { return nil }
    guard let noted = keyTimes else {
      why = unknown(.otherTickets)
      return nil
    }
    guard let key = noted.keys[span].find(parts, of: ticket, pool: plan.policy.texts) else { return nil }
    return keyedTimes(KeyReference(span: span, key: key))
  }

  /// The times of a span in the key of the current frame.
  mutating func times(
    ofFrameIn span: Int, isMost: Bool, isTested: Bool, _ why: inout UnknownID?
  ) -> [Interval] {
    var unknown: UnknownID?
    guard var times = keyedTimes(span, &unknown) else {
      why = unknown ?? why
      return []
    }
    if isTested { admit(&times, plan.keyedSpans[span].length) }
    why = times.unknown ?? why
    return isMost ? times.most : times.surely
  }

  // MARK: Putting together

  /// The times of a key without the length test of the whole; each is computed once.
  private mutating func keyedTimes(_ reference: KeyReference) -> KeyedTimes {
    if let known = keyedTimes[reference] { return known }
    let result = times(plan.keyedSpans[reference.span].tree, reference)
    keyedTimes[reference] = result
    return result
  }

  private mutating func times(_ tree: KeyedSpan, _ reference: KeyReference) -> KeyedTimes {
    guard let noted = keyTimes else { return KeyedTimes() }
    let ready = plan.keyedSpans[reference.span]
    switch tree {
    case .leaf(let leaf):
      let own = noted.accounts[reference.span][reference.key].leaves[leaf]
      var times = KeyedTimes(surely: own.surely.intervals, isMissing: !own.perhaps.intervals.isEmpty)
      times.most = times.surely + own.perhaps.intervals
      Span.normalise(&times.surely)
      Span.normalise(&times.most)
      return finished(times, ready.leaves[leaf].length)
    case .log(let log):
      let own = noted.accounts[reference.span][reference.key].logs[log]
      let pairs = own.pairs(ready.logs[log], asOf: noted.asOf)
      let times = KeyedTimes(pairs, doubtFrom: own.doubtFrom, isMissing: own.doubtFrom < .latest)
      return finished(times, ready.logs[log].length)
    case .chain(let chain): return times(ready.chains[chain], reference)
    case .calendar(let calendar):
      var times = KeyedTimes(isOpen: true)
      guard noted.first < noted.asOf else { return times }
      let window = Interval(start: noted.first, end: noted.asOf)
      times.unknown = openIntervals(calendar, window, into: &times.surely)
      times.most = times.surely
      return times
    case .keyed(let other, let places):
      let own = Array(noted.keys[reference.span].parts(reference.key))
      guard let key = noted.keys[other].find(places.map { own[$0] }, of: noted.keys[reference.span]) else {
        return KeyedTimes()
      }
      return tested(KeyReference(span: other, key: key))
    case .overlap(let inner, let count):
      let keys = noted.members[reference.span][inner]?[reference.key] ?? []
      var all: [KeyedTimes] = []
      for key in keys { all.append(tested(KeyReference(span: inner, key: key))) }
      return overlap(all, count)
    case .union(let left, let right):
      let (first, second) = (times(left, reference), times(right, reference))
      return combined(first, second, isOpen: { $0 || $1 }) { Span.unite($0, $1, into: &$2) }
    case .intersection(let left, let right):
      let (first, second) = (times(left, reference), times(right, reference))
      return combined(first, second, isOpen: { $0 && $1 }) { Span.intersect($0, $1, into: &$2) }
    case .minus(let left, let right):
      var removed = times(right, reference)
      swap(&removed.surely, &removed.most)
      let own = times(left, reference)
      return combined(own, removed, isOpen: { own, _ in own }) { Span.subtract($0, $1, into: &$2) }
    }
  }

  /// From where spans begin until where others end; what is not known of one is not known of the pairs.
  private mutating func times(_ chain: KeyedChainPlan, _ reference: KeyReference) -> KeyedTimes {
    var sides: [(at: Instant, opens: Bool)] = []
    var doubtFrom = Instant.latest
    var (isMissing, unknown) = (false, UnknownID?.none)
    let asOf = keyTimes?.asOf ?? .latest
    for (points, opens) in [(chain.starts, true), (chain.ends, false)] {
      for point in points {
        let own = times(point.tree, reference)
        if let id = own.unknown { unknown = joined(unknown, id) }
        var open: [Interval] = []
        Span.subtract(own.most, own.surely, into: &open)
        if let first = open.first {
          doubtFrom = min(doubtFrom, first.start.adding(point.offset) ?? .earliest)
          isMissing = isMissing || own.isMissing
        }
        let ends = opens ? own.most.map(\.start) : own.most.map(\.end).filter { $0 < .latest }
        sides += ends.compactMap { $0.adding(point.offset) }.filter { !opens || $0 <= asOf }
          .map { ($0, opens) }
      }
    }
    var result = KeyedTimes(
      KeyedLog.paired(sides, chain.atMost), doubtFrom: doubtFrom, isMissing: isMissing)
    result.unknown = unknown
    return finished(result, chain.length)
  }

  private mutating func combined(
    _ left: KeyedTimes, _ right: KeyedTimes, isOpen: (Bool, Bool) -> Bool,
    _ combine: ([Interval], [Interval], inout [Interval]) -> Void
  ) -> KeyedTimes {
    var result = KeyedTimes(
      isOpen: isOpen(left.isOpen, right.isOpen), isMissing: left.isMissing || right.isMissing)
    combine(left.surely, right.surely, &result.surely)
    combine(left.most, right.most, &result.most)
    for id in [left.unknown, right.unknown].compactMap({ $0 }) { result.unknown = joined(result.unknown, id) }
    return result
  }

  /// The times of a key with the length test of the whole, in elapsed time.
  private mutating func tested(_ reference: KeyReference) -> KeyedTimes {
    var result = keyedTimes(reference)
    admit(&result, plan.keyedSpans[reference.span].length)
    return result
  }

  private func finished(_ times: KeyedTimes, _ length: LengthTestPlan?) -> KeyedTimes {
    var result = times
    result.isOpen = times.most.last.map { $0.end > (keyTimes?.asOf ?? .latest) } ?? false
    admit(&result, length)
    return result
  }

  /// Leaves what is surely long enough by now, and what may come to be.
  private func admit(_ times: inout KeyedTimes, _ length: LengthTestPlan?) {
    guard let length else { return }
    let past = Interval(start: .earliest, end: keyTimes?.asOf ?? .latest)
    times.surely.removeAll { !length.admits($0.clipped(to: past).length.microseconds) }
    times.most.removeAll {
      !length.admits(($0.end.since($0.start) ?? Duration(microseconds: .max)).microseconds)
    }
  }

  // MARK: Overlaps

  private mutating func overlap(_ members: [KeyedTimes], _ count: Int) -> KeyedTimes {
    var result = KeyedTimes(
      surely: Span.shared(by: count, of: members.map(\.surely)),
      most: Span.shared(by: count, of: members.map(\.most)))
    result.isMissing = members.contains(where: \.isMissing)
    result.isOpen = result.most.last.map { $0.end > (keyTimes?.asOf ?? .latest) } ?? false
    for id in members.compactMap(\.unknown) { result.unknown = joined(result.unknown, id) }
    return result
  }
}

extension Span {
  /// The instants that at least so many of several sets have. n log n in all intervals.
  static func shared(by count: Int, of sets: [[Interval]]) -> [Interval] {
    var marks: [(at: Instant, step: Int)] = []
    for interval in sets.joined() {
      marks.append((interval.start, 1))
      marks.append((interval.end, -1))
    }
    marks.sort { $0.at < $1.at }
    var result: [Interval] = []
    var open: Instant?
    var (depth, index) = (0, 0)
    while index < marks.count {
      let at = marks[index].at
      while index < marks.count, marks[index].at == at {
        depth += marks[index].step
        index += 1
      }
      if let start = open, depth < count {
        result.append(Interval(start: start, end: at))
        open = nil
      } else if open == nil, depth >= count {
        open = at
      }
    }
    return result
  }
}
