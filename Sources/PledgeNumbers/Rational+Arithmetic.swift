extension Rational {
  /// The sum; nil when it, or a cross product on the way to it, exceeds 128 bits.
  @inlinable
  package func adding(_ other: Rational) -> Rational? {
    if denominator == other.denominator, denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : Rational(reducedNumerator: sum, denominator: 1)
    }
    return addingFractions(other)
  }

  /// The difference; nil when it, or a cross product on the way to it, exceeds 128 bits.
  @inlinable
  package func subtracting(_ other: Rational) -> Rational? {
    if denominator == other.denominator, denominator == 1 {
      let (difference, overflow) = numerator.subtractingReportingOverflow(other.numerator)
      return overflow ? nil : Rational(reducedNumerator: difference, denominator: 1)
    }
    guard let negative = other.negated() else { return nil }
    return addingFractions(negative)
  }

  /// The product; nil exactly when it does not fit.
  @inlinable
  package func multiplied(by other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
      return overflow ? nil : Rational(reducedNumerator: product, denominator: 1)
    }
    return multipliedFractions(other)
  }

  /// The quotient; nil when `other` is zero or the result does not fit.
  package func divided(by other: Rational) -> Rational? {
    if other.numerator == 0 { return nil }
    guard let inverse = Rational(numerator: other.denominator, denominator: other.numerator) else {
      return nil
    }
    return multiplied(by: inverse)
  }

  /// The value with the opposite sign; nil for the one numerator that has none, −2¹²⁷.
  @inlinable
  package func negated() -> Rational? {
    let (negative, overflow) = Int128.zero.subtractingReportingOverflow(numerator)
    return overflow ? nil : Rational(reducedNumerator: negative, denominator: denominator)
  }

  /// The value without its sign; nil for the numerator −2¹²⁷.
  package func absolute() -> Rational? { isNegative ? negated() : self }

  /// The sum over a common denominator that is as small as it can be (Knuth, TAOCP 2, 4.5.1).
  @usableFromInline
  func addingFractions(_ other: Rational) -> Rational? {
    let shared = Int128(
      truncatingIfNeeded: greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let ours = denominator / shared
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(by: other.denominator / shared)
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(by: ours)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    if overflowLeft || overflowRight || overflowSum { return nil }
    if shared == 1 {
      let (below, overflowBelow) = ours.multipliedReportingOverflow(by: other.denominator)
      return overflowBelow ? nil : Rational(reducedNumerator: sum, denominator: below)
    }
    let reduction = Int128(truncatingIfNeeded: greatestCommonDivisor(sum.magnitude, shared.magnitude))
    let (below, overflowBelow) = ours.multipliedReportingOverflow(by: other.denominator / reduction)
    return overflowBelow ? nil : Rational(reducedNumerator: sum / reduction, denominator: below)
  }

  /// The product with the factors reduced crosswise first, so that no intermediate is larger than the result.
  @usableFromInline
  func multipliedFractions(_ other: Rational) -> Rational? {
    if let a = Int64(exactly: numerator), let b = Int64(exactly: denominator),
      let c = Int64(exactly: other.numerator), let d = Int64(exactly: other.denominator)
    {
      // Products of 64-bit parts always fit.
      let across = Int64(truncatingIfNeeded: greatestCommonDivisor(a.magnitude, d.magnitude))
      let back = Int64(truncatingIfNeeded: greatestCommonDivisor(c.magnitude, b.magnitude))
      return Rational(
        reducedNumerator: Int128(a / across) * Int128(c / back),
        denominator: Int128(b / back) * Int128(d / across))
    }
    let first = greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude)
    let second = greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude)
    // A divisor of a denominator fits the denominator's own type.
    let across = Int128(truncatingIfNeeded: first)
    let back = Int128(truncatingIfNeeded: second)
    let (above, overflowAbove) =
      (numerator / across).multipliedReportingOverflow(by: other.numerator / back)
    let (below, overflowBelow) =
      (denominator / back).multipliedReportingOverflow(by: other.denominator / across)
    if overflowAbove || overflowBelow { return nil }
    return Rational(reducedNumerator: above, denominator: below)
  }
}
