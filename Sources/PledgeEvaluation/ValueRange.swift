import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Between which ends a value lies that is not known; an end is nil where there is none.
///
/// Times are in microseconds: lengths, instants since the epoch, times of day since midnight.
struct ValueRange {
  var least: Rational?
  var most: Rational?

  init(_ least: Rational?, _ most: Rational?) {
    self.least = least
    self.most = most
  }

  init(_ point: Rational) { self.init(point, point) }

  static let unbounded = ValueRange(nil, nil)
  static let notNegative = ValueRange(.zero, nil)

  /// The one value that is left, if only one is.
  var point: Rational? { least == most ? least : nil }

  /// Whether every value of the one range compares so with every value of the other, none does, or that
  /// depends.
  func compared(_ comparison: Comparison, with other: ValueRange) -> Bool? {
    switch comparison {
    case .less: return isBelow(other) ? true : other.isAtMost(self) ? false : nil
    case .atMost: return isAtMost(other) ? true : other.isBelow(self) ? false : nil
    case .greater: return other.compared(.less, with: self)
    case .atLeast: return other.compared(.atMost, with: self)
    case .equal:
      if isBelow(other) || other.isBelow(self) { return false }
      return point != nil && point == other.point ? true : nil
    case .notEqual: return compared(.equal, with: other).map { !$0 }
    }
  }

  private func isBelow(_ other: ValueRange) -> Bool {
    guard let most, let least = other.least else { return false }
    return most < least
  }

  private func isAtMost(_ other: ValueRange) -> Bool {
    guard let most, let least = other.least else { return false }
    return most <= least
  }

  // MARK: Arithmetic

  func adding(_ other: ValueRange) -> ValueRange {
    ValueRange(
      Self.both(least, other.least) { $0.adding($1) }, Self.both(most, other.most) { $0.adding($1) })
  }

  func negated() -> ValueRange { ValueRange(most?.negated(), least?.negated()) }

  func multiplied(by other: ValueRange) -> ValueRange {
    if let factor = other.point { return multiplied(by: factor) }
    if let factor = point { return other.multiplied(by: factor) }
    guard let a = least, let b = other.least, a >= .zero, b >= .zero else { return .unbounded }
    return ValueRange(a.multiplied(by: b), Self.both(most, other.most) { $0.multiplied(by: $1) })
  }

  private func multiplied(by factor: Rational) -> ValueRange {
    if factor.isZero { return ValueRange(.zero) }
    let ends = ValueRange(least?.multiplied(by: factor), most?.multiplied(by: factor))
    return factor < .zero ? ValueRange(ends.most, ends.least) : ends
  }

  func divided(by other: ValueRange) -> ValueRange {
    guard let divisor = other.point, !divisor.isZero, let factor = Rational.one.divided(by: divisor) else {
      return .unbounded
    }
    return multiplied(by: factor)
  }

  /// All that lies in the one or the other or between them.
  func united(with other: ValueRange) -> ValueRange {
    ValueRange(Self.both(least, other.least) { min($0, $1) }, Self.both(most, other.most) { max($0, $1) })
  }

  /// The range of the smaller, or of the greater, of two values.
  func extreme(_ other: ValueRange, greatest: Bool) -> ValueRange {
    greatest
      ? ValueRange(
        Self.either(least, other.least) { max($0, $1) }, Self.both(most, other.most) { max($0, $1) })
      : ValueRange(
        Self.both(least, other.least) { min($0, $1) }, Self.either(most, other.most) { min($0, $1) })
  }

  /// Of two ends, where both are there.
  private static func both(
    _ first: Rational?, _ second: Rational?, _ combine: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let first, let second else { return nil }
    return combine(first, second)
  }

  /// Of two ends, or the one that is there.
  private static func either(
    _ first: Rational?, _ second: Rational?, _ combine: (Rational, Rational) -> Rational
  ) -> Rational? {
    guard let first, let second else { return first ?? second }
    return combine(first, second)
  }
}

extension Rational {
  /// A value that has an order, as ranges reckon with it; nil for any other.
  package init?(ordered value: Value) {
    switch value {
    case .number(let number): self = number
    case .duration(let duration): self = Rational(duration.microseconds)
    case .instant(let instant): self = Rational(instant.microseconds)
    case .date(let date): self = Rational(Int64(date.dayNumber))
    case .timeOfDay(let time): self = Rational(time.microseconds)
    case .workingDays(let days): self = Rational(Int64(days))
    case .unknown, .later, .truth, .calendarLength, .text, .choice: return nil
    }
  }
}
