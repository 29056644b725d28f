import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension CoverageSketch {
  /// By how much an event would have to move for a time to come to its threshold, or to one unit beside it:
  /// for those thresholds of which a side is open that were met at some distance.
  package func shifts(
    _ met: MetGoals, _ decided: DecidedTest, open: Set<CoverageGoal>
  ) -> [Duration] {
    let isOpen = thresholds.indices.map { number in
      CoverageGoal.Side.allCases.contains { open.contains(.boundary(number, $0)) }
    }
    var result: [Duration] = []
    var seen: Set<Duration> = []
    func add(_ microseconds: Rational?, _ unit: Rational) {
      for beside in [microseconds, microseconds?.adding(unit), microseconds?.subtracting(unit)] {
        guard let beside, beside.isWhole, let whole = Int64(exactly: beside.floor) else { continue }
        let shift = Duration(microseconds: whole)
        if shift != .zero, seen.insert(shift).inserted { result.append(shift) }
      }
    }
    for (number, threshold) in thresholds.enumerated() where threshold.isTime && isOpen[number] {
      if let distance = met.distances[number] { add(distance.negated(), threshold.unit) }
    }
    for period in decided.periods {
      for (lost, unit) in lostTimes(period, isOpen) { add(lost, unit) }
    }
    return result
  }

  /// For a share of time how much more of it has to be lost to come to the limit, and what one unit of the
  /// share is as a time.
  private func lostTimes(_ decision: PeriodDecision, _ isOpen: [Bool]) -> [(Rational, Rational)] {
    guard case .availability(_, nil) = policy.periodTargets[decision.outcome.target].measure.kind,
      let whole = decision.explanation?.whole, let reached = decision.outcome.reached
    else { return [] }
    return thresholds.enumerated().compactMap { number, threshold in
      guard isOpen[number], let limit = share(threshold, of: decision.outcome.target),
        let lost = reached.subtracting(limit)?.multiplied(by: whole),
        let unit = threshold.unit.multiplied(by: whole)
      else { return nil }
      return (Rational(lost.floor), Rational(unit.floor))
    }
  }

  /// The share against which a target's value is held at a threshold: its limit, or a bound in a table.
  private func share(_ threshold: Threshold, of target: Int) -> Rational? {
    switch threshold.place {
    case .periodTarget(target, let leaf):
      if case .number(let limit)? = constant(of: leaf.expression) { limit } else { nil }
    case .cell(let table, let column, .number(let bound)):
      if case .periodFigure(let read, .reached) = policy.tables[table].columns[column].kind, read == target {
        bound
      } else {
        nil
      }
    case .comparison, .cell, .target, .periodTarget: nil
    }
  }
}
