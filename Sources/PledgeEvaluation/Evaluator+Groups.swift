import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// Refunds whose caps or minimum look at the items of many tickets. A first pass collects the items, and the
// settled groups are then asked for each of them.

extension Evaluator {
  /// Adds what the ticket decided last owes to the items of its groups.
  ///
  /// **Invariant**: the ticket was decided without settled groups, so that its refunds are items.
  package mutating func collect(
    _ ticket: inout Ticket, into settlement: inout Settlement, ask: (GroupQuestion) -> Settlement.Limit
  ) {
    guard !plan.groups.isEmpty else { return }
    swap(&self.ticket, &ticket)
    for index in refunds.indices where plan.refunds[index].groups.count > 0 {
      if let item = item(of: index) { add(item, to: &settlement, ask: ask) }
    }
    swap(&self.ticket, &ticket)
  }

  /// Adds an item; `ask` says what groups are held against that another version settles.
  mutating func add(
    _ item: Settlement.Item, to settlement: inout Settlement, ask: (GroupQuestion) -> Settlement.Limit
  ) {
    for key in item.groups where !settlement.knows(key) {
      settlement.set(question(key).map(ask) ?? limit(of: key), of: key)
    }
    settlement.add(item)
  }

  /// Puts what the groups have left of the ticket's items in their place.
  mutating func settleRefunds() {
    items = refunds
    guard let settled else { return }
    for index in refunds.indices where plan.refunds[index].groups.count > 0 {
      refunds[index] = settle(index, settled)
    }
  }

  private mutating func settle(_ index: Int, _ settled: SettledGroups) -> RefundOutcome {
    let outcome = items[index]
    guard outcome.isPayable else { return outcome }
    switch keys(of: index) {
    case .unknown(let id): return open(id)
    case .known(let place):
      let refund = plan.refunds[index]
      guard let item = place.item(of: refund, outcome.amount) else { return open(unknown(.overflow)) }
      return settle(outcome, item, settled, refund)
    }
  }

  /// What groups leave of an item.
  mutating func settle(
    _ raw: RefundOutcome, _ item: Settlement.Item, _ settled: SettledGroups, _ refund: RefundPlan
  ) -> RefundOutcome {
    let result = settled.settle(item)
    if let group = result.undecidedBy { return open(causes(of: result, group)) }
    guard let each = refund.each(of: result.amount) else { return open(unknown(.overflow)) }
    var outcome = raw
    outcome.amount = each
    if result.isBelow == true { outcome.state = .belowMinimum }
    return heldAgainstMinimum(outcome, refund)
  }

  /// The groups that the item of a refund met, and what they left of it.
  mutating func groupSteps(of index: Int) -> [RefundExplanation.GroupStep] {
    let refund = plan.refunds[index]
    guard let settled, items[index].isPayable, case .known(let place) = keys(of: index),
      let item = place.item(of: refund, items[index].amount)
    else { return [] }
    let result = settled.settle(item)
    var steps: [RefundExplanation.GroupStep] = []
    for key in place.groups {
      let cap = result.steps.first { $0.key == key }
      if settled[key]?.limit == .absent { continue }
      let own = self.group(ofNumber: key.group)
      let group = plan.groups[Int(own)]
      steps.append(
        RefundExplanation.GroupStep(
          group: Int(own), key: group.isPerTicket ? [] : keyTexts(of: group),
          period: period(of: key)?.name, limit: cap?.limit,
          amount: cap.flatMap { refund.each(of: $0.amount) },
          total: settled[key]?.total.amount))
    }
    return steps
  }

  private mutating func keyTexts(of group: GroupPlan) -> [String] {
    plan.operands[group.keys.range].map { node in
      text(of: value(node), as: plan.meanings[Int(node)]?.type ?? .text)
    }
  }

  private mutating func causes(of result: SettledItem, _ group: Int32) -> UnknownID {
    guard let first = result.causes.first else {
      return unknown(.groupUndecided, self.group(ofNumber: group))
    }
    return result.causes.dropFirst().reduce(unknowns.id(first)) { unknowns.join($0, unknowns.id($1)) }
  }

  // MARK: Items

  /// What a refund contributes to its groups; nil where that is nothing, or where its group is not known.
  mutating func item(of index: Int) -> Settlement.Item? {
    let outcome = refunds[index]
    guard outcome.isPayable || outcome.state == .undecided, case .known(let place) = keys(of: index) else {
      return nil
    }
    let refund = plan.refunds[index]
    if outcome.isPayable, let item = place.item(of: refund, outcome.amount) { return item }
    let most = outcome.isPayable ? nil : most(of: index).flatMap { refund.together($0) }
    return place.item(of: refund, least: .zero, most: most)
  }

  /// What an undecided refund comes to at most; nil where that is not known.
  private mutating func most(of index: Int) -> Rational? {
    let refund = plan.refunds[index]
    guard refund.combination == nil, refund.cyclesOf < 0, case .number(let paid) = value(refund.amount),
      let rounded = paid.rounded(refund.roundingMode, toMultipleOf: refund.roundingUnit)
    else { return nil }
    var item = RefundOutcome(.owed)
    item.amount = rounded
    let capped = limited(item, refund)
    return capped.isPayable ? max(capped.amount, .zero) : nil
  }

  /// Where an item stands: in which groups, and where in their order.
  private struct Place {
    var order: ItemOrder
    var groups: [GroupKey]

    /// The item of a refund of which each payee gets a known amount; nil beyond 128 bits.
    func item(of refund: RefundPlan, _ each: Rational) -> Settlement.Item? {
      refund.together(each).map { item(of: refund, least: $0, most: $0) }
    }

    func item(of refund: RefundPlan, least: Rational, most: Rational?) -> Settlement.Item {
      var item = Settlement.Item(order: order, least: least, most: most, groups: groups)
      if refund.payees > 1 { item.step = refund.together(refund.minorUnit) }
      return item
    }
  }

  private mutating func keys(of index: Int) -> Known<Place> {
    let refund = plan.refunds[index]
    let counted = countingInstant(refund)
    guard case .instant(let at) = counted else {
      return .unknown(counted.unknown ?? unknown(.overflow))
    }
    var groups: [GroupKey] = []
    for position in refund.groups.range {
      switch key(plan.operands[position], at) {
      case .unknown(let id): return .unknown(id)
      case .known(let key): if let key { groups.append(key) }
      }
    }
    return .known(Place(order: ItemOrder(at: at, id: ticket.id, rank: refund.rank), groups: groups))
  }

  mutating func countingInstant(_ refund: RefundPlan) -> Value {
    if let period = frame?.period, let frame = refund.frame { return .instant(counted(period, frame)) }
    if refund.countedBy >= 0 { return value(refund.countedBy) }
    if plan.governing >= 0 { return value(plan.governing) }
    return visible > 0 ? .instant(ticket.events[0].at) : .unknown(unknown(.logEmpty))
  }

  /// The group of the current ticket's item; nil where the group's filter leaves it out, and where the item
  /// lies in none of its periods.
  private mutating func key(_ index: Int32, _ at: Instant) -> Known<GroupKey?> {
    var key: GroupKey
    switch groupKey(index) {
    case .unknown(let id): return .unknown(id)
    case .known(let found): key = found
    }
    let group = plan.groups[Int(index)]
    if group.hasPeriods {
      switch periods(of: group, key) {
      case .unknown(let id): return .unknown(id)
      case .known(let sequence):
        guard let number = sequence.number(containing: at) else { return .known(nil) }
        key.period = number
      }
    }
    guard group.filter >= 0, question(key) == nil else { return .known(key) }
    switch asked(group.filter, of: group, key) {
    case .truth(let truth): return .known(truth ? key : nil)
    case let other: return .unknown(other.unknown ?? unknown(.overflow))
    }
  }

  func part(_ value: Value) -> GroupKey.Part {
    guard case .text(let id) = value else { return .value(value) }
    return .text(ticket.withBytes(id, pool: plan.policy.texts) { Array($0) })
  }

  // MARK: Limits

  /// What a group of the current ticket is held against.
  private mutating func limit(of key: GroupKey) -> Settlement.Limit {
    let group = plan.groups[Int(self.group(ofNumber: key.group))]
    return limit(of: group) { $0.asked(group.cap, of: group, key) }
  }

  /// What a group is held against; `amount` gives what its cap comes to.
  mutating func limit(of group: GroupPlan, _ amount: (inout Evaluator) -> Value) -> Settlement.Limit {
    if let minimum = group.minimum { return .minimum(minimum, inclusive: group.minimumIncluded) }
    let amount = amount(&self)
    if case .number(let exact) = amount,
      let cap = max(exact, .zero).rounded(.down, toMultipleOf: group.minorUnit)
    {
      return .cap(cap)
    }
    return .unknown(unknowns.causes(amount.unknown ?? unknown(.overflow)))
  }

  /// The value of an expression of a frame, for the current ticket's key and a period.
  ///
  /// The keys have their values in the ticket, so that only the period is missing.
  private mutating func asked(_ node: Int32, of group: GroupPlan, _ key: GroupKey) -> Value {
    guard group.hasPeriods, frame == nil else { return value(node) }
    frame = Frame(
      period: period(of: key),
      readings: Array(repeating: nil, count: plan.policy.periodTargets.count))
    // A period reads the rows of registers that hold when it begins.
    let outside = registerInstant
    registerInstant = frame?.period?.interval.start
    raiseStamp()
    let result = value(node)
    frame = nil
    registerInstant = outside
    raiseStamp()
    return result
  }
}

extension RefundOutcome {
  /// Whether it is paid as of now.
  var isPayable: Bool { state == .owed || state == .accruing }
}
