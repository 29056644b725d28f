import PledgeNumbers
import PledgePolicy
import PledgeTime

// An amount a unit whose rate changes with the delay. The amount is compiled once for each band of units, so
// that a delay of any length costs no more than the bands that it has come to.

extension Evaluator {
  /// What a pay comes to whose rate changes with the delay.
  mutating func graded(_ grade: GradePlan) -> Value {
    let count: Rational
    switch units(of: grade) {
    case .known(let units): count = units
    case .unknown(let id): return .unknown(id)
    }
    guard count > .zero else { return .number(.zero) }
    var total = Value.number(.zero)
    for band in bands(of: grade) {
      let before = Rational(band.first - 1)
      let reached = min(count, Rational(band.last))
      let part: Rational? = grade.isReached ? count : reached.subtracting(before)
      guard let part else { return overflow() }
      total = add(total, multiply(value(band.amount), .number(part)))
    }
    return total
  }

  /// A run of units with one amount each.
  struct Band {
    var first: Int64
    var last: Int64
    var amount: Int32
  }

  /// The bands that are paid; where all units have the rate reached, the last one alone, for all units.
  mutating func bands(of grade: GradePlan) -> [Band] {
    guard case .known(let units) = units(of: grade), units > .zero else { return [] }
    let last = Int64(clamping: units.ceiling)
    var bands: [Band] = []
    for (position, index) in grade.starts.range.enumerated() where plan.bandStarts[index] <= last {
      if let open = bands.indices.last { bands[open].last = plan.bandStarts[index] - 1 }
      let amount = plan.operands[grade.amounts.range.lowerBound + position]
      bands.append(Band(first: plan.bandStarts[index], last: last, amount: amount))
    }
    guard grade.isReached, let final = bands.last else { return bands }
    return [Band(first: 1, last: last, amount: final.amount)]
  }

  /// The number of units in the delay, whole but for `exact`.
  mutating func units(of grade: GradePlan) -> Known<Rational> {
    guard let length = grade.length else {
      switch datesOver(Int(grade.target), calendar: grade.calendar, full: grade.units == .full) {
      case .known(let dates): return .known(Rational(dates))
      case .unknown(let id): return .unknown(id)
      }
    }
    let outcome = target(Int(grade.target))
    if outcome.verdict == .undecided { return .unknown(outcome.unknown ?? unknown(.overflow)) }
    if outcome.verdict == .breached, let id = outcome.doubt { return .unknown(id) }
    guard outcome.verdict == .breached, length > .zero,
      let exact = Rational(
        numerator: Int128(outcome.over.microseconds), denominator: Int128(length.microseconds))
    else { return .known(.zero) }
    switch grade.units {
    case .started: return .known(Rational(exact.ceiling))
    case .full: return .known(Rational(exact.floor))
    case .exact: return .known(exact)
    }
  }
}
