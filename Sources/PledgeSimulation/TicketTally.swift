import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTickets
import PledgeTime

/// One worker's evaluator and the totals of what it has decided.
struct TicketTally: ~Copyable {
  var evaluator: Evaluator
  var totals: Totals
  /// What refunds over several tickets need; empty in a run that does not collect.
  private var items: ItemCollection
  /// What the tickets come to together; nil where the policy asks for nothing of several tickets.
  private(set) var portfolio: Portfolio?
  private let asOf: Instant
  private let isExplained: Bool
  private let breakdowns: [Breakdown]
  private let comparison: RecordedComparison?
  private var tables: [GroupTable]
  private var unknowns: [[UnknownID: Int]]
  /// The same of other workers, whose ids mean nothing here.
  private var foreignCauses: [[Cause: Int]]

  init(_ setup: SimulationSetup) {
    evaluator = Evaluator(plan: setup.plan, registers: setup.registers)
    evaluator.ticketIndex = setup.ticketIndex
    evaluator.settled = setup.settled?.groups
    evaluator.sharedGroups = setup.sharedGroups
    evaluator.timeOfVersions = setup.timeOfVersions
    items = ItemCollection(setup.plan, tenures: setup.tenures)
    totals = Totals(policy: setup.plan.policy)
    portfolio = Portfolio(setup.plan, isExplained: setup.isExplained, tenures: setup.tenures)
    asOf = setup.asOf
    isExplained = setup.isExplained
    breakdowns = setup.breakdowns
    comparison = setup.comparison
    tables = setup.breakdowns.map { _ in GroupTable() }
    unknowns = setup.plan.policy.targets.map { _ in [:] }
    foreignCauses = setup.plan.policy.targets.map { _ in [:] }
  }

  /// Decides a ticket and keeps what its groups need of it.
  ///
  /// `ask` answers for another version of the policy.
  mutating func collect(
    _ ticket: inout Ticket, ask: (GroupQuestion) -> Settlement.Limit = { _ in .absent }
  ) {
    evaluator.decide(&ticket, asOf: asOf)
    items.take(&ticket, &evaluator, ask: ask)
  }

  /// Keeps what the refunds of keys and periods need of a ticket that another version decides.
  mutating func collect(shared ticket: inout Ticket, _ verdicts: SharedVerdicts) {
    evaluator.look(at: &ticket, asOf: asOf, verdicts: verdicts)
    items.take(shared: &ticket, &evaluator)
  }

  /// Says what a group is held against that another version asks about.
  mutating func limit(_ question: GroupQuestion) -> Settlement.Limit {
    evaluator.limit(asked: question, asOf: asOf)
  }

  /// Adds what another worker has collected.
  mutating func mergeItems(_ other: borrowing TicketTally) {
    items.merge(other.items, unknowns: other.evaluator.unknowns, into: &evaluator)
  }

  /// Settles what all workers have collected, counts the refunds and rights of keys and periods and hands
  /// them over.
  mutating func finishItems(_ each: (FrameDecision) throws -> Void) rethrows -> SettledHistory {
    let groups = try items.finish(&evaluator, asOf: asOf, isExplained: isExplained) { frame in
      totals.take(frame)
      try each(frame)
    }
    return SettledHistory(groups: groups, frames: totals.ledger)
  }

  // MARK: Items of several versions

  /// What refunds of keys and periods read.
  var portfolioOfItems: Portfolio? { items.portfolio }

  mutating func takeRegisterKeysOfItems() { items.takeRegisterKeys(&evaluator, asOf: asOf) }

  /// Collects the items of a refund for a key.
  mutating func collect(
    refund: Int, _ decided: inout Portfolio.KeyDecision, ask: (GroupQuestion) -> Settlement.Limit
  ) {
    items.collect(refund: refund, &decided, &evaluator, asOf: asOf, ask: ask)
  }

  /// Gives its items away, with other names of what is not known.
  mutating func handOverItems(_ name: (Cause) -> Cause) -> Settlement { items.handOver(name) }

  /// Settles, counts and hands over a refund for a key.
  mutating func settle(
    refund: Int, _ decided: inout Portfolio.KeyDecision, _ groups: SettledGroups,
    _ each: (FrameDecision) throws -> Void
  ) rethrows {
    try items.settle(
      refund: refund, &decided, groups, &evaluator, asOf: asOf, isExplained: isExplained
    ) { frame in
      totals.take(frame)
      try each(frame)
    }
  }

  /// Counts and hands over a right for a key.
  mutating func grant(
    right: Int, _ decided: inout Portfolio.KeyDecision, _ each: (FrameDecision) throws -> Void
  ) rethrows {
    try items.grant(right: right, &decided, &evaluator, asOf: asOf, isExplained: isExplained) { frame in
      totals.take(frame)
      try each(frame)
    }
  }

  /// Decides a ticket and counts it; what another system recorded is compared and returned.
  mutating func take(_ ticket: inout Ticket) -> RecordedVerdict? {
    evaluator.decide(&ticket, asOf: asOf)
    portfolio?.take(&ticket, &evaluator)
    totals.decided += 1
    totals.events += ticket.events.count
    if tables.isEmpty { count(row: totals.overall) }
    for index in tables.indices {
      let row =
        if let value = value(of: breakdowns[index].source, ticket) {
          tables[index].row(
            of: value, ticket: ticket, pool: evaluator.plan.policy.texts, ledger: &totals.ledger)
        } else {
          tables[index].rowOfUnknown(&totals.ledger)
        }
      count(row: row)
    }
    for index in evaluator.targets.indices {
      switch evaluator.targets[index].verdict {
      case .excused:
        if let exclusion = evaluator.targets[index].exclusion { totals.excusals[index][exclusion] += 1 }
      case .undecided:
        if let unknown = evaluator.targets[index].unknown { unknowns[index][unknown, default: 0] += 1 }
      case .met, .breached, .pending, .notApplicable: break
      }
    }
    guard let comparison else { return nil }
    let recorded = RecordedVerdict(
      ticket.captured[comparison.captured], of: ticket, pool: evaluator.plan.policy.texts)
    totals.agreement[evaluator.targets[comparison.target].verdict, recorded] += 1
    return recorded
  }

  /// Counts the ticket decided last in a row of the ledger. What the evaluator holds is handed over part by
  /// part, because as a whole it would be copied.
  private mutating func count(row: Int) {
    totals.ledger.count(evaluator.targets, evaluator.refunds, row: row)
    if totals.ledger.rightCount > 0 { totals.ledger.count(evaluator.rights, row: row) }
    if totals.ledger.escalationCount > 0 { totals.ledger.count(evaluator.stepOutcomes, row: row) }
  }

  /// Looks at a ticket that another version decides, for what several tickets come to together.
  mutating func take(shared ticket: inout Ticket, _ verdicts: SharedVerdicts) {
    evaluator.look(at: &ticket, asOf: asOf, verdicts: verdicts)
    portfolio?.take(&ticket, &evaluator)
  }

  /// The first breakdown that has more values than a table can show.
  var overflowing: Breakdown? {
    tables.firstIndex { $0.count > GroupTable.limit }.map { breakdowns[$0] }
  }

  /// Counts a rejection.
  mutating func reject(_ rejection: Rejection) {
    totals.rejected += 1
    totals.rejections[rejection.reason.code, default: 0] += 1
  }

  private func value(of source: Breakdown.Source, _ ticket: borrowing Ticket) -> Value? {
    switch source {
    case .probe(let index): evaluator.probes[index]
    case .captured(let index): Value(ticket.captured[index])
    }
  }

  /// Adds another worker's totals, which gives up what it holds of keys; group and cause lists are made by
  /// `finish`.
  mutating func merge(_ other: inout TicketTally) {
    totals.decided += other.totals.decided
    totals.rejected += other.totals.rejected
    totals.events += other.totals.events
    totals.ledger.merge(row: totals.overall, from: other.totals.ledger, row: other.totals.overall)
    for index in tables.indices {
      tables[index].merge(other.tables[index], from: other.totals.ledger, into: &totals.ledger)
    }
    for target in totals.excusals.indices {
      for exclusion in totals.excusals[target].indices {
        totals.excusals[target][exclusion] += other.totals.excusals[target][exclusion]
      }
      foreignCauses[target].merge(other.causes(target), uniquingKeysWith: +)
    }
    for (code, count) in other.totals.rejections { totals.rejections[code, default: 0] += count }
    totals.agreement.merge(other.totals.agreement)
    if let theirs = other.portfolio.take() {
      portfolio?.merge(theirs, unknowns: other.evaluator.unknowns, into: &evaluator)
    }
  }

  /// Decides each key and period, counts them and hands them over.
  mutating func finishPeriods(_ each: (PeriodDecision) throws -> Void) rethrows {
    try portfolio?.finish(&evaluator, asOf: asOf) { decision in
      totals.periods[decision.outcome.target].take(decision.outcome)
      try each(decision)
    }
  }

  /// Adds the keys that follow from the rows of a register to those of the tickets.
  mutating func takeRegisterKeys() { portfolio?.takeRegisterKeys(&evaluator, asOf: asOf) }

  /// The same as `finishPeriods` for one target and key.
  mutating func finishPeriods(
    _ target: Int, _ decided: inout Portfolio.KeyDecision, _ each: (PeriodDecision) throws -> Void
  ) rethrows {
    try portfolio?.finish(target, &decided, &evaluator, asOf: asOf) { decision in
      totals.periods[target].take(decision.outcome)
      try each(decision)
    }
  }

  /// The totals with their groups and causes in order.
  mutating func finish() -> Totals {
    // Each ticket is in one group of a breakdown: the groups come to the whole, which need not be counted.
    if let rows = tables.first?.allRows {
      let parts = totals.ledger
      for row in rows { totals.ledger.merge(row: totals.overall, from: parts, row: row) }
    }
    totals.ledger.settle()
    var groups: [[Group]] = []
    for index in tables.indices {
      groups.append(tables[index].groups(of: breakdowns[index], evaluator: evaluator))
    }
    totals.groups = groups
    totals.causes = unknowns.indices.map { target in
      causes(target).map { CauseCount(cause: $0.key, count: $0.value) }.sorted { $0.cause < $1.cause }
    }
    return totals
  }

  private func causes(_ target: Int) -> [Cause: Int] {
    var result = foreignCauses[target]
    for (id, count) in unknowns[target] {
      for cause in evaluator.unknowns.causes(id) { result[cause, default: 0] += count }
    }
    return result
  }
}
