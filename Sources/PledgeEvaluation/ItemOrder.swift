import PledgeTime

/// Where an item stands in its group: caps are used up in this order.
package struct ItemOrder: Sendable, Hashable, Comparable {
  /// The counting instant.
  package var at: Instant
  /// UTF-8 of the ticket's id, or of the frame's key.
  package var id: [UInt8]
  /// The rank of the refund's name among all names.
  package var rank: Int32

  package init(at: Instant, id: [UInt8], rank: Int32) {
    self.at = at
    self.id = id
    self.rank = rank
  }

  package static func < (left: ItemOrder, right: ItemOrder) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.id != right.id { return left.id.lexicographicallyPrecedes(right.id) }
    return left.rank < right.rank
  }
}

/// A payment group of one key and one period.
package struct GroupKey: Sendable, Hashable {
  /// Index of the group in the policy.
  package var group: Int32
  package var parts: [Part]
  /// The number of the period; 0 where the group has none.
  package var period: Int

  package init(group: Int32, parts: [Part], period: Int) {
    self.group = group
    self.parts = parts
    self.period = period
  }

  /// A key's value, which means the same to every worker.
  package enum Part: Sendable, Hashable {
    case text([UInt8])
    case value(Value)
  }
}
