import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// Refunds of a key and a period. They are decided once for each frame, behind the period targets that they
// read, by the same steps as a refund of a ticket: the frame stands in the place of the ticket, and the
// claims of its tickets are its events.

extension Evaluator {
  /// Keeps the claims that the ticket decided last holds for frames.
  package mutating func collect(_ ticket: inout Ticket, into claims: inout FrameClaims) {
    swap(&self.ticket, &ticket)
    for index in plan.refunds.indices where plan.refunds[index].scope != nil {
      let refund = plan.refunds[index]
      guard refund.claims.count > 0, let key = frameKey(of: index) else { continue }
      let codes = Set(plan.claims[refund.claims.range].map(\.event.event))
      for position in 0..<visible where codes.contains(self.ticket.events[position].code) {
        claims.add(self.ticket.events[position], to: key)
      }
    }
    swap(&self.ticket, &ticket)
  }

  /// The frame in which the current ticket falls for a refund; nil where it falls in none that is known.
  private mutating func frameKey(of index: Int) -> GroupKey? {
    guard let scope = plan.refunds[index].scope, case .calendar(let unit) = scope.rule,
      case .instant(let at) = countingInstant(plan.refunds[index])
    else { return nil }
    var parts: [GroupKey.Part] = []
    for node in plan.keySets[scope.keySet] {
      let value = value(node)
      guard value.unknown == nil else { return nil }
      parts.append(part(value))
    }
    return GroupKey(
      group: Int32(index), parts: parts, period: PeriodSequence.number(unit, zone.date(at: at)))
  }

  /// Decides the refunds of all frames that a portfolio has judged, before their groups; their items are
  /// added to the settlement.
  package mutating func frameRefunds(
    of portfolio: Portfolio, _ judged: PortfolioOutcome, _ claims: FrameClaims, asOf: Instant,
    into settlement: inout Settlement
  ) -> [FrameRefund] {
    var result: [FrameRefund] = []
    var together: [FrameName: [Int]] = [:]
    for (position, outcome) in judged.periods.enumerated() {
      let set = plan.periodTargets[outcome.target].scope.keySet
      together[FrameName(set: set, key: outcome.key, number: outcome.period.number), default: []]
        .append(position)
    }
    for index in plan.refunds.indices {
      guard let scope = plan.refunds[index].scope,
        let first = plan.operands[plan.refunds[index].periodTargets.range].first
      else {
        continue
      }
      for outcome in judged.periods where outcome.target == Int(first) {
        let name = FrameName(set: scope.keySet, key: outcome.key, number: outcome.period.number)
        let place = FramePlace(
          index: index, set: scope.keySet, key: outcome.key, period: outcome.period,
          readings: (together[name] ?? []).map { judged.periods[$0] })
        result.append(frameRefund(place, portfolio, judged, claims, asOf: asOf, into: &settlement))
      }
    }
    leaveFrame()
    return result
  }

  private struct FramePlace {
    var index: Int
    var set: Int
    var key: Int
    var period: Period
    /// What the period targets of the same key and period came to.
    var readings: [PeriodOutcome]
  }

  private struct FrameName: Hashable {
    var set: Int
    var key: Int
    var number: Int
  }

  private mutating func frameRefund(
    _ place: FramePlace, _ portfolio: Portfolio, _ judged: PortfolioOutcome, _ claims: FrameClaims,
    asOf: Instant, into settlement: inout Settlement
  ) -> FrameRefund {
    var texts = portfolio.emptyTicket
    let values = portfolio.keys[place.set].parts(place.key, texts: &texts, pool: plan.policy.texts)
    for index in texts.values.indices { texts.values[index] = .missing }
    var readings: [PeriodReading?] = plan.periodTargets.map { _ in nil }
    var isAccruing = false
    for other in place.readings {
      readings[other.target] = reading(other)
      let isRead = plan.operands[plan.refunds[place.index].periodTargets.range].contains(Int32(other.target))
      if isRead, other.verdict == .breached, other.isRunning { isAccruing = true }
    }
    self.ticket = texts
    let parts = values.map { part($0) }
    texts.events = claims.claims(
      GroupKey(group: Int32(place.index), parts: parts, period: place.period.number))
    texts.id = Array(parts.flatMap { $0.bytes })
    enter(
      values, nodes: plan.keySets[place.set], texts: texts,
      frame: Frame(period: place.period, readings: readings), asOf: asOf)
    var raw = computeUnsettled(plan.refunds[place.index])
    if isAccruing, raw.state == .owed { raw.state = .accruing }
    var result = FrameRefund(
      refund: place.index, key: place.key, keyTexts: judged.keyTexts[place.set][place.key],
      period: place.period, outcome: raw, item: nil, raw: raw)
    refunds[place.index] = raw
    if plan.refunds[place.index].groups.count > 0, let item = item(of: place.index) {
      add(item, to: &settlement)
      result.item = item
    }
    if let id = raw.unknown { result.causes = unknowns.causes(id) }
    return result
  }

  /// Puts what the groups have left of each frame's item in its place.
  package mutating func settle(_ frames: inout [FrameRefund], _ settled: SettledGroups) {
    for position in frames.indices {
      guard let item = frames[position].item, frames[position].raw.isPayable else { continue }
      let refund = plan.refunds[frames[position].refund]
      frames[position].outcome = settle(frames[position].raw, item, settled, refund)
      frames[position].causes = frames[position].outcome.unknown.map { unknowns.causes($0) } ?? []
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
