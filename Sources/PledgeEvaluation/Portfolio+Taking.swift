import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension Portfolio {
  /// Adds a ticket that the evaluator has just decided.
  ///
  /// Linear in the ticket's events for each span of a period target, and logarithmic in what the key has.
  package mutating func take(_ ticket: inout Ticket, _ evaluator: inout Evaluator) {
    evaluator.withTicket(&ticket) { evaluator in
      if evidence != nil { ticketID = evaluator.ticket.id }
      if evaluator.visible > 0 { firstEvent = min(firstEvent, evaluator.ticket.events[0].at) }
      for set in keys.indices {
        let (key, unknown) = self.key(set, &evaluator)
        for target in plan.periodTargets.indices where plan.periodTargets[target].scope.keySet == set {
          take(target, key, unknown, &evaluator)
        }
      }
    }
  }

  private mutating func key(_ set: Int, _ evaluator: inout Evaluator) -> (Int, UnknownID?) {
    parts.removeAll(keepingCapacity: true)
    var unknown: UnknownID?
    for node in plan.keySets[set] {
      let value = evaluator.value(node)
      parts.append(value)
      if let id = value.unknown { unknown = evaluator.joined(unknown, id) }
    }
    let number = keys[set].key(parts, of: evaluator.ticket, pool: plan.policy.texts)
    return (number, unknown)
  }

  private mutating func take(
    _ target: Int, _ key: Int, _ unknownKey: UnknownID?, _ evaluator: inout Evaluator
  ) {
    let target = target
    let ready = plan.periodTargets[target]
    var contribution = ContributionClass.certain
    // Of samples each is asked whether it counts.
    let ofTicket = ready.sampledEvent < 0 ? ready.measureCondition : -1
    for condition in [ready.condition, ofTicket] where condition >= 0 {
      let holds = evaluator.value(condition)
      if holds == .truth(false) { return }
      if let id = holds.unknown { contribution.doubt = evaluator.joined(contribution.doubt, id) }
    }
    for exclusion in ready.wholeExclusions where contribution.exclusion < 0 {
      let condition = plan.exclusions[exclusion].condition
      let holds = condition < 0 ? .truth(true) : evaluator.value(condition)
      if holds == .truth(true) {
        contribution.exclusion = Int32(exclusion)
      } else if let id = holds.unknown {
        contribution.mayBeExcluded = evaluator.joined(contribution.mayBeExcluded, id)
      }
    }
    change(target, key) { account in
      account.tickets += 1
      if let unknownKey { account.unknown = evaluator.joined(account.unknown, unknownKey) }
    }
    takeAnchor(target, key, &evaluator)
    takeLeaves(target, key, contribution, &evaluator)
    switch ready.kind {
    case .availability(let part, let whole), .total(let part, let whole):
      if part >= 0 { takeWeighted(target, key, part, whole, contribution, &evaluator) }
    case .longest, .run: break
    case .starts(let span) where span < 0: break
    case .starts(let span): takeStarts(target, key, span, contribution, &evaluator)
    case .tickets, .share: takeTally(target, key, contribution, &evaluator)
    case .mean(let value), .maximum(let value), .sum(let value, _):
      if ready.sampledEvent < 0 {
        takeSample(target, key, value, contribution, &evaluator)
      } else {
        takeSamples(target, key, value, contribution, &evaluator)
      }
    }
  }

  private mutating func takeAnchor(_ target: Int, _ key: Int, _ evaluator: inout Evaluator) {
    guard case .anchored(_, let node, ofTickets: true, _) = plan.periodTargets[target].scope.rule else {
      return
    }
    switch evaluator.value(node) {
    case .instant(let at): change(target, key) { $0.anchor = min($0.anchor, at) }
    case .later: break
    case let other:
      if let id = other.unknown { change(target, key) { $0.unknown = evaluator.joined($0.unknown, id) } }
    }
  }

  // MARK: Spans

  private mutating func takeLeaves(
    _ target: Int, _ key: Int, _ contribution: ContributionClass, _ evaluator: inout Evaluator
  ) {
    let leaves = plan.periodTargets[target].leaves
    guard !leaves.isEmpty else { return }
    let measured = plan.periodTargets[target].span.map(\.leaves) ?? []
    for (index, leaf) in leaves.enumerated() {
      // Pauses and exclusions are times of the key, whichever of its tickets they come from; of one that may
      // not count they may be none.
      var own = measured.contains(index) ? contribution : ContributionClass(doubt: contribution.doubt)
      guard evaluator.fulfils(leaf.conditions, &own.doubt) else { continue }
      gather(leaf, own, evaluator: &evaluator) { portfolio, interval, contribution in
        guard portfolio.reaches[target].overlaps(interval) else { return }
        let number = portfolio.number(of: contribution)
        portfolio.change(target, key) { $0.add(interval, leaf: index, number) }
        portfolio.keep(target, key, number, .time(leaf: index, interval))
      }
    }
  }

  /// Hands over the times that a ticket's leaf surely covers, and those that it may.
  private mutating func gather(
    _ leaf: LeafPlan, _ contribution: ContributionClass, evaluator: inout Evaluator,
    _ add: (inout Portfolio, Interval, ContributionClass) -> Void
  ) {
    let state = evaluator.span(leaf.span)
    var doubtful = contribution
    if let id = state.unknown {
      if evaluator.unknowns.isNotYet(id) { return }
      doubtful.doubt = evaluator.joined(doubtful.doubt, id)
      add(&self, Interval(start: .earliest, end: evaluator.asOf), doubtful)
      return
    }
    if state.hasBounds { return gatherBounds(leaf, contribution, &evaluator, add) }
    let known = Interval(start: .earliest, end: min(evaluator.asOf, state.doubt?.from ?? .latest))
    intervals.removeAll(keepingCapacity: true)
    for interval in evaluator.rawIntervals(leaf.span) { intervals.append(interval) }
    var contribution = contribution
    for condition in leaf.conditions where condition.span >= 0 && evaluator.follows(condition.span) {
      evaluator.cut(&intervals, condition, &contribution.doubt)
    }
    doubtful.doubt = contribution.doubt
    for interval in intervals {
      add(&self, interval.clipped(to: known), contribution)
      guard interval.end > known.end else { continue }
      if let doubt = state.doubt {
        doubtful.doubt = evaluator.joined(contribution.doubt, doubt.cause)
        let end = doubt.isWithin ? min(interval.end, evaluator.asOf) : evaluator.asOf
        add(&self, Interval(start: interval.start, end: end), doubtful)
      } else if let test = leaf.length ?? state.length,
        !test.admits(interval.clipped(to: known).length.microseconds),
        let end = interval.start.adding(test.length)?.adding(Duration(microseconds: 1))
      {
        // What runs and is not yet long enough may come to count.
        let id = evaluator.unknown(.eventNotYet, state.endEvent)
        doubtful.doubt = evaluator.joined(contribution.doubt, id)
        add(&self, Interval(start: interval.start, end: min(end, interval.end)), doubtful)
      }
    }
    if let doubt = state.doubt, doubt.mayBegin {
      doubtful.doubt = evaluator.joined(contribution.doubt, doubt.cause)
      add(&self, Interval(start: .earliest, end: evaluator.asOf), doubtful)
    }
  }

  /// Hands over the two ends of a leaf of which only these are known.
  private mutating func gatherBounds(
    _ leaf: LeafPlan, _ contribution: ContributionClass, _ evaluator: inout Evaluator,
    _ add: (inout Portfolio, Interval, ContributionClass) -> Void
  ) {
    var (surely, perhaps): ([Interval], [Interval]) = ([], [])
    guard let cause = evaluator.relief(leaf.span, surely: &surely, perhaps: &perhaps) else { return }
    var (certain, doubtful) = (contribution, contribution)
    doubtful.doubt = evaluator.joined(contribution.doubt, cause)
    for condition in leaf.conditions where condition.span >= 0 && evaluator.follows(condition.span) {
      evaluator.cut(&surely, condition, &certain.doubt)
      evaluator.cut(&perhaps, condition, &doubtful.doubt)
    }
    let past = Interval(start: .earliest, end: evaluator.asOf)
    for interval in surely { add(&self, interval.clipped(to: past), certain) }
    for interval in perhaps { add(&self, interval.clipped(to: past), doubtful) }
  }

  private mutating func takeWeighted(
    _ target: Int, _ key: Int, _ part: Int32, _ whole: Int32, _ contribution: ContributionClass,
    _ evaluator: inout Evaluator
  ) {
    guard let leaf = plan.periodTargets[target].leaves.first else { return }
    var contribution = contribution
    guard evaluator.fulfils(leaf.conditions, &contribution.doubt) else { return }
    var weight = Rational.one
    let (share, all) = (evaluator.value(part), evaluator.value(whole))
    if case .number(let part) = share, case .number(let whole) = all, !whole.isZero,
      let quotient = part.divided(by: whole)
    {
      weight = min(max(quotient, .zero), .one)
    } else if let id = share.unknown ?? all.unknown {
      // Not knowing how many are concerned, it is nobody or everybody.
      contribution.doubt = evaluator.joined(contribution.doubt, id)
    } else {
      contribution.doubt = evaluator.joined(contribution.doubt, evaluator.unknown(.divisionByZero))
    }
    gather(leaf, contribution, evaluator: &evaluator) { portfolio, interval, contribution in
      guard !interval.isEmpty, portfolio.reaches[target].overlaps(interval) else { return }
      let number = portfolio.number(of: contribution)
      portfolio.change(target, key) {
        $0.weighted.append(WeightedInterval(interval: interval, contribution: number, weight: weight))
      }
      portfolio.keep(target, key, number, .weighted(interval, weight))
    }
  }

  // MARK: Counts

  private mutating func takeStarts(
    _ target: Int, _ key: Int, _ node: Int32, _ contribution: ContributionClass,
    _ evaluator: inout Evaluator
  ) {
    var contribution = contribution
    let state = evaluator.span(node)
    if let id = state.vague {
      guard !evaluator.unknowns.isNotYet(id) else { return }
      contribution.doubt = evaluator.joined(contribution.doubt, id)
      add(Tally(bucket: Tally.anyTime, contribution: number(of: contribution), all: 1, good: 1), target, key)
      return
    }
    intervals.removeAll(keepingCapacity: true)
    for interval in evaluator.rawIntervals(node) { intervals.append(interval) }
    let ready = plan.periodTargets[target]
    var before = Int64.min
    for interval in intervals where interval.start <= evaluator.asOf {
      var own = contribution
      guard counts(interval, ready, state, &own.doubt, &evaluator) else { continue }
      guard let bucket = bucket(target, interval.start, &evaluator), bucket != before else { continue }
      add(
        Tally(bucket: bucket, before: before, contribution: number(of: own), all: 1, good: 1), target, key)
      before = bucket
    }
  }

  /// Whether an interval is long enough to count, or may be, with the doubt: on a calendar it has open time.
  private func counts(
    _ interval: Interval, _ ready: PeriodTargetPlan, _ state: SpanState, _ doubt: inout UnknownID?,
    _ evaluator: inout Evaluator
  ) -> Bool {
    guard ready.length != nil || ready.calendar >= 0 else { return true }
    let end = min(interval.end, evaluator.asOf)
    var ends = [end]
    // It may have ended, unrecorded, before it was long enough.
    if let unrecorded = state.doubt, unrecorded.from < end {
      ends.append(max(unrecorded.from, interval.start))
    }
    var counts: [Bool] = []
    for end in ends {
      switch evaluator.measure(Interval(start: interval.start, end: end), ready.calendar) {
      case .unknown(let id):
        doubt = evaluator.joined(doubt, id)
        return true
      case .known(let length):
        let isOpen = ready.calendar < 0 || length > .zero
        counts.append(isOpen && ready.length?.admits(length.microseconds) ?? true)
      }
    }
    if !counts.contains(false) { return true }
    if let unrecorded = state.doubt, counts.contains(true) {
      doubt = evaluator.joined(doubt, unrecorded.cause)
      return true
    }
    guard interval.end > evaluator.asOf else { return false }
    doubt = evaluator.joined(doubt, evaluator.unknown(.eventNotYet, state.endEvent))
    return true
  }

  private mutating func add(_ tally: Tally, _ target: Int, _ key: Int) {
    change(target, key) { $0.add(tally) }
    keep(target, key, tally.contribution, .count(tally))
  }

  private mutating func takeTally(
    _ target: Int, _ key: Int, _ contribution: ContributionClass, _ evaluator: inout Evaluator
  ) {
    var contribution = contribution
    guard let bucket = countingBucket(target, &contribution, &evaluator) else { return }
    var tally = Tally(bucket: bucket, contribution: 0, all: 1, good: 1)
    if case .share(let of, let mask) = plan.periodTargets[target].kind {
      let outcome = evaluator.target(of)
      tally.good = mask & (1 << outcome.verdict.rawValue) != 0 ? 1 : 0
      switch outcome.verdict {
      case .met, .breached: break
      case .notApplicable: return
      case .excused:
        // It leaves the denominator; without its exclusion it would be a breach.
        tally.good = mask & (1 << Verdict.breached.rawValue) != 0 ? 1 : 0
        if contribution.exclusion < 0 {
          // Excused by another version, for a reason that this one does not have: it leaves the share.
          guard let exclusion = outcome.exclusion else { return }
          contribution.exclusion = Int32(exclusion)
        }
      case .pending:
        (tally.good, tally.open) = (0, 1)
        let id = outcome.unknown ?? evaluator.unknown(.targetPending, Int32(of))
        contribution.doubt = contribution.doubt.map { evaluator.joined($0, id) }
      case .undecided:
        // Time does not settle it: what is missing is the reason, and the ticket may leave the share.
        (tally.good, tally.open) = (0, 1)
        contribution.doubt = evaluator.joined(
          contribution.doubt, outcome.unknown ?? evaluator.unknown(.targetPending, Int32(of)))
      }
    }
    tally.contribution = number(of: contribution)
    add(tally, target, key)
  }

  /// The bucket of the instant that says in which period a ticket falls; nil where it falls in none yet.
  func countingBucket(
    _ target: Int, _ contribution: inout ContributionClass, _ evaluator: inout Evaluator
  ) -> Int64? {
    let ready = plan.periodTargets[target]
    let instant: Value
    if ready.countedBy >= 0 {
      instant = evaluator.value(ready.countedBy)
    } else if plan.governing >= 0 {
      instant = evaluator.value(plan.governing)
    } else {
      guard evaluator.visible > 0 else { return nil }
      instant = .instant(evaluator.ticket.events[0].at)
    }
    switch instant {
    case .instant(let at): return bucket(target, at, &evaluator)
    case .later: return nil
    case let other:
      guard let id = other.unknown, !evaluator.unknowns.isNotYet(id) else { return nil }
      contribution.doubt = evaluator.joined(contribution.doubt, id)
      return Tally.anyTime
    }
  }

  /// The bucket of an instant: as coarse as the periods allow. Nil outside the validity.
  func bucket(_ target: Int, _ at: Instant, _ evaluator: inout Evaluator) -> Int64? {
    let ready = plan.periodTargets[target]
    guard validity(of: target, &evaluator).contains(at) else { return nil }
    if let slot = ready.slot {
      let midnight = evaluator.zone.startOfDay(evaluator.zone.date(at: at))
      let since = at.microseconds - midnight.microseconds
      return midnight.microseconds + since / slot.microseconds * slot.microseconds
    }
    switch ready.scope.rule {
    case .calendar(let unit): return Int64(PeriodSequence.number(unit, evaluator.zone.date(at: at)))
    case .anchored: return at.microseconds
    case .rolling(let length, _):
      // A rolling length of elapsed time does not begin with a day.
      if case .duration = evaluator.value(length) { return at.microseconds }
      return Int64(evaluator.zone.date(at: at).dayNumber)
    }
  }
}

extension Portfolio {
  /// The time in which the periods of a target are judged: of the ticket or frame at hand, where there is one
  /// version.
  func validity(of target: Int, _ evaluator: inout Evaluator) -> Interval {
    guard tenures.isEmpty else { return tenures[target].whole }
    var result = Interval.always
    if plan.validFrom >= 0, case .instant(let from) = evaluator.value(plan.validFrom) {
      result = Interval(start: from, end: result.end)
    }
    if plan.validUntil >= 0, case .instant(let until) = evaluator.value(plan.validUntil) {
      result = Interval(start: result.start, end: until)
    }
    return result
  }
}
