import PledgeNumbers
import PledgePolicy
import PledgeTime

extension PeriodJudging {
  /// What a figure is held against.
  struct Limit {
    var kind: PeriodTarget.Bound.Kind
    var value: Rational

    func isMet(_ figure: Rational) -> Bool {
      switch kind {
      case .atLeast: figure >= value
      case .atMost: figure <= value
      case .under: figure < value
      case .moreThan: figure > value
      }
    }

    /// Whether more is better.
    var isLower: Bool { kind == .atLeast || kind == .moreThan }

    /// Whether the limit itself misses it.
    var isStrict: Bool { kind == .under || kind == .moreThan }

    /// Whether every figure between the ends meets the limit, none does, or that depends.
    func answer(_ ends: FigureEnds) -> Answer {
      let (worst, best) = isLower ? (ends.least, ends.most) : (ends.most, ends.least)
      if let best, !isMet(best) { return .missed }
      if let worst, isMet(worst) { return .met }
      return .open
    }
  }

  /// What limits say of a figure.
  enum Answer { case met, missed, open }

  /// The limits of the current frame, as strict and as loose as they can be.
  struct Limits {
    /// Nil where one of them has no such end.
    var strictest: [Limit]? = []
    var loosest: [Limit]? = []
    /// Why one of them is not known.
    var unknown: UnknownID?
  }

  func limits(_ evaluator: inout Evaluator) -> Limits {
    var result = Limits()
    for bound in ready.bounds {
      let value = evaluator.value(bound.limit)
      var ends = ValueRange.unbounded
      if let figure = Rational(figure: value) {
        ends = ValueRange(figure)
      } else {
        ends = evaluator.range(bound.limit)
        result.unknown = evaluator.joined(result.unknown, value.unknown ?? evaluator.unknown(.overflow))
      }
      let isLower = bound.kind == .atLeast || bound.kind == .moreThan
      let (strict, loose) = isLower ? (ends.most, ends.least) : (ends.least, ends.most)
      if let strict { result.strictest?.append(Limit(kind: bound.kind, value: strict)) }
      if strict == nil { result.strictest = nil }
      if let loose { result.loosest?.append(Limit(kind: bound.kind, value: loose)) }
      if loose == nil { result.loosest = nil }
    }
    return result
  }

  /// With a limit that is not known, what is met under the strictest that it can be is so under each, and
  /// what is breached under the loosest.
  mutating func judgeOpen(
    _ outcome: PeriodOutcome, _ limits: Limits, _ id: UnknownID, _ judged: Interval, _ whole: Rational,
    _ evaluator: inout Evaluator
  ) -> PeriodOutcome {
    guard !evaluator.waitsForRow(id) else { return open(outcome, id, &evaluator) }
    var (strictest, loosest) = (outcome, outcome)
    if let strict = limits.strictest { judge(&strictest, strict, judged, whole, &evaluator) }
    if let loose = limits.loosest { judge(&loosest, loose, judged, whole, &evaluator) }
    var result: PeriodOutcome
    switch (strictest.verdict, loosest.verdict) {
    case (.met, _): result = strictest
    case (_, .breached), (.excused, .excused), (.notApplicable, .notApplicable): result = loosest
    case (_, _): return open(outcome, id, &evaluator)
    }
    if result.verdict == .breached {
      result.short = .zero
      result.over = .zero
      result.doubt = evaluator.joined(result.doubt, id)
    }
    result.limit = nil
    result.left = nil
    return result
  }
}
