import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTesting
import PledgeTime

/// What a witness comes to as `expect` lines.
struct WitnessExpectations {
  let witness: Witness
  let policy: Policy

  /// How many lines of one sort are written: a story of many tickets is told by its first ones.
  private static let limit = 12

  /// All that can be expected, also that something is not applicable, that nothing is owed, and named values.
  var allLines: [String] {
    var result: [String] = []
    for (place, decision) in witness.decided.tickets.enumerated().prefix(Self.limit) {
      let of = witness.decided.tickets.count == 1 ? "" : " of \"\(Situation.id(place))\""
      result += targets(decision, of) + notApplicable(decision, of) + refunds(decision, of)
      result += notOwed(decision, of) + rights(decision, of) + steps(decision, of) + values(place, of)
    }
    return result + periods + frames
  }

  private func notApplicable(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.targets, decision.targets).compactMap { target, outcome in
      outcome.verdict == .notApplicable ? "expect \(name(target.name))\(of) \(outcome.verdict.word)" : nil
    }
  }

  private func notOwed(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.refunds, decision.refunds).compactMap { refund, outcome in
      refund.scope == nil && outcome.state == .none
        ? "expect \(name(refund.name))\(of) \(outcome.state.word)" : nil
    }
  }

  /// What is told of a witness.
  var lines: [String] {
    var result: [String] = []
    for (place, decision) in witness.decided.tickets.enumerated().prefix(Self.limit) {
      let of = witness.decided.tickets.count == 1 ? "" : " of \"\(Situation.id(place))\""
      result += targets(decision, of) + refunds(decision, of) + rights(decision, of) + steps(decision, of)
      if result.isEmpty || policy.targets.isEmpty { result += values(place, of) }
    }
    result += periods + frames
    return result.isEmpty ? notApplicable : result
  }

  /// Where nothing is decided, that is what can be expected.
  private var notApplicable: [String] {
    guard let decision = witness.decided.tickets.first, witness.decided.tickets.count == 1 else { return [] }
    return notApplicable(decision, "")
  }

  private func name(_ name: String) -> String { WitnessText.name(name) }

  private func text(_ instant: Instant) -> String { instant.plainText(in: policy.header.zone) }

  // MARK: Tickets

  private func targets(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.targets, decision.targets).compactMap { target, outcome in
      guard outcome.verdict != .notApplicable else { return nil }
      var line = "expect \(name(target.name))\(of) \(outcome.verdict.word)"
      switch outcome.verdict {
      case .met where outcome.isCountKnown && outcome.doubt == nil && outcome.limit != nil:
        line += " counted \(outcome.counted.text)"
      case .breached where outcome.doubt == nil: line += " over \(outcome.over.text)"
      case .met, .breached, .excused, .pending, .notApplicable, .undecided: break
      }
      if let due = outcome.due, outcome.dueDoubt == nil, outcome.verdict != .undecided {
        line += " due \(text(due))"
      }
      return line
    }
  }

  private func refunds(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.refunds, decision.refunds).compactMap { refund, outcome in
      refund.scope == nil && outcome.state != .none
        ? "expect \(name(refund.name))\(of) \(words(outcome, refund))" : nil
    }
  }

  private func words(_ outcome: RefundOutcome, _ refund: Refund) -> String {
    var words = outcome.state.word
    if outcome.state.hasAmount {
      words += " " + policy.words(.number(outcome.amount), .money(refund.currency))
    }
    if let until = outcome.until { words += " until \(text(until))" }
    return words
  }

  private func rights(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.rights, decision.rights).compactMap { right, outcome in
      right.scope == nil && outcome.state != .none
        ? "expect \(name(right.name))\(of) \(words(outcome))" : nil
    }
  }

  private func words(_ outcome: RightOutcome) -> String {
    outcome.state.word + (outcome.until.map { " until \(text($0))" } ?? "")
  }

  private func steps(_ decision: ExplainedTicket, _ of: String) -> [String] {
    zip(policy.escalations, decision.steps).flatMap { escalation, outcomes in
      outcomes.prefix(Self.limit).compactMap { outcome in
        switch outcome.state {
        case .notApplicable, .void, .suppressed: nil
        case .scheduled, .pending, .done, .late, .missed, .undecided:
          "expect \(name(escalation.name)) step \(outcome.number)\(of) \(outcome.state.word)"
            + (outcome.due.map { " due \(text($0))" } ?? "")
        }
      }
    }
  }

  /// The values that have a name.
  private func values(_ place: Int, _ of: String) -> [String] {
    witness.decided.values[place].sorted { $0.key < $1.key }.map { index, text in
      "expect \(name(policy.derivedValues[index].name))\(of) \(text)"
    }
  }

  // MARK: Keys and periods

  private var periods: [String] {
    let told = witness.decided.periods.filter { $0.outcome.verdict != .notApplicable }
    let weighty = told.filter { $0.outcome.tickets > 0 || $0.outcome.verdict == .breached }
    return (weighty.isEmpty ? told : weighty).prefix(Self.limit).map { decision in
      let target = policy.periodTargets[decision.outcome.target]
      return "expect \(name(target.name))\(place(decision.key, target.scope, decision.outcome.period.name))"
        + " \(decision.outcome.verdict.word)"
    }
  }

  private var frames: [String] {
    witness.decided.frames.compactMap { frame in
      switch frame {
      case .refund(let found) where found.outcome.state != .none:
        let refund = policy.refunds[found.refund]
        return
          "expect \(name(refund.name))\(place(found.place, refund.scope)) \(words(found.outcome, refund))"
      case .right(let found) where found.outcome.state != .none:
        let right = policy.rights[found.right]
        return "expect \(name(right.name))\(place(found.place, right.scope)) \(words(found.outcome))"
      case .refund, .right: return nil
      }
    }.prefix(Self.limit).map { $0 }
  }

  private func place(_ place: FramePlace, _ scope: Scope?) -> String {
    self.place(place.key, scope, place.period.name)
  }

  /// `of "C-1" in 2026-04`; the whole portfolio has no key.
  private func place(_ key: [String], _ scope: Scope?, _ period: String) -> String {
    let parts = zip(key, scope?.keys ?? []).map { value, part in
      switch part.type {
      case .text, .key: value.hasPrefix("\"") ? value : "\"\(value)\""
      case .choice: name(value)
      case .truth, .integer, .decimal, .percent, .money, .duration, .calendarLength, .workingLength, .instant,
        .date, .timeOfDay:
        value
      }
    }
    return (parts.isEmpty ? "" : " of " + parts.joined(separator: ", ")) + " in \(period)"
  }
}
