import PledgeNumbers

extension Settlement {
  /// Applies caps from inner to outer and then minimums, for `groupCount` groups in that order.
  ///
  /// Everything is done twice: as if open items came to nothing, and as if they came to all that they can.
  /// Where both agree, an item is settled.
  package func finish(groupCount: Int) -> SettledGroups {
    var sweep = Sweep(items: items.values.joined().sorted { $0.order < $1.order })
    var result = SettledGroups()
    // A group whose cap is nothing keeps no item, and still takes all from each.
    for (key, limit) in limits { result.groups[key] = Tally(limit).settled }
    for group in 0..<Int32(groupCount) { sweep.apply(group, limits, to: &result) }
    for (key, total) in totals {
      guard let limit = limits[key] else { continue }
      var settled = result.groups[key] ?? SettledGroup(limit)
      settled.total.add(total)
      result.groups[key] = settled
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

    mutating func apply(_ group: Int32, _ limits: [GroupKey: Limit], to result: inout SettledGroups) {
      var tallies: [GroupKey: Tally] = [:]
      for index in items.indices {
        guard let key = items[index].groups.first(where: { $0.group == group }),
          let limit = limits[key]
        else { continue }
        var tally = tallies[key] ?? Tally(limit)
        tally.take(items[index], &upper[index], &lower[index])
        tallies[key] = tally
      }
      for (key, tally) in tallies { result.groups[key] = tally.settled }
    }
  }

  /// One group while its items are walked through.
  private struct Tally {
    var settled: SettledGroup
    /// What is left of the cap, where open items come to nothing, and where they come to all that they can.
    var restUpper = Rational.zero
    var restLower = Rational.zero

    init(_ limit: Limit) {
      settled = SettledGroup(limit)
      guard let cap = limit.cap else { return }
      restUpper = cap
      restLower = cap
      if cap <= .zero {
        settled.upper = SettledGroup.Cut(last: nil, amount: .zero)
        settled.lower = settled.upper
      }
    }

    mutating func take(_ item: Item, _ upper: inout Rational?, _ lower: inout Rational?) {
      switch settled.limit {
      case .cap: trim(item, &upper, &lower)
      // Under a cap that is not known it comes to nothing, or to all of it.
      case .unknown: upper = .zero
      case .minimum: break
      }
      settled.total.add(Total(amount: upper, isOpen: upper != lower))
    }

    private mutating func trim(_ item: Item, _ upper: inout Rational?, _ lower: inout Rational?) {
      let (most, cutUpper) = Tally.use(&restUpper, upper)
      if cutUpper, settled.upper == nil { settled.upper = SettledGroup.Cut(last: item.order, amount: most) }
      upper = most
      let (least, cutLower) = Tally.use(&restLower, lower)
      if cutLower, settled.lower == nil { settled.lower = SettledGroup.Cut(last: item.order, amount: least) }
      lower = least
    }

    /// Takes an amount off what is left; what it gets, and whether nothing is left.
    private static func use(_ rest: inout Rational, _ amount: Rational?) -> (Rational, Bool) {
      let taken = amount.map { min($0, rest) } ?? rest
      rest = rest.subtracting(taken) ?? .zero
      return (taken, rest <= .zero)
    }
  }
}
