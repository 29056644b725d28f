/// A decimal as it was written: `8000.00` is the coefficient 800000 with the scale 2.
///
/// At most 18 significant digits and a scale of at most 18, so that reading one is integer arithmetic only.
@usableFromInline package struct Decimal: Sendable, Hashable {
  /// All digits with the sign, below 10¹⁸ in size.
  @usableFromInline package let coefficient: Int64
  /// How many of the digits are behind the point, 0...18.
  @usableFromInline package let scale: UInt8

  /// Takes fields that are within their bounds.
  @inlinable
  init(boundedCoefficient: Int64, scale: UInt8) {
    self.coefficient = boundedCoefficient
    self.scale = scale
  }

  /// Why a text is no decimal.
  @usableFromInline package enum Fault: Error, Sendable, Hashable {
    /// The text is empty.
    case empty
    /// The byte at this offset has no place in a number, or digits are missing there.
    case malformed(offset: Int)
    /// More than 18 significant digits.
    case tooManyDigits
    /// More than 18 digits behind the point.
    case tooManyFractionDigits
  }

  /// The exact value.
  package var rational: Rational {
    if scale == 0 { return Rational(coefficient) }
    // The scale is at most 18: the power is never zero, and reducing makes the parts smaller.
    return Rational(numerator: Int128(coefficient), denominator: Int128(powerOfTen(Int(scale)))) ?? .zero
  }
}

/// Ten to the power of 0...18, clamped to that range.
@usableFromInline
func powerOfTen(_ exponent: Int) -> Int64 {
  var power: Int64 = 1
  for _ in 0..<min(18, max(0, exponent)) { power &*= 10 }
  return power
}
