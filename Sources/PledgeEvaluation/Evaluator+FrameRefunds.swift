import PledgePolicy
import PledgeTickets
import PledgeTime

// Refunds and rights of a key and a period. They are decided for each frame, behind the period targets that
// they read, by the same steps as those of a ticket: the frame stands in the place of the ticket, and the
// claims of its tickets are its events.

extension Evaluator {
  /// Keeps the claims that the ticket decided last holds for frames.
  package mutating func collect(_ ticket: inout Ticket, into claims: inout FrameClaims) {
    swap(&self.ticket, &ticket)
    for index in plan.refunds.indices {
      let refund = plan.refunds[index]
      guard let frame = refund.frame, refund.claims.count > 0,
        case .instant(let counted) = countingInstant(refund)
      else { continue }
      collect(refund.claims, of: frame, group: index, counted: counted, into: &claims)
    }
    for index in plan.rights.indices {
      guard let frame = plan.rights[index].frame else { continue }
      collect(
        plan.rights[index].claims, of: frame, group: plan.refunds.count + index, counted: nil, into: &claims)
    }
    swap(&self.ticket, &ticket)
  }

  /// Keeps the events of some claims; each counts when its ticket does, or, without that, when it is made.
  private mutating func collect(
    _ list: Node.List, of frame: FramePlan, group: Int, counted: Instant?, into claims: inout FrameClaims
  ) {
    guard list.count > 0, let key = claimKey(frame, group: group) else { return }
    let codes = Set(plan.claims[list.range].map(\.event.event))
    for position in 0..<visible where codes.contains(ticket.events[position].code) {
      let event = ticket.events[position]
      claims.add(event, counted: counted ?? event.at, to: key)
    }
  }

  /// The key to which the current ticket's claims belong; nil where it is not known.
  private mutating func claimKey(_ frame: FramePlan, group: Int) -> GroupKey? {
    var parts: [GroupKey.Part] = []
    for node in plan.keySets[frame.scope.keySet] {
      let value = value(node)
      guard value.unknown == nil else { return nil }
      parts.append(part(value))
    }
    return GroupKey(group: Int32(group), parts: parts, period: 0)
  }

  // MARK: Refunds

  /// Decides the refunds of all frames of a portfolio, before their groups: by refund in order of
  /// declaration, key in the order of its values, and period. What one key comes to is held at a time.
  mutating func eachFrameRefund(
    of portfolio: Portfolio, _ claims: FrameClaims, asOf: Instant,
    _ body: (inout Evaluator, inout FrameRefund) throws -> Void
  ) rethrows {
    defer { leaveFrame() }
    for index in plan.refunds.indices {
      guard let frame = plan.refunds[index].frame else { continue }
      for key in portfolio.order(of: frame.scope.keySet) {
        var decided = Portfolio.KeyDecision(set: frame.scope.keySet, key: Int(key))
        try eachFrame(ofRefund: index, &decided, portfolio, claims, asOf: asOf, body)
      }
    }
  }

  /// The same for one refund and one key.
  mutating func eachFrame(
    ofRefund index: Int, _ decided: inout Portfolio.KeyDecision, _ portfolio: Portfolio,
    _ claims: FrameClaims, asOf: Instant, _ body: (inout Evaluator, inout FrameRefund) throws -> Void
  ) rethrows {
    guard let placing = plan.placing(ofRefund: index) else { return }
    let key = decided.key
    try eachPlace(
      of: placing.frame, refund: placing.refund, &decided, portfolio, asOf: asOf
    ) { evaluator, place in
      let asking = FrameOfKey(key: key, place: place, portfolio: portfolio, claims: claims, asOf: asOf)
      for position in evaluator.plan.refunds[index].components.range {
        let component = Int(evaluator.plan.operands[position])
        evaluator.refunds[component] = evaluator.component(component, asking)
      }
      evaluator.enter(asking, ofRefund: index)
      var refund = evaluator.frameRefund(index, place)
      try body(&evaluator, &refund)
    }
  }

  /// A key and period of a portfolio in which refunds are decided.
  private struct FrameOfKey {
    let key: Int
    let place: FramePlace
    let portfolio: Portfolio
    let claims: FrameClaims
    let asOf: Instant
  }

  private mutating func enter(_ asking: FrameOfKey, ofRefund index: Int) {
    guard let frame = plan.refunds[index].frame else { return }
    let group = GroupKey(
      group: Int32(index), parts: parts(ofKey: asking.key, frame.scope.keySet, asking.portfolio), period: 0)
    enter(
      asking.place, frame, key: asking.key, asking.portfolio,
      events: asking.claims.claims(group, in: asking.place.period.interval), asOf: asking.asOf)
  }

  /// What a refund that a combination pays comes to in a frame; nothing for a key that it leaves out.
  private mutating func component(_ index: Int, _ asking: FrameOfKey) -> RefundOutcome {
    enter(asking, ofRefund: index)
    guard let frame = plan.refunds[index].frame else { return RefundOutcome(.none) }
    if frame.scope.filter >= 0 {
      let counts = value(frame.scope.filter)
      if counts == .truth(false) { return RefundOutcome(.none) }
      if let id = counts.unknown { return open(id) }
    }
    let read = Set(plan.operands[frame.targets.range].map(Int.init))
    return item(
      of: index, asking.place.readings.filter { read.contains($0.target) }, mayMove: asking.place.mayMove)
  }

  /// What a refund comes to in the frame that has been entered, before its groups.
  private mutating func item(
    of index: Int, _ readings: [PeriodOutcome], mayMove: Bool
  ) -> RefundOutcome {
    var item = computeUnsettled(plan.refunds[index])
    let isAccruing = mayMove || readings.contains { $0.verdict == .breached && $0.isRunning }
    if isAccruing, item.state == .owed { item.state = .accruing }
    return item
  }

  /// Decides a refund in the frame that has been entered.
  private mutating func frameRefund(_ index: Int, _ place: FramePlace) -> FrameRefund {
    var raw: RefundOutcome
    if let doubt = place.doubt {
      raw = open(doubt)
    } else if plan.refunds[index].combination != nil {
      raw = combineFrame(index)
    } else {
      raw = item(of: index, place.readings, mayMove: place.mayMove)
      if plan.refunds[index].isComponent, raw.isPayable { raw.state = .combined }
    }
    var result = FrameRefund(refund: index, place: place, outcome: raw, raw: raw)
    refunds[index] = raw
    if plan.refunds[index].groups.count > 0 {
      result.item = item(of: index)
      // Several windows of which it is not known which of them pay can come to several items.
      if place.doubt != nil, place.windows > 1 { result.item?.most = nil }
    }
    if let id = raw.unknown { result.causes = unknowns.causes(id) }
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

  // MARK: Rights

  /// Decides the rights of all frames of a portfolio, in the same order.
  mutating func eachFrameRight(
    of portfolio: Portfolio, _ claims: FrameClaims, asOf: Instant,
    _ body: (inout Evaluator, inout FrameRight) throws -> Void
  ) rethrows {
    defer { leaveFrame() }
    for index in plan.rights.indices {
      guard let frame = plan.rights[index].frame else { continue }
      for key in portfolio.order(of: frame.scope.keySet) {
        var decided = Portfolio.KeyDecision(set: frame.scope.keySet, key: Int(key))
        try eachFrame(ofRight: index, &decided, portfolio, claims, asOf: asOf, body)
      }
    }
  }

  /// The same for one right and one key.
  mutating func eachFrame(
    ofRight index: Int, _ decided: inout Portfolio.KeyDecision, _ portfolio: Portfolio,
    _ claims: FrameClaims, asOf: Instant, _ body: (inout Evaluator, inout FrameRight) throws -> Void
  ) rethrows {
    guard let frame = plan.rights[index].frame else { return }
    let key = decided.key
    try eachPlace(of: frame, &decided, portfolio, asOf: asOf) { evaluator, place in
      let group = GroupKey(
        group: Int32(evaluator.plan.refunds.count + index),
        parts: evaluator.parts(ofKey: key, frame.scope.keySet, portfolio), period: 0)
      // What was used before was another one.
      let since = Interval(start: evaluator.counted(place.period, frame), end: .latest)
      evaluator.enter(
        place, frame, key: key, portfolio, events: claims.claims(group, in: since), asOf: asOf)
      var right = evaluator.frameRight(index, place)
      try body(&evaluator, &right)
    }
  }

  /// Decides a right in the frame that has been entered.
  private mutating func frameRight(_ index: Int, _ place: FramePlace) -> FrameRight {
    let outcome = place.doubt.map { openRight($0) } ?? computeGrant(plan.rights[index])
    rights[index] = outcome
    return FrameRight(
      right: index, place: place, outcome: outcome,
      causes: outcome.unknown.map { unknowns.causes($0) } ?? [])
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
