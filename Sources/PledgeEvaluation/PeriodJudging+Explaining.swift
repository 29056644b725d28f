import PledgeNumbers
import PledgePolicy
import PledgeTime

extension PeriodJudging {
  /// Why a period came to its outcome; `evidence` is what the tickets of the key gave to the target.
  mutating func explanation(
    _ outcome: PeriodOutcome, _ evidence: [PeriodEvidence], _ evaluator: inout Evaluator
  ) -> PeriodExplanation {
    enter(nil, &evaluator)
    readValidity(&evaluator)
    enter(outcome.period, &evaluator)
    let judged = outcome.period.interval.clipped(to: validity)
    var result = PeriodExplanation(judged: judged)
    result.bounds = ready.bounds.map { evaluator.steps($0.limit) }
    result.contributions = evidence.compactMap { contribution($0, outcome.period, judged, evaluator) }
      .sorted(by: PeriodExplanation.Contribution.precedes)
    // A target that is met without its exclusions does not need them.
    result.countsExcluded =
      outcome.verdict == .met && !outcome.isRunning
      && result.contributions.contains { if case .excluded = $0.standing { true } else { false } }
    let exclusions: Scenario.Exclusions = outcome.verdict == .met && !outcome.isRunning ? .none : .certain
    if ready.span != nil { result.segments = segments(judged, exclusions, &evaluator) }
    addFigures(to: &result, outcome, exclusions, &evaluator)
    return result
  }

  private mutating func addFigures(
    to result: inout PeriodExplanation, _ outcome: PeriodOutcome, _ exclusions: Scenario.Exclusions,
    _ evaluator: inout Evaluator
  ) {
    let fewest = Scenario(isMost: false, exclusions: exclusions)
    switch ready.kind {
    case .availability:
      result.whole = denominator(outcome.period, result.judged, &evaluator)
      result.part = total(fewest, in: result.judged, &evaluator)
    case .share:
      let own = tallies(outcome.period).filter { fewest.holds(classes[Int($0.contribution)]) }
      result.part = Rational(own.reduce(0) { $0 + Int($1.good) })
      result.whole = Rational(own.reduce(0) { $0 + Int($1.all) })
    case .mean where ready.slot == nil:
      let own = samples(outcome.period).filter { fewest.holds(classes[Int($0.contribution)]) }
      result.part = own.reduce(Optional(Rational.zero)) { sum, next in
        sum.flatMap { first in next.value.point.flatMap { first.adding($0) } }
      }
      result.whole = Rational(own.reduce(0) { $0 + Int($1.count) })
    case .total, .longest, .starts, .tickets, .mean, .maximum, .sum, .run: break
    }
  }

  // MARK: Tickets

  private func contribution(
    _ evidence: PeriodEvidence, _ period: Period, _ judged: Interval, _ evaluator: borrowing Evaluator
  ) -> PeriodExplanation.Contribution? {
    guard let form = form(evidence.gift, period, judged) else { return nil }
    let contribution = classes[Int(evidence.contribution)]
    let open = contribution.causes
    let standing: PeriodExplanation.Standing =
      if contribution.exclusion >= 0 {
        .excluded(Int(contribution.exclusion))
      } else if open.isEmpty {
        .counts
      } else {
        .open(open.flatMap { evaluator.unknowns.causes($0) })
      }
    return PeriodExplanation.Contribution(
      ticket: String(decoding: evidence.ticket, as: UTF8.self), standing: standing, form: form)
  }

  /// What a gift is in a period; nil where it is nothing.
  private func form(
    _ gift: PeriodEvidence.Gift, _ period: Period, _ judged: Interval
  ) -> PeriodExplanation.Form? {
    switch gift {
    case .time(let leaf, let whole):
      let own = whole.clipped(to: judged)
      guard !own.isEmpty, !isWeighted else { return nil }
      if let pause = ready.pauses.firstIndex(where: { $0.leaves.contains(leaf) }) {
        return .pause(plan.policy.periodTargets[target].pauses[pause], own)
      }
      if let relief = ready.spanExclusions.first(where: { $0.span.leaves.contains(leaf) }) {
        return .exclusion(relief.exclusion, own)
      }
      return .time(own, isCut: own != whole, weight: nil)
    case .weighted(let whole, let weight):
      let own = whole.clipped(to: judged)
      return own.isEmpty ? nil : .time(own, isCut: own != whole, weight: weight)
    case .count(let tally):
      guard holds(period, tally.bucket), tally.before == .min || !holds(period, tally.before) else {
        return nil
      }
      return .count(isGood: tally.open > 0 ? nil : tally.good > 0)
    case .value(let sample): return holds(period, sample.bucket) ? .value(sample.value.point) : nil
    }
  }

  private var isWeighted: Bool {
    switch ready.kind {
    case .availability(let part, _), .total(let part, _): part >= 0
    case .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  // MARK: Time

  /// All time that tickets gave to the measured span, cut by what became of it, in the order of a count.
  private mutating func segments(
    _ judged: Interval, _ exclusions: Scenario.Exclusions, _ evaluator: inout Evaluator
  ) -> [Segment] {
    guard let span = ready.span else { return [] }
    let most = Scenario(isMost: true, exclusions: exclusions)
    let kept = count(most, &evaluator)
    let least = count(Scenario(isMost: false, exclusions: exclusions), &evaluator)
    let known = times(span, isMost: true, &evaluator) { most.holds($0) }
    var cutting = Cutting(
      left: times(span, isMost: true, &evaluator) { _ in true },
      window: judged.clipped(to: Interval(start: .earliest, end: asOf)))
    for exclusion in exclusions == .none ? [] : ready.wholeExclusions {
      let own = times(span, isMost: true, &evaluator) {
        $0.exclusion == Int32(exclusion) || most.holds($0)
      }
      cutting.take(own, without: known, .excluded(exclusion))
    }
    cutting.take(least.counted, without: [], .counted)
    cutting.take(kept.counted, without: [], .uncertain)
    cutting.take(known, without: kept.united, .tooShort)
    cutting.take(kept.united, without: kept.open, .closed)
    for (position, pause) in ready.pauses.enumerated() {
      let own = times(pause, isMost: false, &evaluator) { $0.doubt == nil }
      cutting.take(own, without: [], .paused(plan.policy.periodTargets[target].pauses[position]))
    }
    for index in exclusions == .none ? 0..<0 : ready.spanExclusions.indices {
      let own = times(excludedBy: index, isMost: false, &evaluator)
      cutting.take(own, without: [], .excluded(ready.spanExclusions[index].exclusion))
    }
    cutting.take(cutting.left, without: [], .tooShort)
    return cutting.segments.sorted { $0.interval < $1.interval }
  }

  /// Time of which one part after the other is taken.
  private struct Cutting {
    var left: [Interval]
    var segments: [Segment] = []

    init(left: [Interval], window: Interval) {
      self.left = []
      Span.clip(left, to: window, into: &self.left)
    }

    mutating func take(_ times: [Interval], without other: [Interval], _ treatment: Segment.Treatment) {
      var (own, common, rest): ([Interval], [Interval], [Interval]) = ([], [], [])
      Span.subtract(times, other, into: &own)
      Span.intersect(left, own, into: &common)
      Span.subtract(left, own, into: &rest)
      segments += common.map { Segment(interval: $0, treatment: treatment) }
      left = rest
    }
  }
}

extension PeriodExplanation.Contribution {
  /// When it begins, where it is a time.
  private var start: Instant {
    switch form {
    case .time(let interval, _, _), .pause(_, let interval), .exclusion(_, let interval): interval.start
    case .count, .value: .earliest
    }
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.start == right.start ? left.ticket < right.ticket : left.start < right.start
  }
}
