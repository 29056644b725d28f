import PledgePolicy
import PledgeTickets
import PledgeTime

/// What tickets give to the spans of keys: a fold of noted tickets, which does not depend on their order.
///
/// It is filled beside the counts of tickets in a pass of its own; several can be merged. Memory grows with
/// the disjoint intervals of each key, and with the events that are counted over tickets.
struct KeyTimes: Sendable {
  /// The keys met, and what their tickets have given, for each span of keys of the plan.
  private(set) var keys: [KeyTable]
  private(set) var accounts: [[KeyAccount]]
  /// For each span and key the keys of the other span that an overlap counts, by the other span.
  private(set) var members: [[Int: [[Int]]]]
  private let plans: [KeyedSpanPlan]
  /// The first instant at which anything begins, and the instant as of which tickets were looked at.
  var first = Instant.latest
  var asOf = Instant.earliest

  init(plan: Plan) {
    plans = plan.keyedSpans
    keys = plans.map { KeyTable(width: $0.keys.count) }
    accounts = plans.map { _ in [] }
    members = plans.map { _ in [:] }
  }

  /// The number of a ticket's key, whose account is opened where it is new.
  mutating func open(_ span: Int, _ parts: [Value], of ticket: borrowing Ticket, pool: TextPool) -> Int {
    let key = keys[span].key(parts, of: ticket, pool: pool)
    open(span, key)
    return key
  }

  private mutating func open(_ span: Int, _ key: Int) {
    while accounts[span].count <= key {
      accounts[span].append(KeyAccount(leaves: plans[span].leaves.count, logs: plans[span].logs))
    }
  }

  /// Adds a time that a ticket surely gives, or that it may.
  mutating func add(_ interval: Interval, isSure: Bool, _ span: Int, _ key: Int, leaf: Int) {
    guard !interval.isEmpty else { return }
    if interval.start > .earliest { first = min(first, interval.start) }
    if isSure {
      accounts[span][key].leaves[leaf].surely.add(interval)
    } else {
      accounts[span][key].leaves[leaf].perhaps.add(interval)
    }
  }

  /// Adds what a ticket gives to a log.
  mutating func add(_ log: KeyedLog, _ span: Int, _ key: Int, log index: Int) {
    for mark in log.marks { first = min(first, mark.at) }
    accounts[span][key].logs[index].add(log)
  }

  // MARK: Merging

  /// Adds the tickets of another fold of the same plan.
  mutating func merge(_ other: KeyTimes) {
    first = min(first, other.first)
    asOf = max(asOf, other.asOf)
    for span in plans.indices {
      for key in other.accounts[span].indices {
        let own = keys[span].adopt(key, of: other.keys[span])
        open(span, own)
        accounts[span][own].add(other.accounts[span][key])
      }
    }
  }

  /// Finds which keys an overlap counts; to be called once, when all tickets are in.
  mutating func complete() {
    for span in plans.indices {
      for inner in plans[span].tree.overlapped(plans[span].chains) {
        var lists: [[Int]] = Array(repeating: [], count: keys[span].count)
        for key in 0..<keys[inner].count {
          let outer = Array(keys[inner].parts(key).prefix(plans[span].keys.count))
          if let own = keys[span].find(outer, of: keys[inner]) { lists[own].append(key) }
        }
        members[span][inner] = lists
      }
    }
  }
}

extension KeyedSpan {
  /// The spans whose keys it counts.
  fileprivate func overlapped(_ chains: [KeyedChainPlan]) -> [Int] {
    switch self {
    case .overlap(let inner, _): [inner]
    case .leaf, .log, .calendar, .keyed: []
    case .chain(let chain):
      (chains[chain].starts + chains[chain].ends).flatMap { $0.tree.overlapped(chains) }
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.overlapped(chains) + right.overlapped(chains)
    }
  }

  /// The spans of keys that stand in it, those of starts before those of ends.
  func others(_ chains: [KeyedChainPlan]) -> [Int] {
    switch self {
    case .overlap(let inner, _), .keyed(let inner, _): [inner]
    case .leaf, .log, .calendar: []
    case .chain(let chain): (chains[chain].starts + chains[chain].ends).flatMap { $0.tree.others(chains) }
    case .union(let left, let right), .intersection(let left, let right), .minus(let left, let right):
      left.others(chains) + right.others(chains)
    }
  }
}

/// What the tickets of one key have given to one span.
struct KeyAccount: Sendable {
  var leaves: [LeafTimes]
  var logs: [KeyedLog]

  init(leaves: Int, logs: [KeyedLogPlan]) {
    self.leaves = Array(repeating: LeafTimes(), count: leaves)
    self.logs = logs.map { KeyedLog(ends: $0.ends.count) }
  }

  mutating func add(_ other: KeyAccount) {
    for leaf in leaves.indices {
      for interval in other.leaves[leaf].surely.intervals { leaves[leaf].surely.add(interval) }
      for interval in other.leaves[leaf].perhaps.intervals { leaves[leaf].perhaps.add(interval) }
    }
    for log in logs.indices { logs[log].add(other.logs[log]) }
  }
}

/// The times that tickets surely give to a leaf, and those that they may.
struct LeafTimes: Sendable {
  var surely = IntervalBag(0)
  var perhaps = IntervalBag(0)
}
