import PledgePolicy
import PledgeTickets
import PledgeTime

// Fields that events change. The record's own value holds before the first change; what a ticket without
// changes costs is one test.

extension Evaluator {
  /// Puts the values of the fields at the as-of instant into `current`.
  mutating func applyChanges() {
    current.removeAll(keepingCapacity: true)
    current.append(contentsOf: ticket.values)
    ignoredChanges.removeAll(keepingCapacity: true)
    applied = 0
    applyFurtherChanges()
  }

  /// The same, where `current` holds the values at an instant that is not later.
  mutating func applyFurtherChanges() {
    while applied < ticket.changes.count, ticket.changes[applied].at <= asOf {
      let change = ticket.changes[applied]
      if isTooLate(change) {
        ignoredChanges.append(applied)
      } else {
        current[Int(change.field)] = change.value
      }
      applied += 1
    }
  }

  /// Whether a change comes when its field is fixed: less than the stated time before the value that it has.
  private func isTooLate(_ change: FieldChange) -> Bool {
    let field = Int(change.field)
    guard !plan.fixedBefore.isEmpty, let length = plan.fixedBefore[field] else { return false }
    let stated: Instant
    switch Value(current[field]) ?? fieldDefaults[field] {
    case .instant(let instant)?: stated = instant
    case .date(let date)?: stated = zone.startOfDay(date)
    case .unknown?, .later?, .truth?, .number?, .duration?, .calendarLength?, .workingDays?, .timeOfDay?,
      .text?, .choice?, nil:
      return false
    }
    switch length {
    case .duration(let duration): return stated.subtracting(duration).map { change.at > $0 } ?? false
    case .calendarLength(let length):
      let last = length.multiplied(by: -1)?.adding(to: stated, in: zone, monthEnd)
      return last.map { change.at > $0 } ?? false
    case .unknown, .later, .truth, .number, .workingDays, .instant, .date, .timeOfDay, .text, .choice:
      return false
    }
  }

  // MARK: Conditions over time

  /// Whether a condition's span follows the ticket's log, and does not hold always or never.
  func follows(_ node: Int32) -> Bool { hasChanges || plan.timedConditions.contains(node) }

  /// The times while a condition holds, looked at whenever the log says something. Before the first entry it
  /// is what it is there; behind the last it stays.
  mutating func follow(_ condition: Int32, _ node: Int32, into index: Int) -> SpanState {
    var state = SpanState()
    let instants = breakpoints(withEvents: plan.timedConditions.contains(node))
    var open: Instant?
    var doubtful: [Interval] = []
    var causes: UnknownID?
    for (position, instant) in instants.enumerated() {
      let value = valueOnCutLog { [registerInstant] evaluator in
        evaluator.registerInstant = registerInstant
        if position == 0 { evaluator.look(asOf: instant) } else { evaluator.lookFurther(asOf: instant) }
        return evaluator.value(condition)
      }
      let from = position == 0 ? Instant.earliest : instant
      // What has not happened by an instant does not hold there.
      if let id = value.unknown, !unknowns.isNotYet(id) {
        causes = joined(causes, id)
        let until = position + 1 < instants.count ? instants[position + 1] : .latest
        doubtful.append(Interval(start: from, end: until))
      }
      if value == .truth(true) {
        open = open ?? from
      } else if let start = open {
        spans[index].append(Interval(start: start, end: from))
        open = nil
      }
    }
    if let open {
      spans[index].append(Interval(start: open, end: .latest))
      state.isOpen = true
    }
    if let causes {
      var possible: [Interval] = []
      Span.unite(spans[index], doubtful, into: &possible)
      bound(&state, index, possible: possible, causes)
    }
    return state
  }

  /// The instants at which the log up to the as-of instant says something, each once.
  private func breakpoints(withEvents: Bool) -> [Instant] {
    var instants = ticket.changes.prefix { $0.at <= asOf }.map(\.at)
    if withEvents {
      instants += ticket.events[..<visible].map(\.at)
      instants.sort()
    } else if let first = ticket.events[..<visible].first, first.at < instants.first ?? .latest {
      instants.insert(first.at, at: 0)
    }
    var kept: [Instant] = []
    for instant in instants where kept.last != instant { kept.append(instant) }
    return kept.isEmpty ? [asOf] : kept
  }

  /// Looks at the log up to a later instant than before.
  mutating func lookFurther(asOf: Instant) {
    self.asOf = asOf
    raiseStamp()
    while visible < ticket.events.count, ticket.events[visible].at <= asOf { visible += 1 }
    if hasChanges { applyFurtherChanges() }
  }

  // MARK: Settlement

  /// Cuts the log at the first instant at which what is known says that the ticket is settled.
  mutating func settle(asOf: Instant) {
    isFinal = false
    guard plan.settlementMoves else {
      guard case .instant(let settled) = value(plan.settlement), settled <= asOf else { return }
      look(asOf: settled)
      isFinal = true
      return
    }
    let count = visible
    for position in 0..<count {
      let cut = ticket.events[position].at
      let next = position + 1 < count ? ticket.events[position + 1].at : nil
      if next == cut { continue }
      look(asOf: cut)
      guard case .instant(let stated) = value(plan.settlement) else { continue }
      let settled = max(stated, cut)
      guard settled <= asOf, next.map({ settled < $0 }) ?? true else { continue }
      look(asOf: settled)
      isFinal = true
      return
    }
    look(asOf: asOf)
  }
}
