extension Rational {
  /// The greatest whole number that is not above the value.
  package var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // A remainder means a denominator of at least 2, so the quotient is far from the smallest Int128.
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number that is not below the value.
  package var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The whole number that `mode` chooses.
  package func rounded(_ mode: RoundingMode) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    if remainder == 0 { return quotient }
    let awayFromZero = quotient + (remainder < 0 ? -1 : 1)
    // The remainder is compared with its complement, because twice the remainder may not fit.
    let part = remainder.magnitude
    let complement = denominator.magnitude - part
    switch mode {
    case .up: return awayFromZero
    case .down: return quotient
    case .halfUp: return part >= complement ? awayFromZero : quotient
    case .halfEven:
      if part == complement { return quotient % 2 == 0 ? quotient : awayFromZero }
      return part > complement ? awayFromZero : quotient
    }
  }

  /// The multiple of `step` that `mode` chooses; nil when `step` is not above zero or the result does not
  /// fit.
  package func rounded(_ mode: RoundingMode, toMultipleOf step: Rational) -> Rational? {
    guard step > .zero, let steps = divided(by: step) else { return nil }
    return Rational(steps.rounded(mode)).multiplied(by: step)
  }
}
