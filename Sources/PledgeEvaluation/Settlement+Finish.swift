import PledgeNumbers

extension Settlement {
  /// Applies caps from inner to outer and then minimums, for `groupCount` groups in that order.
  ///
  /// Everything is done twice: as if open items came to nothing, and as if they came to all that they can.
  /// Where both agree, an item is settled.
  package func finish(groupCount: Int) -> SettledGroups {
    var sweep = Sweep(items: items.values.joined().sorted { $0.order < $1.order })
    var result = SettledGroups(limits)
    for group in 0..<Int32(groupCount) { sweep.apply(group, to: &result) }
    for (key, total) in totals {
      if let place = result.place(of: key) { result[place: place].total.add(total) }
    }
    return result
  }

  /// The items of all groups in order, and what is left of each after the caps applied so far.
  private struct Sweep {
    let items: [Item]
    /// Where open items come to nothing, and where they come to all that they can; nil is without end.
    var upper: [Rational?]
    var lower: [Rational?]

    init(items: [Item]) {
      self.items = items
      upper = items.map(\.least)
      lower = items.map(\.most)
    }

    /// Takes the items of all groups of one cap or minimum, group by group.
    mutating func apply(_ group: Int32, to result: inout SettledGroups) {
      var members: [(place: Int32, item: Int32)] = []
      for index in items.indices {
        guard let key = items[index].groups.first(where: { $0.group == group }),
          let place = result.place(of: key)
        else { continue }
        members.append((place, Int32(index)))
      }
      members.sort { ($0.place, $0.item) < ($1.place, $1.item) }
      var next = 0
      while next < members.count {
        let place = members[next].place
        var tally = Tally(result[place: place].limit)
        while next < members.count, members[next].place == place {
          let index = Int(members[next].item)
          tally.take(items[index], &upper[index], &lower[index])
          next += 1
        }
        result[place: place] = tally.settled
      }
    }
  }

  /// One group while its items are walked through.
  private struct Tally {
    var settled: SettledGroup
    /// What is left of the cap, where open items come to nothing, and where they come to all that they can.
    var restUpper = Rational.zero
    var restLower = Rational.zero
    /// What was left before the items of one place, and which place that is.
    private var before = (upper: Rational.zero, lower: Rational.zero)
    private var previous: ItemOrder?

    init(_ limit: Limit) {
      settled = SettledGroup(limit)
      guard let cap = limit.cap else { return }
      restUpper = cap
      restLower = cap
    }

    mutating func take(_ item: Item, _ upper: inout Rational?, _ lower: inout Rational?) {
      switch settled.limit {
      case .cap: trim(item, &upper, &lower)
      // Under a cap that is not known it comes to nothing, or to all of it.
      case .unknown: upper = .zero
      case .minimum, .absent: break
      }
      settled.total.add(Total(amount: upper, isOpen: upper != lower))
    }

    private mutating func trim(_ item: Item, _ upper: inout Rational?, _ lower: inout Rational?) {
      let isTwin = previous == item.order
      if !isTwin { (before.upper, before.lower) = (restUpper, restLower) }
      previous = item.order
      let (most, cutUpper) = Tally.use(&restUpper, upper, item.step)
      let isShort = isTwin && upper.map { most < $0 } ?? true
      if cutUpper { Tally.cut(&settled.upper, item.order, most, isShort ? before.upper : nil) }
      upper = most
      let (least, cutLower) = Tally.use(&restLower, lower, item.step)
      let isLowShort = isTwin && lower.map { least < $0 } ?? true
      if cutLower { Tally.cut(&settled.lower, item.order, least, isLowShort ? before.lower : nil) }
      lower = least
    }

    /// Notes the item that uses up a cap; of several in one place, each may get what was left `before` them.
    private static func cut(
      _ cut: inout SettledGroup.Cut?, _ order: ItemOrder, _ amount: Rational, _ before: Rational?
    ) {
      if cut == nil { cut = SettledGroup.Cut(last: order, amount: amount) }
      guard let before, cut?.last == order else { return }
      cut?.amount = before
      cut?.isShared = true
    }

    /// Takes an amount off what is left; what it gets, and whether nothing is left. What cannot be shared
    /// evenly is left to nobody: an item behind one that was cut gets nothing.
    private static func use(
      _ rest: inout Rational, _ amount: Rational?, _ step: Rational?
    ) -> (Rational, Bool) {
      let taken = amount.map { min($0, rest) } ?? rest
      rest = rest.subtracting(taken) ?? .zero
      let shared = step.flatMap { taken.rounded(.down, toMultipleOf: $0) } ?? taken
      return (shared, rest <= .zero)
    }
  }
}
