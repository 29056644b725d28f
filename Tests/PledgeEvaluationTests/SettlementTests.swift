import PledgeNumbers
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Caps and minimums of groups against the plain reading: all items in order, one cap after the other.
@Suite struct SettlementTests {
  /// Two circuits (0, 1) of one customer and one of another: a cap a circuit inside a cap a customer.
  private struct World {
    var caps: [GroupKey: Rational] = [:]
    var items: [Settlement.Item] = []
    var minimum = Rational.zero

    static func key(_ group: Int32, _ value: Int) -> GroupKey {
      GroupKey(group: group, parts: [.value(.number(Rational(value)))], period: 0)
    }

    init(_ random: inout SeededGenerator, open: Int = 0) {
      for circuit in 0..<3 { caps[World.key(0, circuit)] = Rational(random.number(0...30)) }
      for customer in 0..<2 { caps[World.key(1, customer)] = Rational(random.number(0...40)) }
      minimum = Rational(random.number(0...25))
      for number in 0..<random.number(0...14) {
        let circuit = random.number(0...2)
        let order = ItemOrder(
          at: Instant(microseconds: Int64(random.number(0...3))), id: [UInt8(number)], rank: 0)
        let amount = Rational(random.number(0...12))
        let isOpen = open > 0 && random.once(in: open)
        items.append(
          Settlement.Item(
            order: order, least: isOpen ? .zero : amount, most: isOpen && random.once(in: 2) ? nil : amount,
            groups: [World.key(0, circuit), World.key(1, circuit / 2), World.key(2, circuit / 2)]))
      }
    }

    func settlement(of items: [Settlement.Item]) -> Settlement {
      var settlement = Settlement()
      for (key, cap) in caps { settlement.set(.cap(cap), of: key) }
      for customer in 0..<2 {
        settlement.set(.minimum(minimum, inclusive: true), of: World.key(2, customer))
      }
      for item in items { settlement.add(item) }
      return settlement
    }

    /// What is left of each item, by its id, where every item has this amount.
    func plain(_ amount: (Settlement.Item) -> Rational) -> [[UInt8]: Rational] {
      var left: [[UInt8]: Rational] = [:]
      let sorted = items.sorted { $0.order < $1.order }
      for item in sorted { left[item.order.id] = amount(item) }
      for level in 0..<2 {
        var rest = caps
        for item in sorted {
          let key = item.groups[level]
          let taken = min(left[item.order.id] ?? .zero, rest[key] ?? .zero)
          left[item.order.id] = taken
          rest[key] = (rest[key] ?? .zero).subtracting(taken)
        }
      }
      return left
    }
  }

  @Test(arguments: 0..<300) func `groups trim items as walking through all of them does`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World(&random)
    let settled = world.settlement(of: world.items).finish(groupCount: 3)
    let plain = world.plain(\.least)
    var totals: [GroupKey: Rational] = [:]
    for item in world.items {
      let result = settled.settle(item)
      #expect(result.amount == plain[item.order.id] && result.undecidedBy == nil, "seed \(seed)")
      for key in item.groups { totals[key] = (totals[key] ?? .zero).adding(result.amount) }
    }
    for item in world.items {
      let total = totals[item.groups[2]] ?? .zero
      #expect(settled.settle(item).isBelow == (total < world.minimum), "seed \(seed)")
    }
    for (key, cap) in world.caps {
      #expect(totals[key] ?? .zero <= cap, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<300) func `any split, merged in any order, is the whole`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World(&random, open: 5)
    let whole = world.settlement(of: world.items).finish(groupCount: 3)
    var parts: [[Settlement.Item]] = [[], [], []]
    for item in world.items.shuffled(using: &random) { parts[random.number(0...2)].append(item) }
    var merged = world.settlement(of: parts[0])
    for part in parts[1...].shuffled(using: &random) { merged.merge(world.settlement(of: part)) }
    let again = merged.finish(groupCount: 3)
    for item in world.items where item.least == item.most {
      #expect(whole.settle(item) == again.settle(item), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<300) func `what is settled beside open items is so whatever they come to`(
    _ seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let world = World(&random, open: 4)
    let settled = world.settlement(of: world.items).finish(groupCount: 3)
    for _ in 0..<12 {
      var chosen: [[UInt8]: Rational] = [:]
      for item in world.items where item.least != item.most {
        let most = item.most ?? Rational(1000)
        chosen[item.order.id] = [item.least, most, Rational(random.number(0...12))].randomElement(
          using: &random
        )
        .map { min($0, most) }
      }
      let plain = world.plain { chosen[$0.order.id] ?? $0.least }
      for item in world.items where item.least == item.most {
        let result = settled.settle(item)
        guard result.undecidedBy == nil else { continue }
        #expect(plain[item.order.id] == result.amount, "seed \(seed)")
        guard let isBelow = result.isBelow else { continue }
        var total = Rational.zero
        for other in world.items where other.groups[2] == item.groups[2] {
          total = total.adding(plain[other.order.id] ?? .zero) ?? total
        }
        #expect((total < world.minimum) == isBelow, "seed \(seed)")
      }
    }
  }

  /// Two records of one ticket: which of them comes first nobody can say.
  @Test(arguments: [(100, [60, 60], true), (120, [60, 60], false), (50, [60, 60], true), (60, [60, 60], true)])
  func `items of one place that a cap does not cover are not settled, whichever came first`(
    _ row: (cap: Int, amounts: [Int], isShared: Bool)
  ) {
    let key = World.key(0, 0)
    func item(_ id: UInt8, _ amount: Int) -> Settlement.Item {
      Settlement.Item(
        order: ItemOrder(at: .epoch, id: [id], rank: 0), least: Rational(amount), most: Rational(amount),
        groups: [key])
    }
    var (first, second) = (Settlement(), Settlement())
    for position in 0..<2 {
      var settlement = Settlement()
      settlement.set(.cap(Rational(row.cap)), of: key)
      settlement.add(item(7, row.amounts[position]))
      settlement.add(item(9, 5))
      if position == 0 { first = settlement } else { second = settlement }
    }
    first.merge(second)
    let settled = first.finish(groupCount: 1)
    for amount in row.amounts {
      let result = settled.settle(item(7, amount))
      #expect((result.undecidedBy != nil) == row.isShared)
      #expect(result.amount == Rational(min(amount, row.cap)))
    }
    #expect(settled.settle(item(9, 5)).amount == .zero)
  }

  @Test func `behind an open item nothing is settled that a cap could reach`() {
    let key = World.key(0, 0)
    func item(_ id: UInt8, _ least: Int, _ most: Int?) -> Settlement.Item {
      Settlement.Item(
        order: ItemOrder(at: .epoch, id: [id], rank: 0), least: Rational(least),
        most: most.map { Rational($0) },
        groups: [key])
    }
    var settlement = Settlement()
    settlement.set(.cap(Rational(100)), of: key)
    for each in [item(1, 40, 40), item(2, 0, 50), item(3, 10, 10), item(4, 30, 30)] { settlement.add(each) }
    let settled = settlement.finish(groupCount: 1)
    // 40 + 50 + 10 fit in any case; the last gets all or nothing of its 30.
    #expect(settled.settle(item(1, 40, 40)).amount == Rational(40))
    #expect(settled.settle(item(3, 10, 10)).amount == Rational(10))
    #expect(settled.settle(item(3, 10, 10)).undecidedBy == nil)
    #expect(settled.settle(item(4, 30, 30)).undecidedBy == 0)
  }

  @Test func `of many equal items under a cap only those are kept that it pays`() {
    let key = World.key(0, 0)
    var settlement = Settlement()
    settlement.set(.cap(Rational(50)), of: key)
    for number in 0..<100_000 {
      let id = [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
      settlement.add(
        Settlement.Item(
          order: ItemOrder(at: .epoch, id: id, rank: 0), least: .one, most: .one, groups: [key]))
    }
    #expect(settlement.items[key]?.count == 50)
  }

  @Test func `an unknown cap leaves its items open, and those of a group around it`() {
    let inner = World.key(0, 0)
    let outer = World.key(1, 0)
    func item(_ id: UInt8, _ amount: Int, _ groups: [GroupKey]) -> Settlement.Item {
      Settlement.Item(
        order: ItemOrder(at: .epoch, id: [id], rank: 0), least: Rational(amount), most: Rational(amount),
        groups: groups)
    }
    var settlement = Settlement()
    settlement.set(.unknown([Cause(.fieldMissing, 3)]), of: inner)
    settlement.set(.cap(Rational(50)), of: outer)
    let first = item(1, 30, [inner, outer])
    let second = item(2, 20, [outer])
    let third = item(3, 10, [outer])
    for each in [first, second, third] { settlement.add(each) }
    let settled = settlement.finish(groupCount: 2)
    #expect(settled.settle(first).causes == [Cause(.fieldMissing, 3)])
    #expect(settled.settle(second) == SettledItem(amount: Rational(20)).with(outer, 50))
    #expect(settled.settle(third).undecidedBy == 1)
  }
}

extension SettledItem {
  fileprivate func with(_ key: GroupKey, _ cap: Int) -> SettledItem {
    var copy = self
    copy.steps = [Step(key: key, limit: Rational(cap), amount: amount)]
    return copy
  }
}
