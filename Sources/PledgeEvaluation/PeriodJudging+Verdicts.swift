import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

extension PeriodJudging {
  /// The outcome of a period; nil where the key does not count in it.
  mutating func outcome(_ period: Period, _ evaluator: inout Evaluator) -> PeriodOutcome? {
    let judged = period.interval.clipped(to: validity)
    guard !judged.isEmpty else { return nil }
    enter(period, &evaluator)
    var outcome = PeriodOutcome(target: target, key: key, period: period, verdict: .undecided)
    outcome.isRunning = judged.end > asOf
    if isUnknownKey { return ofUnknownKey(outcome, judged) }
    if ready.scope.filter >= 0 {
      let holds = evaluator.value(ready.scope.filter)
      if holds == .truth(false) { return nil }
      if let id = holds.unknown { return open(outcome, id, &evaluator) }
    }
    if judged != period.interval, ready.partial == .notJudged {
      outcome.verdict = .notApplicable
      return outcome
    }
    let limits = limits(&evaluator)
    guard let whole = denominator(period, judged, &evaluator) else {
      return open(outcome, unknownLength ?? evaluator.unknown(.overflow), &evaluator)
    }
    if let id = limits.unknown { return judgeOpen(outcome, limits, id, judged, whole, &evaluator) }
    judge(&outcome, limits.strictest ?? [], judged, whole, &evaluator)
    return outcome
  }

  func open(_ outcome: PeriodOutcome, _ id: UnknownID, _ evaluator: inout Evaluator) -> PeriodOutcome {
    var outcome = outcome
    outcome.verdict = evaluator.verdict(for: id)
    outcome.unknown = id
    return outcome
  }

  /// Tickets whose key is not known are named in the periods that they fall in.
  private func ofUnknownKey(_ outcome: PeriodOutcome, _ judged: Interval) -> PeriodOutcome? {
    let times = account.bags.contains { $0.contains { !PeriodJudging.range($0.intervals, judged).isEmpty } }
    guard times || !tallies(outcome.period).isEmpty || !samples(outcome.period).isEmpty else { return nil }
    var outcome = outcome
    outcome.unknown = account.unknown
    outcome.tickets = account.tickets
    return outcome
  }

  /// What availability is a share of, in microseconds; nil where that is not known.
  mutating func denominator(
    _ period: Period, _ judged: Interval, _ evaluator: inout Evaluator
  ) -> Rational? {
    let window = ready.partial == .whole ? period.interval : judged
    if ready.outOfCalendar >= 0 {
      switch evaluator.measure(window, ready.outOfCalendar) {
      case .known(let open): return Rational(open.microseconds)
      case .unknown(let id):
        unknownLength = id
        return nil
      }
    }
    guard ready.outOf >= 0 else { return Rational(window.length.microseconds) }
    let value = evaluator.value(ready.outOf)
    unknownLength = value.unknown
    return Rational(figure: value)
  }

  // MARK: Judging

  mutating func judge(
    _ outcome: inout PeriodOutcome, _ limits: [Limit], _ judged: Interval, _ whole: Rational,
    _ evaluator: inout Evaluator
  ) {
    let period = outcome.period
    let now = ends(.certain, period, judged, whole, &evaluator)
    outcome.reached = now.settled
    outcome.tickets = tickets(period)
    let isRunning = outcome.isRunning
    let plain = ends(.none, period, judged, whole, &evaluator)
    let raw = answer(plain, limits, outcome, judged, whole)
    // What is met without exclusions stays met, also where they leave nothing.
    if now.isEmpty, isRunning || plain.isEmpty || raw != .met {
      outcome.verdict = isRunning ? .pending : .notApplicable
      return
    }
    outcome.counted = countedTime(judged, &evaluator)
    let possible = ends(.possible, period, judged, whole, &evaluator)
    let kept = answer(now, limits, outcome, judged, whole)
    let least = answer(possible, limits, outcome, judged, whole)
    if raw == .met, !isRunning {
      outcome.verdict = .met
      // The figure is that of all tickets, and left out where it is not known.
      outcome.reached = plain.settled
    } else if raw == .missed, least == .missed {
      outcome.verdict = .breached
    } else if kept == .met, raw == .missed, !isRunning {
      outcome.verdict = .excused
      outcome.exclusion = exclusion(period, judged, &evaluator)
    } else if isRunning, kept != .missed {
      outcome.verdict = .pending
    } else {
      let id = causes(period, judged, &evaluator)
      outcome.unknown = id
      outcome.verdict = evaluator.verdict(for: id)
    }
    if isDoubtful(outcome, possible) {
      outcome.doubt = causes(period, judged, &evaluator)
    }
    describe(&outcome, limits, whole)
  }

  /// Whether the value of a period whose verdict stands is not known: other than met, it goes without what is
  /// excluded, as far as that is known.
  private func isDoubtful(_ outcome: PeriodOutcome, _ possible: FigureEnds) -> Bool {
    switch outcome.verdict {
    case .met: outcome.reached == nil
    case .breached, .excused: outcome.reached == nil || outcome.reached != possible.settled
    case .pending, .undecided, .notApplicable: false
    }
  }

  /// By how much a limit is missed, and what is left of it.
  private func describe(_ outcome: inout PeriodOutcome, _ limits: [Limit], _ whole: Rational) {
    let reached = outcome.reached
    let missed = limits.first { limit in reached.map { !limit.isMet($0) } ?? false }
    guard let limit = outcome.verdict == .breached ? missed ?? limits.first : limits.first else { return }
    outcome.limit = limit.value
    guard let reached else { return }
    let distance = distance(limit, reached)
    if outcome.verdict == .breached {
      let hasLeast = isTime && !limit.isMet(reached)
      let missing = distance.map { hasLeast ? max($0, .one) : $0 } ?? .zero
      outcome.short = missing
      outcome.over = limit.isLower ? .zero : missing
    }
    switch ready.kind {
    case .availability where limit.isLower:
      let allowed = Rational.one.subtracting(limit.value)?.multiplied(by: whole)
      outcome.left = allowed?.subtracting(Rational(outcome.counted.microseconds)).map { max($0, .zero) }
    case .availability, .total, .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run:
      outcome.left = distance?.negated().map { max($0, .zero) }
    }
  }

  /// How far a value misses a limit; below zero where it meets it. Of a number of whole things that is
  /// counted from the last one that meets a limit which is not included: two under `under 3`.
  private func distance(_ limit: Limit, _ reached: Rational) -> Rational? {
    let distance = limit.isLower ? limit.value.subtracting(reached) : reached.subtracting(limit.value)
    guard limit.isStrict, isNumber else { return distance }
    let next = limit.isLower ? Rational(limit.value.floor) : Rational(limit.value.ceiling)
    return (limit.isLower ? next.subtracting(reached) : reached.subtracting(next))?.adding(.one)
  }

  /// Whether a number of whole things is measured.
  private var isNumber: Bool {
    switch ready.kind {
    case .starts, .tickets, .run: true
    case .availability, .total, .longest, .share, .mean, .maximum, .sum: false
    }
  }

  /// Whether time is measured: what misses its limit does so by the least time, a microsecond.
  private var isTime: Bool {
    switch ready.kind {
    case .total, .longest: true
    case .availability, .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  private func answer(
    _ known: FigureEnds, _ limits: [Limit], _ outcome: PeriodOutcome, _ judged: Interval, _ whole: Rational
  ) -> Answer {
    var ends = known
    if outcome.isRunning { widen(&ends, judged, whole) }
    let answers = limits.map { $0.answer(ends) }
    if answers.contains(.missed) { return .missed }
    return answers.contains(.open) ? .open : .met
  }

  /// What the figure may still come to by the period's end.
  private func widen(_ ends: inout FigureEnds, _ judged: Interval, _ whole: Rational) {
    let rest = Rational(max(judged.end.microseconds - max(asOf, judged.start).microseconds, 0))
    switch ready.kind {
    case .availability:
      ends.least = rest.divided(by: whole).flatMap { lost in ends.least?.subtracting(lost) }
        .map { max($0, .zero) }
    case .total: ends.most = ends.most?.adding(rest)
    case .longest, .starts, .tickets, .maximum: ends.most = nil
    case .share, .mean, .sum: ends = .unknown
    case .run: break
    }
  }

  /// What the figure is, as far as that is known.
  private mutating func ends(
    _ exclusions: Scenario.Exclusions, _ period: Period, _ judged: Interval, _ whole: Rational,
    _ evaluator: inout Evaluator
  ) -> FigureEnds {
    let fewest = Scenario(isMost: false, exclusions: exclusions)
    let most = Scenario(isMost: true, exclusions: exclusions)
    switch ready.kind {
    case .availability:
      guard whole > .zero else {
        var result = FigureEnds.unknown
        result.isEmpty = true
        return result
      }
      // More may be lost than the whole: of a length that is less than the month, or rounded up.
      func share(_ lost: Rational?) -> Rational? {
        lost?.divided(by: whole).flatMap { Rational.one.subtracting($0) }.map { max($0, .zero) }
      }
      if count(most, &evaluator).unknown != nil { return .unknown }
      return FigureEnds(
        share(total(most, in: judged, &evaluator)), share(total(fewest, in: judged, &evaluator)))
    case .total:
      if count(most, &evaluator).unknown != nil { return .unknown }
      return FigureEnds(total(fewest, in: judged, &evaluator), total(most, in: judged, &evaluator))
    case .longest:
      if count(most, &evaluator).unknown != nil { return .unknown }
      return FigureEnds(longest(fewest, in: judged, &evaluator), longest(most, in: judged, &evaluator))
    case .starts(let node) where node < 0:
      if count(most, &evaluator).unknown != nil { return .unknown }
      // One that may count may also join two others to one.
      let counts = [fewest, most].map { starts($0, in: judged, &evaluator) }
      return FigureEnds(counts.min(), counts.max())
    case .starts, .tickets: return ticketCount(period, exclusions)
    case .share: return share(period, exclusions)
    case .mean: return mean(period, exclusions, in: judged.clipped(to: Interval(start: .earliest, end: asOf)))
    case .maximum: return maximum(period, exclusions)
    case .sum(_, let since?): return sum(since: since, upTo: period, exclusions)
    case .sum(_, nil): return sum(samples(period), exclusions)
    case .run(let other, let mask): return run(other, mask, upTo: period)
    }
  }

  private mutating func countedTime(_ judged: Interval, _ evaluator: inout Evaluator) -> Duration {
    guard ready.span != nil,
      let total = total(Scenario(isMost: false, exclusions: .certain), in: judged, &evaluator),
      let fitting = Int64(exactly: total.floor)
    else { return .zero }
    return Duration(microseconds: fitting)
  }

  private func tickets(_ period: Period) -> Int {
    let counted = tallies(period).reduce(0) { $0 + Int($1.all) }
    return counted + samples(period).reduce(0) { $0 + Int($1.count) }
  }

  // MARK: Reasons

  /// The first exclusion that takes something out of a period.
  private mutating func exclusion(
    _ period: Period, _ judged: Interval, _ evaluator: inout Evaluator
  ) -> Int? {
    var found: [Int] = []
    func note(_ number: Int32) {
      let exclusion = classes[Int(number)].exclusion
      if exclusion >= 0 { found.append(Int(exclusion)) }
    }
    for bag in account.bags.flatMap({ $0 }) where !PeriodJudging.range(bag.intervals, judged).isEmpty {
      note(bag.contribution)
    }
    for tally in tallies(period) { note(tally.contribution) }
    for sample in samples(period) { note(sample.contribution) }
    let raw = count(Scenario(isMost: true, exclusions: .none), &evaluator).counted
    for index in ready.spanExclusions.indices {
      var common: [Interval] = []
      Span.intersect(raw, times(excludedBy: index, isMost: false, &evaluator), into: &common)
      if !PeriodJudging.range(common, judged).isEmpty { found.append(ready.spanExclusions[index].exclusion) }
    }
    return found.min()
  }

  /// Why the figure of a period is not known.
  private mutating func causes(
    _ period: Period, _ judged: Interval, _ evaluator: inout Evaluator
  ) -> UnknownID {
    var found: UnknownID?
    func note(_ number: Int32, _ evaluator: inout Evaluator) {
      let contribution = classes[Int(number)]
      for id in contribution.causes {
        found = evaluator.joined(found, id)
      }
    }
    for bag in account.bags.flatMap({ $0 }) where !PeriodJudging.range(bag.intervals, judged).isEmpty {
      note(bag.contribution, &evaluator)
    }
    for weighted in account.weighted where !weighted.interval.clipped(to: judged).isEmpty {
      note(weighted.contribution, &evaluator)
    }
    for tally in tallies(period) {
      note(tally.contribution, &evaluator)
      if tally.open > 0, classes[Int(tally.contribution)].doubt == nil, case .share(let of, _) = ready.kind {
        found = evaluator.joined(found, evaluator.unknown(.targetPending, Int32(of)))
      }
    }
    for sample in samples(period) { note(sample.contribution, &evaluator) }
    for (other, outcomes) in others.sorted(by: { $0.key < $1.key }) {
      for outcome in outcomes where outcome.period.number <= period.number && outcome.isOpen {
        let id = outcome.unknown ?? evaluator.unknown(.periodPending, Int32(other))
        found = evaluator.joined(found, id)
      }
    }
    if let id = count(Scenario(isMost: true, exclusions: .certain), &evaluator).unknown {
      found = evaluator.joined(found, id)
    }
    if let id = vagueCalendar { found = evaluator.joined(found, id) }
    if ready.looksUpKeys { found = evaluator.joined(found, evaluator.unknown(.otherTickets)) }
    return found ?? evaluator.unknown(.overflow)
  }
}
