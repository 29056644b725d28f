import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTime

// Figures that lie outside of what can be measured, and zeros that take all effect away.

extension Checking {
  /// What holds of every value under a bound.
  private enum Effect { case alwaysMet, neverMet }

  /// Warns of a bound that every value of a measure meets, or none, as far as its limit is written.
  ///
  /// A table or a choice may hold limits that promise nothing, so only one that is written alone is reported
  /// as met by everything.
  func warnOfReach(_ bound: PeriodTarget.Bound, of measure: Measure.Kind) {
    guard let reach = measure.reach else { return }
    for written in written(bound.limit) {
      guard let limit = number(written), let effect = effect(bound.kind, limit, reach) else { continue }
      let isAlone = written.origin == bound.limit.origin
      if effect == .neverMet {
        report(.clause(.boundNeverMet), at: written.origin)
      } else if isAlone || limit < reach.low || reach.high.map({ limit > $0 }) ?? false {
        report(.clause(.boundAlwaysMet), at: written.origin)
      }
    }
  }

  private func effect(_ kind: PeriodTarget.Bound.Kind, _ limit: Rational, _ reach: MeasureReach) -> Effect? {
    let isAbove = reach.high.map { limit > $0 } ?? false
    let isTop = reach.high.map { limit >= $0 } ?? false
    switch kind {
    case .atLeast: return limit <= reach.low ? .alwaysMet : isAbove ? .neverMet : nil
    case .moreThan: return limit < reach.low ? .alwaysMet : isTop ? .neverMet : nil
    case .atMost: return isTop ? .alwaysMet : limit < reach.low ? .neverMet : nil
    case .under: return isAbove ? .alwaysMet : limit <= reach.low ? .neverMet : nil
    }
  }

  private func number(_ written: Expression) -> Rational? {
    guard case .constant(let constant) = written.kind else { return nil }
    switch constant {
    case .number(let number): return number
    case .duration(let length): return Rational(length.microseconds)
    case .truth, .calendarLength, .workingDays, .instant, .date, .timeOfDay, .text, .choice: return nil
    }
  }

  /// Warns of zeros in a figure as far as it is written, with what follows from them.
  func warnOfZero(_ figure: Expression, _ consequence: ZeroConsequence) {
    for written in written(figure) where isZero(written) {
      report(.clause(.zero(consequence)), at: written.origin)
    }
  }

  /// Whether a length is more than nothing as far as it is written; a message where it is not.
  func isPositive(_ length: Expression, _ what: Term) -> Bool {
    for written in written(length) where isZero(written) || isNegative(written) {
      report(.clause(.notPositive(what: what)), at: written.origin)
      return false
    }
    return true
  }

  private func isZero(_ figure: Expression) -> Bool {
    guard case .constant(let constant) = figure.kind else { return false }
    switch constant {
    case .number(let number): return number == .zero
    case .duration(let length): return length == .zero
    case .calendarLength(let length): return length.months == 0 && length.days == 0
    case .workingDays(let days): return days == 0
    case .truth, .instant, .date, .timeOfDay, .text, .choice: return false
    }
  }
}
