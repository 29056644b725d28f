import PledgeNumbers
import PledgePolicy

/// Between what an amount of money or a share lies, as far as it is written, as a multiple of one figure: 5%
/// to 30% of `monthly_fee`.
///
/// Exact for what is made of written amounts, shares of one figure, tables and choices of them, `min`, `max`
/// and sums; a parameter has the value that stands in the policy. Of a figure that is below zero nothing is
/// paid, and the cap of such a figure is zero: what holds of figures from zero on holds of these too.
struct PaidRange {
  /// What the amount is a multiple of; nil where it is written.
  var base: Expression?
  var low: Rational
  /// Nil where there is no end.
  var high: Rational?

  /// Nil where nothing can be said; `delays` are those of which it is certain that there is one.
  init?(_ amount: Expression, in policy: Policy, delays: Set<CertainDelay> = []) {
    self.init(amount, policy, delays, depth: 0)
  }

  private init(base: Expression?, low: Rational, high: Rational?) {
    self.base = base
    self.low = low
    self.high = high
  }

  /// Longer chains of names are not followed.
  private static let depthLimit = 20

  private init?(_ amount: Expression, _ policy: Policy, _ delays: Set<CertainDelay>, depth: Int) {
    guard depth < PaidRange.depthLimit else { return nil }
    func range(_ part: Expression) -> PaidRange? { PaidRange(part, policy, delays, depth: depth + 1) }
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
    case .perUnit(let amount, let rounding, unit: _, in: let length):
      let isCertain = CertainDelay(length).map { delays.contains($0) } ?? false
      guard let units = range(amount)?.perUnit(rounding, isCertain) else { return nil }
      self = units
    case .perDate(let amount, let rounding, let dates, let target):
      // Of working days an overrun may touch none.
      let isCertain = dates == .calendarDay && delays.contains(.dates(target: target))
      guard let units = range(amount)?.perUnit(rounding, isCertain) else { return nil }
      self = units
    case .graded(let pay):
      guard let units = range(pay.amount)?.perUnit(pay.rounding, false) else { return nil }
      self = units
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

  // MARK: Items and caps

  /// The item behind its rounding. A share of a figure that is not known is rounded by less than a cent,
  /// which is not looked at, or by as much as the author writes.
  func rounded(_ mode: RoundingMode, toMultipleOf unit: Rational, minorUnit: Rational) -> PaidRange? {
    if base == nil {
      guard let low = low.rounded(mode, toMultipleOf: unit) else { return nil }
      return PaidRange(base: nil, low: low, high: high.flatMap { $0.rounded(mode, toMultipleOf: unit) })
    }
    if unit <= minorUnit { return self }
    return switch mode {
    case .up: PaidRange(base: base, low: low, high: nil)
    case .down: PaidRange(base: base, low: .zero, high: high)
    case .halfUp, .halfEven: PaidRange(base: base, low: .zero, high: nil)
    }
  }

  /// What several payees get together, each of whom gets this.
  func together(_ payees: Int) -> PaidRange? {
    payees == 1 ? self : times(PaidRange(base: nil, low: Rational(payees), high: Rational(payees)))
  }

  /// What a cap leaves to several payees together: each gets whole minor units.
  func cap(of payees: Int, minorUnit: Rational) -> PaidRange? {
    guard base == nil, let step = minorUnit.multiplied(by: Rational(payees)) else { return self }
    return rounded(.down, toMultipleOf: step, minorUnit: step)
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

  /// So much for each unit, of which there is one at least where a delay is certain and started ones count.
  private func perUnit(_ rounding: UnitRounding, _ isCertain: Bool) -> PaidRange? {
    guard low >= .zero else { return nil }
    return PaidRange(base: base, low: isCertain && rounding == .started ? low : .zero, high: nil)
  }

  private func times(_ other: PaidRange?) -> PaidRange? {
    guard let other, base == nil || other.base == nil, low >= .zero, other.low >= .zero,
      let low = low.multiplied(by: other.low)
    else { return nil }
    let high = high.flatMap { high in other.high.flatMap { high.multiplied(by: $0) } }
    return PaidRange(base: base ?? other.base, low: low, high: high)
  }
}

/// A delay of which it is certain, where something is owed, that there is one: a unit of it has started.
enum CertainDelay: Hashable {
  /// The length of a target's overrun.
  case length(target: Int)
  /// The dates that it touches.
  case dates(target: Int)
  /// What a period target is over by.
  case ofPeriod(target: Int)

  /// The delay that a length is; nil of other lengths.
  fileprivate init?(_ length: Expression) {
    if case .figure(let target, .over) = length.kind {
      self = .length(target: target)
    } else if case .periodFigure(let target, .over) = length.kind {
      self = .ofPeriod(target: target)
    } else {
      return nil
    }
  }
}
