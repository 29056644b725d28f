/// An exact fraction: every figure of a policy is one, so that nothing is rounded where the policy does not
/// say so.
///
/// Always reduced, with a positive denominator; so equal values have equal fields. Both fit 128 bits: an
/// operation whose result does not is nil, never a trap.
@usableFromInline package struct Rational: Sendable, Hashable {
  /// The reduced numerator, which carries the sign.
  @usableFromInline package let numerator: Int128
  /// The reduced denominator, at least 1.
  @usableFromInline package let denominator: Int128

  /// Takes fields that are already reduced.
  @inlinable
  init(reducedNumerator: Int128, denominator: Int128) {
    self.numerator = reducedNumerator
    self.denominator = denominator
  }

  /// Zero.
  @inlinable package static var zero: Rational { Rational(reducedNumerator: 0, denominator: 1) }
  /// One.
  @inlinable package static var one: Rational { Rational(reducedNumerator: 1, denominator: 1) }

  /// The whole number `value`.
  @inlinable
  package init(_ value: Int) { self.init(reducedNumerator: Int128(value), denominator: 1) }

  /// The whole number `value`.
  @inlinable
  package init(_ value: Int64) { self.init(reducedNumerator: Int128(value), denominator: 1) }

  /// The whole number `value`.
  @inlinable
  package init(_ value: Int128) { self.init(reducedNumerator: value, denominator: 1) }

  /// The fraction `numerator / denominator`, reduced; nil when the denominator is zero or a reduced part
  /// does not fit 128 bits. Logarithmic in the parts.
  package init?(numerator: Int128, denominator: Int128) {
    if denominator == 0 { return nil }
    let isNegative = (numerator < 0) != (denominator < 0)
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard let below = Int128(exactly: denominator.magnitude / divisor) else { return nil }
    let above = numerator.magnitude / divisor
    if isNegative {
      guard above <= Int128.min.magnitude else { return nil }
      self.init(reducedNumerator: Int128(truncatingIfNeeded: 0 &- above), denominator: below)
    } else {
      guard let above = Int128(exactly: above) else { return nil }
      self.init(reducedNumerator: above, denominator: below)
    }
  }

  /// Whether the value is a whole number.
  @inlinable package var isWhole: Bool { denominator == 1 }
  /// Whether the value is zero.
  @inlinable package var isZero: Bool { numerator == 0 }
  /// Whether the value is below zero.
  @inlinable package var isNegative: Bool { numerator < 0 }
}

extension Rational: Comparable {
  /// Whether `left` is the smaller value; exact for all values, because cross products are taken in 256 bits.
  @inlinable
  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    if let a = Int64(exactly: left.numerator), let b = Int64(exactly: left.denominator),
      let c = Int64(exactly: right.numerator), let d = Int64(exactly: right.denominator)
    {
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    if first.high != second.high { return first.high < second.high }
    return first.low < second.low
  }
}

/// The greatest common divisor by Euclid's algorithm; of 0 and 0 it is 1, so that it can always divide.
@usableFromInline
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (a, b) = (first, second)
  while b != 0 {
    // 64-bit remainders are many times faster, and most figures get there at once.
    if let x = UInt64(exactly: a), let y = UInt64(exactly: b) {
      return UInt128(greatestCommonDivisor(x, y))
    }
    (a, b) = (b, a % b)
  }
  return a == 0 ? 1 : a
}

/// The greatest common divisor of 64-bit numbers; of 0 and 0 it is 1.
func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var (a, b) = (first, second)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : a
}
