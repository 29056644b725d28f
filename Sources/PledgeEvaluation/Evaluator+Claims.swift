import PledgePolicy
import PledgeTime

/// What the claims that a refund needs have come to.
enum ClaimOutcome {
  /// All were made in time, the last at this instant; the first of their times ends at the other.
  case made(Instant, until: Instant?)
  /// Some are missing and still in time, until this instant; nil where that is not known yet. The time of one
  /// of them may be still to come.
  case open(Instant?, isToCome: Bool)
  /// The time of one is over.
  case lapsed(Instant?)
  case unknown(UnknownID)
}

extension Evaluator {
  /// All claims together: one that is late decides, then one that is not known, then one that is missing.
  mutating func claims(_ list: Node.List) -> ClaimOutcome {
    var last = Instant.earliest
    var (isOpen, isToCome) = (false, false)
    // Of what is made the ends matter once all are.
    var (openUntil, until): (Instant?, Instant?) = (nil, nil)
    var causes: UnknownID?
    for position in list.range {
      switch claim(plan.claims[position]) {
      case .made(let at, let end):
        last = max(last, at)
        until = [until, end].compactMap { $0 }.min()
      case .lapsed(let until): return .lapsed(until)
      case .open(let end, let begins):
        isOpen = true
        isToCome = isToCome || begins
        openUntil = [openUntil, end].compactMap { $0 }.min()
      case .unknown(let id): causes = causes.map { unknowns.join($0, id) } ?? id
      }
    }
    if let causes { return .unknown(causes) }
    return isOpen ? .open(openUntil, isToCome: isToCome) : .made(last, until: until)
  }

  private mutating func claim(_ claim: ClaimPlan) -> ClaimOutcome {
    switch window(of: claim) {
    case .unknown(let id): return .unknown(id)
    case .known(let window):
      if let made = firstClaim(claim.event, window) { return .made(made, until: window.until) }
      if window.isOver(asOf) {
        if plan.policy.vocabulary.events[Int(claim.event.event)].ifRecorded {
          return .unknown(unknown(.eventUnrecorded, claim.event.event))
        }
        return .lapsed(window.until)
      }
      return .open(window.until, isToCome: window.from > asOf)
    }
  }

  /// When a claim can be made.
  struct ClaimWindow {
    /// `Instant.latest` where the beginning is still to come.
    var from: Instant
    /// Nil where the end depends on what is still to come.
    var until: Instant?
    var isUntilIncluded: Bool

    func contains(_ at: Instant) -> Bool { at >= from && !isOver(at, atEnd: !isUntilIncluded) }

    /// Whether no claim behind this instant is in time.
    func isOver(_ asOf: Instant) -> Bool { isOver(asOf, atEnd: !isUntilIncluded) }

    private func isOver(_ at: Instant, atEnd: Bool) -> Bool {
      guard let until else { return false }
      return atEnd ? at >= until : at > until
    }
  }

  private mutating func window(of claim: ClaimPlan) -> Known<ClaimWindow> {
    var window = ClaimWindow(from: .earliest, until: nil, isUntilIncluded: true)
    if claim.from >= 0 {
      switch value(claim.from) {
      case .instant(let from): window.from = from
      case .later: window.from = .latest
      case let other: return .unknown(other.unknown ?? unknown(.overflow))
      }
    }
    let end = deadline(claim.until)
    window.isUntilIncluded = end.isIncluded
    switch end.value {
    case .instant(let until): window.until = until
    case .later: break
    case let other: return .unknown(other.unknown ?? unknown(.overflow))
    }
    return .known(window)
  }

  private func firstClaim(_ point: EventPointPlan, _ window: ClaimWindow) -> Instant? {
    var seen: Int32 = 0
    var found: Instant?
    for position in 0..<visible where ticket.events[position].code == point.event {
      seen += 1
      guard point.occurrence <= 0 || point.occurrence == seen,
        let at = ticket.events[position].at.adding(point.offset)
      else { continue }
      let isInTime = window.contains(at)
      // Of the last occurrence only that one is looked at.
      if point.occurrence < 0 { found = isInTime ? at : nil } else if isInTime { return at }
    }
    return found
  }

  /// The windows of the claims and when they were made.
  mutating func explain(_ list: Node.List) -> [ClaimExplanation] {
    plan.claims[list.range].map { claim in
      guard case .known(let window) = window(of: claim) else {
        return ClaimExplanation(from: nil, until: nil, isUntilIncluded: true, made: nil)
      }
      let isFromKnown = window.from != .earliest && window.from != .latest
      return ClaimExplanation(
        from: isFromKnown ? window.from : nil, until: window.until, isUntilIncluded: window.isUntilIncluded,
        made: firstClaim(claim.event, window))
    }
  }

  // MARK: Rights

  /// What a right of the ticket comes to; of one of a key and period nothing.
  mutating func computeRight(_ right: RightPlan) -> RightOutcome {
    right.frame == nil ? computeGrant(right) : RightOutcome(.none)
  }

  /// What a right comes to for the ticket, or for the frame in its place.
  mutating func computeGrant(_ right: RightPlan) -> RightOutcome {
    let condition = value(right.condition)
    if condition == .truth(false) { return RightOutcome(.none) }
    if let id = condition.unknown { return openRight(id) }
    var window = ClaimWindow(from: .earliest, until: nil, isUntilIncluded: true)
    if right.start >= 0 {
      switch value(right.start) {
      case .instant(let start): window.from = start
      // What opens the window has not happened yet.
      case .later: return RightOutcome(.granted)
      case let other: return openRight(other.unknown ?? unknown(.overflow))
      }
      let end = deadline(right.end)
      guard case .instant(let until) = end.value else {
        return openRight(end.value.unknown ?? unknown(.overflow))
      }
      window.until = until
      window.isUntilIncluded = end.isIncluded
    }
    return right.claims.count == 0 ? unused(window) : used(right, window)
  }

  private func unused(_ window: ClaimWindow) -> RightOutcome {
    let isToCome = window.until == nil || window.from > asOf
    var outcome = RightOutcome(isToCome ? .granted : window.isOver(asOf) ? .expired : .usable)
    outcome.until = window.until
    return outcome
  }

  /// A right whose use is an event: it has to lie in the right's own window and in that of the claim.
  private mutating func used(_ right: RightPlan, _ window: ClaimWindow) -> RightOutcome {
    var outcome: RightOutcome
    switch claims(right.claims) {
    case .made(let at, let until) where window.contains(at):
      outcome = RightOutcome(.used)
      outcome.used = at
      outcome.until = [until, window.until].compactMap { $0 }.min()
      return outcome
    case .made: return unused(window)
    case .lapsed(let until):
      outcome = RightOutcome(.expired)
      outcome.until = [until, window.until].compactMap { $0 }.min()
    case .open(let until, let isToCome):
      outcome = unused(window)
      outcome.until = [until, window.until].compactMap { $0 }.min()
      if outcome.state == .granted, until != nil, window.from <= asOf { outcome.state = .usable }
      // No use counts before the time of the claim has begun.
      if isToCome, outcome.state == .usable { outcome.state = .granted }
    case .unknown(let id):
      if window.isOver(asOf) { return unused(window) }
      return openRight(id)
    }
    return outcome
  }

  mutating func openRight(_ id: UnknownID) -> RightOutcome {
    var outcome = RightOutcome(verdict(for: id) == .pending ? .pending : .undecided)
    outcome.unknown = id
    return outcome
  }
}
