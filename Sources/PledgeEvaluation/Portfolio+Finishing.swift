import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Portfolio {
  /// Decides every frame of the period targets as of an instant and hands the decisions over, one after the
  /// other: by target in order of declaration, key in the order of its values, and period.
  ///
  /// Keys come from the tickets and, where a register gives them, from its rows. What one key comes to is
  /// held at a time. Linear in the accounts, and in keys times periods where nothing rolls.
  package mutating func finish(
    _ evaluator: inout Evaluator, asOf: Instant, each: (PeriodDecision) throws -> Void
  ) rethrows {
    takeRegisterKeys(&evaluator, asOf: asOf)
    defer { evaluator.leaveFrame() }
    let orders = keys.indices.map { order(of: $0) }
    for target in plan.periodTargets.indices {
      let set = plan.periodTargets[target].scope.keySet
      for key in orders[set] {
        var decided = KeyDecision(set: set, key: Int(key))
        try finish(target, &decided, &evaluator, asOf: asOf, each: each)
      }
    }
  }

  /// Decides a target for one key and hands the decisions over.
  package func finish(
    _ target: Int, _ decided: inout KeyDecision, _ evaluator: inout Evaluator, asOf: Instant,
    each: (PeriodDecision) throws -> Void
  ) rethrows {
    let texts = keyTexts(decided.set, decided.key, evaluator)
    for outcome in decide(target, &decided, &evaluator, asOf: asOf) {
      let causes = outcome.unknown.map { evaluator.unknowns.causes($0) } ?? []
      let reasons = explanation(of: outcome, &decided, &evaluator, asOf: asOf)
      try each(PeriodDecision(outcome: outcome, key: texts, causes: causes, explanation: reasons))
    }
  }

  /// All decisions at once, for a few tickets.
  package mutating func finish(_ evaluator: inout Evaluator, asOf: Instant) -> PortfolioOutcome {
    var result = PortfolioOutcome()
    finish(&evaluator, asOf: asOf) { result.periods.append($0) }
    return result
  }

  /// What is known of one key while it is decided: each target is looked at once.
  package struct KeyDecision {
    let set: Int
    package let key: Int
    var outcomes: [Int: [PeriodOutcome]] = [:]
    /// What targets came to in the periods of earlier versions of the policy.
    package var earlier: [Int: [PeriodOutcome]] = [:]
    /// What windows of a refund or right that rolls have taken, over all versions so far.
    var taken = WindowLine.Taken()

    package init(set: Int, key: Int) {
      self.set = set
      self.key = key
    }

    /// Goes on behind the windows of an earlier version; behind none where there is none.
    package mutating func goOn(behind other: Portfolio.KeyDecision?) {
      taken = other?.taken ?? WindowLine.Taken()
    }
  }

  /// The outcomes of a target for a key in the version's own periods, in the order of periods.
  package func decide(
    _ target: Int, _ decided: inout KeyDecision, _ evaluator: inout Evaluator, asOf: Instant
  ) -> [PeriodOutcome] {
    if let known = decided.outcomes[target] { return known }
    // A target that leads back to itself is refused by the checker.
    decided.outcomes[target] = []
    var judging = judging(target, &decided, &evaluator, asOf: asOf)
    let outcomes = judging.outcomes(&evaluator)
    decided.outcomes[target] = outcomes
    return outcomes
  }

  /// A target for a key, with what the targets came to that it reads.
  func judging(
    _ target: Int, _ decided: inout KeyDecision, _ evaluator: inout Evaluator, asOf: Instant
  ) -> PeriodJudging {
    var judging = PeriodJudging(self, target, decided, asOf: asOf)
    for other in judging.reads {
      let own = decide(other, &decided, &evaluator, asOf: asOf)
      judging.others[other] = (decided.earlier[other] ?? []) + own
    }
    return judging
  }

  // MARK: Keys

  /// Adds the keys that follow from the rows of a register, with or without tickets.
  package mutating func takeRegisterKeys(_ evaluator: inout Evaluator, asOf: Instant) {
    for target in plan.periodTargets.indices {
      let scope = plan.periodTargets[target].scope
      for source in scope.sources {
        for place in evaluator.registers[source.register].keys.indices {
          let roots = evaluator.registers[source.register].values(ofKeyAt: place).compactMap { Value($0) }
          guard roots.count == source.nodes.count else { continue }
          let frame = Frame(period: nil, readings: noReadings)
          evaluator.enter(roots, nodes: source.nodes, texts: emptyTicket, frame: frame, asOf: asOf)
          let parts = plan.keySets[scope.keySet].map { evaluator.value($0) }
          guard parts.allSatisfy({ $0.unknown == nil }) else { continue }
          let key = keys[scope.keySet].key(parts, of: emptyTicket, pool: plan.policy.texts)
          change(target, key) { _ in }
        }
      }
    }
    // The whole portfolio has one key, also without a ticket.
    for target in plan.periodTargets.indices {
      let set = plan.periodTargets[target].scope.keySet
      guard plan.keySets[set].isEmpty else { continue }
      let key = keys[set].key([], of: emptyTicket, pool: plan.policy.texts)
      change(target, key) { _ in }
    }
  }

  /// A ticket of nothing.
  var emptyTicket: Ticket { Ticket(fields: plan.policy.vocabulary.fields.count) }

  var noReadings: [PeriodReading?] { plan.periodTargets.map { _ in nil } }

  /// The keys in the order of their values: members as declared, numbers by size, texts by their bytes, what
  /// is not known last.
  package func order(of set: Int) -> [Int32] {
    let table = keys[set]
    let pool = plan.policy.texts
    return (0..<Int32(table.count)).sorted { left, right in
      for (first, second) in zip(table.parts(Int(left)), table.parts(Int(right))) where first != second {
        return KeyPart(first, table, pool) < KeyPart(second, table, pool)
      }
      return false
    }
  }

  func keyTexts(_ set: Int, _ key: Int, _ evaluator: borrowing Evaluator) -> [String] {
    zip(keys[set].parts(key), plan.keySets[set]).map { value, node in
      switch value {
      case .text(let id): keys[set].text(id, pool: plan.policy.texts)
      case .unknown, .later: "unknown"
      case .truth, .number, .duration, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .choice:
        evaluator.text(
          of: value, as: plan.meanings[Int(node)]?.type ?? .text, in: Ticket(fields: 0))
      }
    }
  }
}

/// A part of a key as keys are ordered by it.
private enum KeyPart: Comparable {
  case position(Int)
  case number(Rational)
  case text([UInt8])
  case unknown

  init(_ value: Value, _ keys: KeyTable, _ pool: TextPool) {
    switch value {
    case .truth(let truth): self = .position(truth ? 1 : 0)
    case .choice(let member): self = .position(Int(member))
    case .number(let number): self = .number(number)
    case .duration(let duration): self = .number(Rational(duration.microseconds))
    case .workingDays(let days): self = .number(Rational(Int(days)))
    case .instant(let instant): self = .number(Rational(instant.microseconds))
    case .date(let date): self = .number(Rational(Int(date.dayNumber)))
    case .timeOfDay(let time): self = .number(Rational(time.microseconds))
    case .text(let id): self = .text(Array(keys.text(id, pool: pool).utf8))
    case .calendarLength(let length): self = .number(Rational(length.months * 31 + length.days))
    case .unknown, .later: self = .unknown
    }
  }

  private var rank: Int {
    switch self {
    case .position: 0
    case .number: 1
    case .text: 2
    case .unknown: 3
    }
  }

  static func < (left: KeyPart, right: KeyPart) -> Bool {
    switch (left, right) {
    case (.position(let a), .position(let b)): a < b
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
    case (_, _): left.rank < right.rank
    }
  }
}
