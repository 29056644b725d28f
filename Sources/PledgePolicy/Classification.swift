/// What every declaration of a policy needs, how often a history is read and what memory grows with.
package struct Classification: Sendable {
  /// One declaration.
  package struct Entry: Sendable, Hashable {
    package var name: String
    /// Its sort, as the language writes it.
    package var sort: String
    package var evaluationClass: EvaluationClass
    package var stratum: Stratum
    /// What memory grows with because of it; nil for a constant.
    package var memory: MemoryGrowth?
  }

  /// In the order of the strata, in each in the order of the text.
  package private(set) var entries: [Entry] = []
  private let policy: Policy

  package init(_ policy: Policy) {
    self.policy = policy
    for stratum in Stratum.allCases { add(stratum) }
  }

  /// What is done, pass by pass; each reads the whole history once.
  package var passes: [HistoryPass] { Classification.passes(of: [self]) }

  /// The same where several policies, the versions of one, decide together.
  package static func passes(of all: [Classification]) -> [HistoryPass] {
    var result: [HistoryPass] = []
    var index: [HistoryPass.Search] = []
    if all.contains(where: \.countsTickets) {
      index.append(.countedTickets)
      if all.contains(where: \.hasSpansOfKeys) { index.append(.spansOfKeys) }
    }
    if all.contains(where: \.notesAnchors) {
      index.append(.anchorsOfCaps)
    }
    if !index.isEmpty { result.append(.index(index)) }
    if all.contains(where: \.settlesGroups) {
      result.append(.settle(withRights: all.contains(where: \.grantsOfPeriods)))
    }
    return result + [.decide(judgesPeriods: all.contains(where: \.judgesPeriods))]
  }

  /// Whether an index of all tickets comes before they are decided.
  package var countsTickets: Bool { entries.contains { $0.evaluationClass == .global } }

  /// Whether periods of caps begin with events of tickets.
  private var notesAnchors: Bool { policy.groups.contains(where: \.beginsWithTickets) }

  private var grantsOfPeriods: Bool { policy.rights.contains { $0.scope != nil } }

  private var hasSpansOfKeys: Bool { policy.spans.contains { $0.keys != nil || $0.span.isOverlap } }

  /// Whether keys and periods are judged, which takes all tickets together.
  package var judgesPeriods: Bool { !policy.periodTargets.isEmpty }

  /// What memory grows with; empty where it does not grow with the history.
  package var memory: [(name: String, growth: MemoryGrowth)] {
    entries.compactMap { entry in entry.memory.map { (entry.name, $0) } }
  }

  /// Whether items of several tickets meet: caps and minimums of groups, refunds and rights of a key and
  /// period.
  private var settlesGroups: Bool {
    !policy.groups.isEmpty || policy.refunds.contains { $0.scope != nil }
      || policy.rights.contains { $0.scope != nil }
  }

  // MARK: Declarations

  private mutating func add(_ stratum: Stratum) {
    switch stratum {
    case .registers: addRegisters(stratum)
    case .spans:
      for span in policy.spans {
        if span.keys != nil || span.span.isOverlap {
          add(span.name, "span", .global, stratum, memory: .disjointIntervals(ofKey: true))
        } else {
          add(span.name, "span", of: [], spans: [span.span], stratum)
        }
      }
    case .lets: addValues(stratum)
    case .exclusions:
      for exclusion in policy.exclusions {
        let spans = exclusion.span.map { [$0] } ?? []
        add(exclusion.name, "exclusion", of: [exclusion.condition], spans: spans, stratum)
      }
    case .ticketTargets:
      for target in policy.targets {
        add(target.name, "target", of: target.operands, spans: target.spans(in: policy), stratum)
      }
    case .escalations:
      for escalation in policy.escalations {
        let conditions = [escalation.condition] + escalation.steps.map(\.condition)
        let spans = escalation.clock.map { [$0.span] } ?? []
        add(escalation.name, "escalation", of: conditions, spans: spans, stratum)
      }
    case .periodTargets: for target in policy.periodTargets { add(target) }
    case .refunds: for refund in policy.refunds { add(refund) }
    case .caps: addCaps()
    case .rights: for right in policy.rights { add(right) }
    }
  }

  private mutating func addRegisters(_ stratum: Stratum) {
    for register in policy.registers {
      add(register.name, "register", .ticket, stratum, memory: .registerRows)
    }
    for calendar in policy.calendars { add(calendar.name, "calendar", .ticket, stratum) }
    for parameter in policy.parameters { add(parameter.name, "param", .ticket, stratum) }
  }

  private mutating func addValues(_ stratum: Stratum) {
    for value in policy.derivedValues { add(value.name, "let", of: [value.value], stratum) }
    for table in policy.tables {
      let parts = table.columns + table.rows.flatMap(\.results)
      if let name = table.name { add(name, "table", of: parts, stratum) }
    }
  }

  private mutating func add(_ target: PeriodTarget) {
    let hasKey = !target.scope.keys.isEmpty
    let memory: MemoryGrowth? =
      switch target.measure.kind {
      case .availability(_, .some), .total(_, .some): .intervalsOfTickets(ofKey: hasKey)
      case .availability, .total, .longest:
        .disjointIntervals(ofKey: hasKey)
      case .starts, .tickets, .share: .figure(.count, ofKey: hasKey, target.bucket)
      case .mean, .sum: .figure(.sum, ofKey: hasKey, target.bucket)
      case .maximum: .figure(.value, ofKey: hasKey, target.bucket)
      // Periods are looked at key by key, and none of them is kept.
      case .run: nil
      }
    add(target.name, "target", target.evaluationClass, .periodTargets, memory: memory)
  }

  private mutating func add(_ refund: Refund) {
    guard refund.scope == nil else {
      let sort = refund.components.isEmpty ? "refund" : "combine"
      return add(refund.name, sort, .final, .refunds, memory: memory(of: refund.claims))
    }
    switch refund.basis {
    case .pay(let condition, let amount):
      add(refund.name, "refund", of: [condition, amount] + refund.caps, .refunds)
    case .combination(_, let components):
      let conditions = components.flatMap { policy.refunds[$0].conditions }
      add(refund.name, "combine", of: conditions, .refunds)
    }
  }

  private mutating func add(_ right: Right) {
    guard right.scope == nil else {
      return add(right.name, "right", .final, .rights, memory: memory(of: right.claims))
    }
    add(right.name, "right", of: [right.condition], .rights)
  }

  private func memory(of claims: [Claim]) -> MemoryGrowth? {
    claims.isEmpty ? nil : .claims
  }

  private mutating func addCaps() {
    for group in policy.groups where group.scope != nil {
      let name = group.members.map { policy.refunds[$0].name }.joined(separator: ", ")
      let sort =
        switch group.limit {
        case .cap: "cap"
        case .minimum: "issue"
        }
      add(name, sort, .final, .caps, memory: .items(withInstants: group.beginsWithTickets))
    }
  }

  private mutating func add(
    _ name: String, _ sort: String, of expressions: [Expression?], spans: [SpanExpression] = [],
    _ stratum: Stratum
  ) {
    add(name, sort, ClassSearch.result(policy, expressions, spans: spans), stratum)
  }

  private mutating func add(
    _ name: String, _ sort: String, _ evaluationClass: EvaluationClass, _ stratum: Stratum,
    memory: MemoryGrowth? = nil
  ) {
    entries.append(
      Entry(name: name, sort: sort, evaluationClass: evaluationClass, stratum: stratum, memory: memory))
  }
}

extension PeriodTarget {
  /// How finely tickets are counted, so that every period can be put together.
  fileprivate var bucket: MemoryGrowth.Bucket {
    if scope.period?.slot != nil { return .slot }
    switch scope.period?.kind {
    case .calendar?, nil: return .period
    case .rolling(let length, _)? where length.type == .calendarLength: return .day
    case .rolling?, .anchored?: return .instant
    }
  }

  /// A fold of each key and period, unless windows overlap, periods are counted or keys come without
  /// tickets.
  fileprivate var evaluationClass: EvaluationClass {
    if !scope.keySources.isEmpty { return .final }
    if case .rolling? = scope.period?.kind { return .final }
    if case .run = measure.kind { return .final }
    return .keyed
  }
}

extension Refund {
  /// What the refund itself asks, where it pays.
  fileprivate var conditions: [Expression] {
    switch basis {
    case .pay(let condition, let amount): [condition, amount]
    case .combination: []
    }
  }
}
