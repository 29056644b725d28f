import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// Refunds of a key and a period. They are decided for each frame, behind the period targets that they read,
// by the same steps as a refund of a ticket: the frame stands in the place of the ticket, and the
// claims of its tickets are its events.

extension Evaluator {
  /// Keeps the claims that the ticket decided last holds for frames.
  package mutating func collect(_ ticket: inout Ticket, into claims: inout FrameClaims) {
    swap(&self.ticket, &ticket)
    for index in plan.refunds.indices where plan.refunds[index].scope != nil {
      let refund = plan.refunds[index]
      guard refund.claims.count > 0, case .instant(let counted) = countingInstant(refund),
        let key = claimKey(of: index)
      else { continue }
      let codes = Set(plan.claims[refund.claims.range].map(\.event.event))
      for position in 0..<visible where codes.contains(self.ticket.events[position].code) {
        claims.add(self.ticket.events[position], counted: counted, to: key)
      }
    }
    swap(&self.ticket, &ticket)
  }

  /// The key to which the current ticket's claims belong for a refund; nil where it is not known.
  private mutating func claimKey(of index: Int) -> GroupKey? {
    guard let scope = plan.refunds[index].scope else { return nil }
    var parts: [GroupKey.Part] = []
    for node in plan.keySets[scope.keySet] {
      let value = value(node)
      guard value.unknown == nil else { return nil }
      parts.append(part(value))
    }
    return GroupKey(group: Int32(index), parts: parts, period: 0)
  }

  /// Decides the refunds of all frames of a portfolio, before their groups: by refund in order of
  /// declaration, key in the order of its values, and period. What one key comes to is held at a time.
  mutating func eachFrameRefund(
    of portfolio: Portfolio, _ claims: FrameClaims, asOf: Instant,
    _ body: (inout Evaluator, inout FrameRefund) throws -> Void
  ) rethrows {
    defer { leaveFrame() }
    for index in plan.refunds.indices {
      guard let scope = plan.refunds[index].scope else { continue }
      for key in portfolio.order(of: scope.keySet) {
        var decided = Portfolio.KeyDecision(set: scope.keySet, key: Int(key))
        try eachFrame(of: index, &decided, portfolio, claims, asOf: asOf, body)
      }
    }
  }

  /// The same for one refund and one key.
  mutating func eachFrame(
    of index: Int, _ decided: inout Portfolio.KeyDecision, _ portfolio: Portfolio, _ claims: FrameClaims,
    asOf: Instant, _ body: (inout Evaluator, inout FrameRefund) throws -> Void
  ) rethrows {
    let targets = plan.periodTargets(readBy: index)
    guard let first = targets.first else { return }
    let texts = portfolio.keyTexts(decided.set, decided.key, self)
    for target in targets { _ = portfolio.decide(target, &decided, &self, asOf: asOf) }
    for outcome in decided.outcomes[first] ?? [] {
      let place = FramePlace(
        index: index, set: decided.set, key: decided.key, keyTexts: texts, period: outcome.period,
        readings: targets.compactMap { decided.outcomes[$0]?.outcome(of: outcome.period.number) })
      var frame = frameRefund(place, portfolio, claims, asOf: asOf)
      try body(&self, &frame)
    }
  }

  private struct FramePlace {
    var index: Int
    var set: Int
    var key: Int
    var keyTexts: [String]
    var period: Period
    /// What the period targets that the refund reads came to for the same key and period.
    var readings: [PeriodOutcome]
  }

  private mutating func frameRefund(
    _ place: FramePlace, _ portfolio: Portfolio, _ claims: FrameClaims, asOf: Instant
  ) -> FrameRefund {
    var texts = portfolio.emptyTicket
    let values = portfolio.keys[place.set].parts(place.key, texts: &texts, pool: plan.policy.texts)
    for index in texts.values.indices { texts.values[index] = .missing }
    var readings: [PeriodReading?] = plan.periodTargets.map { _ in nil }
    var isAccruing = false
    for other in place.readings {
      readings[other.target] = reading(other)
      if other.verdict == .breached, other.isRunning { isAccruing = true }
    }
    self.ticket = texts
    let parts = values.map { part($0) }
    texts.events = claims.claims(
      GroupKey(group: Int32(place.index), parts: parts, period: 0), in: place.period.interval)
    texts.id = Array(parts.flatMap { $0.bytes })
    enter(
      values, nodes: plan.keySets[place.set], texts: texts,
      frame: Frame(period: place.period, readings: readings), asOf: asOf)
    var raw = computeUnsettled(plan.refunds[place.index])
    if isAccruing, raw.state == .owed { raw.state = .accruing }
    var result = FrameRefund(
      refund: place.index, key: place.key, keyTexts: place.keyTexts, period: place.period, outcome: raw,
      item: nil, raw: raw)
    refunds[place.index] = raw
    if plan.refunds[place.index].groups.count > 0 { result.item = item(of: place.index) }
    if let id = raw.unknown { result.causes = unknowns.causes(id) }
    result.readings = place.readings
    return result
  }

  /// Puts what the groups have left of a frame's item in its place.
  mutating func settle(_ frame: inout FrameRefund, _ settled: SettledGroups) {
    guard let item = frame.item, frame.raw.isPayable else { return }
    frame.outcome = settle(frame.raw, item, settled, plan.refunds[frame.refund])
    frame.causes = frame.outcome.unknown.map { unknowns.causes($0) } ?? []
  }

  /// Says how a settled frame came about, while the evaluator is still in it.
  mutating func explain(_ frame: inout FrameRefund, _ groups: SettledGroups) {
    let before = settled
    settled = groups
    items = refunds
    var reasons = explainRefund(frame.refund)
    settled = before
    reasons.causes = frame.causes
    frame.explanation = reasons
  }
}

extension Plan {
  /// The list of keys of a refund of a key and period; nil for one of a ticket.
  package func keySet(ofRefund index: Int) -> Int? { refunds[index].scope?.keySet }

  /// The targets of the same keys that a refund of a key and period reads.
  package func periodTargets(readBy index: Int) -> [Int] {
    operands[refunds[index].periodTargets.range].map(Int.init).filter {
      periodTargets[$0].scope.keySet == refunds[index].scope?.keySet
    }
  }
}

extension GroupKey.Part {
  /// A part of what orders frames of one instant.
  var bytes: [UInt8] {
    switch self {
    case .text(let bytes): bytes + [0]
    case .value(let value): Array("\(value)".utf8) + [0]
    }
  }
}
