import PledgeNumbers

/// What groups leave of the items: enough to settle each item by itself, whatever the number of items.
package struct SettledGroups: Sendable {
  /// Where each group stands among the settled ones: a group is large, and a table of groups has free room.
  private var places: [GroupKey: Int32] = [:]
  private var groups: [SettledGroup] = []

  package init() {}

  /// Groups of which nothing has been taken yet.
  init(_ limits: [GroupKey: Settlement.Limit]) {
    places.reserveCapacity(limits.count)
    groups.reserveCapacity(limits.count)
    for (key, limit) in limits {
      places[key] = Int32(groups.count)
      groups.append(SettledGroup(limit))
    }
  }

  /// What became of a group; nil where no item met it.
  package subscript(key: GroupKey) -> SettledGroup? { place(of: key).map { groups[Int($0)] } }

  /// Where a group stands.
  func place(of key: GroupKey) -> Int32? { places[key] }

  /// The group of a place.
  subscript(place place: Int32) -> SettledGroup {
    get { groups[Int(place)] }
    set { groups[Int(place)] = newValue }
  }

  /// The same groups with other names of what is not known.
  package func renamed(_ name: (Cause) -> Cause) -> SettledGroups {
    var result = self
    for index in groups.indices { result.groups[index].limit = groups[index].limit.renamed(name) }
    return result
  }

  /// What is left of an item after its groups.
  package func settle(_ item: Settlement.Item) -> SettledItem {
    var (upper, lower) = (item.least, item.most ?? item.least)
    var result = SettledItem(amount: upper)
    for key in item.groups {
      guard let group = self[key] else { continue }
      switch group.limit {
      case .cap(let cap):
        upper = SettledGroup.trim(upper, item.order, group.upper, to: cap)
        lower = SettledGroup.trim(lower, item.order, group.lower, to: cap)
        result.steps.append(SettledItem.Step(key: key, limit: cap, amount: upper))
        if upper > .zero, group.isShared(by: item.order) {
          result.undecidedBy = result.undecidedBy ?? key.group
        }
      case .absent: continue
      case .unknown(let causes):
        result.causes += causes
        if upper > .zero { result.undecidedBy = result.undecidedBy ?? key.group }
      case .minimum:
        result.minimum = key
        guard upper == lower else { continue }
        result.isBelow = group.isBelowMinimum
        if result.isBelow == nil { result.undecidedBy = result.undecidedBy ?? key.group }
      }
      if upper != lower { result.undecidedBy = result.undecidedBy ?? key.group }
    }
    result.amount = upper
    return result
  }
}

/// What is left of one item, and on the way to it.
package struct SettledItem: Sendable, Equatable {
  package var amount: Rational
  /// The caps that it met, in order.
  package var steps: [Step] = []
  /// The group of its minimum, and whether its total is below it; nil where that is not known.
  package var minimum: GroupKey?
  package var isBelow: Bool? = false
  /// The group in which something is not known that could change the amount.
  package var undecidedBy: Int32?
  package var causes: [Cause] = []

  package init(amount: Rational) { self.amount = amount }

  /// One cap and what it left of the item.
  package struct Step: Sendable, Hashable {
    package var key: GroupKey
    package var limit: Rational
    package var amount: Rational
  }
}

/// What became of the items of one group.
package struct SettledGroup: Sendable, Equatable {
  package var limit: Settlement.Limit
  /// Behind this item the cap is used up, where open items come to nothing; nil where it is not.
  package internal(set) var upper: Cut?
  /// The same where open items come to all that they can.
  package internal(set) var lower: Cut?
  /// What the items come to behind this limit.
  var total = Settlement.Total()

  /// The last item that gets something, and what it gets; without one nobody gets anything.
  package struct Cut: Sendable, Hashable {
    package var last: ItemOrder?
    package var amount: Rational
    /// Whether several items stand there, those of tickets with one id: none of them is the first, so that
    /// what each gets is not known.
    package var isShared = false
  }

  init(_ limit: Settlement.Limit) {
    self.limit = limit
    // A group whose cap is nothing keeps no item, and still takes all from each.
    guard let cap = limit.cap, cap <= .zero else { return }
    upper = Cut(last: nil, amount: .zero)
    lower = upper
  }

  /// Whether the cap is used up by this item and another one of which none is the first.
  func isShared(by order: ItemOrder) -> Bool {
    [upper, lower].contains { $0?.isShared == true && $0?.last == order }
  }

  /// What a cap leaves of an amount.
  static func trim(_ amount: Rational, _ order: ItemOrder, _ cut: Cut?, to cap: Rational) -> Rational {
    guard let cut else { return amount }
    guard let last = cut.last, order <= last else { return .zero }
    return order == last ? min(amount, cut.amount) : amount
  }

  /// Whether the total is below the group's minimum; nil where open items decide it.
  var isBelowMinimum: Bool? {
    guard case .minimum(let minimum, let inclusive) = limit, let amount = total.amount else { return false }
    if inclusive ? amount >= minimum : amount > minimum { return false }
    return total.isOpen ? nil : true
  }
}
