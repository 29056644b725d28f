import PledgeNumbers
import PledgeTime

/// Collects what refunds owe per item, so that caps and minimums of groups can be applied to all of it.
///
/// Of a group with a cap only a beginning is kept, in the order in which items are trimmed: what stands
/// behind items that use up the cap gets nothing, whatever else comes. Merging is exact and does not depend
/// on the order: an item that is not in the beginning of a part is not in the beginning of the whole.
package struct Settlement: Sendable {
  /// What one refund owes for one ticket or frame, before the caps of groups: all payees together.
  package struct Item: Sendable, Equatable {
    package var order: ItemOrder
    /// What it is at least and at most; no upper end where that is not known.
    package var least: Rational
    package var most: Rational?
    /// The groups that it meets, caps from inner to outer, then the minimum.
    package var groups: [GroupKey]
    /// What is left of it is a multiple of this, so that several payees get the same; nil for any amount.
    package var step: Rational?

    package init(order: ItemOrder, least: Rational, most: Rational?, groups: [GroupKey]) {
      self.order = order
      self.least = least
      self.most = most
      self.groups = groups
    }

    /// Whether its amount is not known.
    var isOpen: Bool { least != most }
  }

  /// What a group is held against.
  package enum Limit: Sendable, Hashable {
    case cap(Rational)
    case minimum(Rational, inclusive: Bool)
    /// A cap whose amount is not known.
    case unknown([Cause])
    /// The version of the policy that settles the period leaves the key out.
    case absent

    /// The cap, where it is one and known.
    var cap: Rational? {
      if case .cap(let amount) = self { amount } else { nil }
    }

    /// The same with other names of what is not known.
    package func renamed(_ name: (Cause) -> Cause) -> Limit {
      if case .unknown(let causes) = self { .unknown(causes.map(name)) } else { self }
    }
  }

  private(set) var limits: [GroupKey: Limit] = [:]
  /// Items by their innermost group, each list in order.
  private(set) var items: [GroupKey: [Item]] = [:]
  /// Of groups with a cap: what the items of the list come to at least.
  private var sums: [GroupKey: Rational] = [:]
  /// The totals of groups that have no cap inside them, of which no item need be kept.
  private(set) var totals: [GroupKey: Total] = [:]

  /// What the items of a group come to.
  struct Total: Sendable, Equatable {
    /// Without open ones; nil beyond 128 bits.
    var amount: Rational? = .zero
    /// Whether an open item could add to it.
    var isOpen = false

    mutating func add(_ other: Total) {
      amount = other.amount.flatMap { amount?.adding($0) }
      isOpen = isOpen || other.isOpen
    }
  }

  package init() {}

  /// Whether the limit of a group is known already.
  package func knows(_ group: GroupKey) -> Bool { limits[group] != nil }

  /// Says what a group is held against; every worker says the same.
  package mutating func set(_ limit: Limit, of group: GroupKey) { limits[group] = limit }

  /// Adds an item whose groups have their limits. Logarithmic in the items kept, but for their moving.
  package mutating func add(_ item: Item) {
    guard let inner = item.groups.first(where: { limits[$0] != .absent }) else { return }
    if case .minimum? = limits[inner] {
      totals[inner, default: Total()].add(Total(amount: item.least, isOpen: item.isOpen))
      return
    }
    let cap = limits[inner]?.cap
    if let cap, let last = items[inner]?.last, item.order > last.order, sums[inner] ?? .zero >= cap { return }
    var list = items.removeValue(forKey: inner) ?? []
    list.insert(item, at: list.firstIndex(after: item.order))
    if let cap {
      sums[inner] = Settlement.prune(&list, sum: (sums[inner] ?? .zero).adding(item.least), to: cap)
    }
    items[inner] = list
  }

  /// Gives what is not known of limits other names.
  mutating func rename(_ name: (Cause) -> Cause) { limits = limits.mapValues { $0.renamed(name) } }

  /// Adds what another part of the history has collected.
  package mutating func merge(_ other: Settlement) {
    limits.merge(other.limits) { mine, _ in mine }
    // The order of this walk reaches nothing: lists are ordered, and each item stands in one.
    for list in other.items.values { for item in list { add(item) } }
    for (group, total) in other.totals { totals[group, default: Total()].add(total) }
  }

  /// Drops items from the end while those before them use up the cap; the sum of the rest.
  private static func prune(_ list: inout [Item], sum: Rational?, to cap: Rational) -> Rational {
    // A sum beyond 128 bits uses up every cap, but nothing is dropped by it.
    guard var sum else { return .zero }
    while let last = list.last, let before = sum.subtracting(last.least), before >= cap, !list.endsWithTwins {
      list.removeLast()
      sum = before
    }
    return sum
  }
}

extension [Settlement.Item] {
  /// Whether the last two items stand in one place, and no third: it matters that there are two.
  fileprivate var endsWithTwins: Bool {
    guard let last, count > 1, self[count - 2].order == last.order else { return false }
    return count == 2 || self[count - 3].order != last.order
  }

  /// Where an item belongs, behind all that do not come after it.
  fileprivate func firstIndex(after order: ItemOrder) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].order <= order { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
