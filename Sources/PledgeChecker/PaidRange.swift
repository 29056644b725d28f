import PledgeNumbers
import PledgePolicy

/// Between what an amount of money or a share lies, as far as it is written, as a multiple of one figure: 5%
/// to 30% of `monthly_fee`.
///
/// Exact for what is made of written amounts, shares of one figure, tables and choices of them, `min`, `max`
/// and sums; a parameter has the value that stands in the policy. Figures of the ticket are not below zero.
struct PaidRange {
  /// What the amount is a multiple of; nil where it is written.
  var base: Expression?
  var low: Rational
  /// Nil where there is no end.
  var high: Rational?

  /// Nil where nothing can be said; `hasStarted` where it is certain that a unit of delay has started.
  init?(_ amount: Expression, in policy: Policy, hasStarted: Bool = false) {
    self.init(amount, policy, hasStarted, depth: 0)
  }

  private init(base: Expression?, low: Rational, high: Rational?) {
    self.base = base
    self.low = low
    self.high = high
  }

  /// Longer chains of names are not followed.
  private static let depthLimit = 20

  private init?(_ amount: Expression, _ policy: Policy, _ hasStarted: Bool, depth: Int) {
    guard depth < PaidRange.depthLimit else { return nil }
    func range(_ part: Expression) -> PaidRange? { PaidRange(part, policy, hasStarted, depth: depth + 1) }
    switch amount.kind {
    case .constant(.number(let number)): self.init(base: nil, low: number, high: number)
    case .parameter(let index):
      guard case .number(let number) = policy.parameters[index].value else { return nil }
      self.init(base: nil, low: number, high: number)
    case .derived(let index):
      guard let inner = range(policy.derivedValues[index].value) else { return nil }
      self = inner
    case .field, .column:
      guard case .money = amount.type else { return nil }
      self.init(base: amount, low: .one, high: .one)
    case .share(let factor, of: let whole), .product(let factor, let whole):
      guard let product = range(factor)?.times(range(whole)) else { return nil }
      self = product
    case .perUnit(let amount, let rounding, unit: _, in: _), .perDate(let amount, let rounding, _, target: _):
      guard let unit = range(amount) else { return nil }
      self.init(base: unit.base, low: hasStarted && rounding == .started ? unit.low : .zero, high: nil)
    case .graded(let pay):
      guard let unit = range(pay.amount) else { return nil }
      self.init(base: unit.base, low: .zero, high: nil)
    case .sum(let left, let right):
      guard let both = range(left)?.plus(range(right)) else { return nil }
      self = both
    case .extreme(let which, let operands):
      guard let best = PaidRange.combined(operands.map(range), { $0.extreme(which, $1) }) else { return nil }
      self = best
    case .choice(let branches, let otherwise):
      let values = (branches.map(\.value) + [otherwise]).map(range)
      guard let any = PaidRange.combined(values, { $0.either($1) }) else { return nil }
      self = any
    case .tableResult(let table, let column):
      let values = policy.tables[table].rows.map { range($0.results[column]) }
      guard let any = PaidRange.combined(values, { $0.either($1) }) else { return nil }
      self = any
    case .constant, .rowKey, .rowColumn, .event, .attribute, .isKnown, .not, .all, .any, .compare, .oneOf,
      .difference, .quotient, .negation, .datesOver, .verdict, .figure, .measure, .overlaps, .ticketCount,
      .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary,
      .periodVerdict, .periodFigure:
      return nil
    }
  }

  // MARK: Arithmetic

  static func combined(_ ranges: [PaidRange?], _ join: (PaidRange, PaidRange?) -> PaidRange?) -> PaidRange? {
    guard let first = ranges.first, let start = first else { return nil }
    return ranges.dropFirst().reduce(start) { result, next in result.flatMap { join($0, next) } }
  }

  /// Whether both are multiples of the same; nothing is a multiple of everything.
  func isComparable(with other: PaidRange) -> Bool {
    switch (base, other.base) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right)
    case (nil, _?), (_?, nil): isNothing || other.isNothing
    }
  }

  private var isNothing: Bool { low == .zero && high == .zero }

  private func together(_ other: PaidRange, _ low: Rational?, _ high: Rational??) -> PaidRange? {
    guard isComparable(with: other), let low else { return nil }
    return PaidRange(base: base ?? other.base, low: low, high: high ?? nil)
  }

  func plus(_ other: PaidRange?) -> PaidRange? {
    guard let other else { return nil }
    return together(other, low.adding(other.low), high.flatMap { high in other.high.map { high.adding($0) } })
  }

  func either(_ other: PaidRange?) -> PaidRange? {
    guard let other else { return nil }
    return together(other, min(low, other.low), high.flatMap { high in other.high.map { max(high, $0) } })
  }

  /// The smaller or the greater of two: an end that is open leaves the smaller one that of the other.
  func extreme(_ which: Extreme, _ other: PaidRange?) -> PaidRange? {
    guard let other else { return nil }
    switch which {
    case .greatest:
      return together(other, max(low, other.low), high.flatMap { high in other.high.map { max(high, $0) } })
    case .smallest:
      let ends = [high, other.high].compactMap { $0 }
      return together(other, min(low, other.low), .some(ends.min()))
    }
  }

  private func times(_ other: PaidRange?) -> PaidRange? {
    guard let other, base == nil || other.base == nil, low >= .zero, other.low >= .zero,
      let low = low.multiplied(by: other.low)
    else { return nil }
    let high = high.flatMap { high in other.high.flatMap { high.multiplied(by: $0) } }
    return PaidRange(base: base ?? other.base, low: low, high: high)
  }
}
