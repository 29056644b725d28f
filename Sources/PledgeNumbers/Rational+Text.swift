extension Rational {
  /// The exact value: `8000.5` where the decimal ends, else the fraction, `1/3`.
  package var text: String { decimalText(minimumFractionDigits: 0) ?? "\(numerator)/\(denominator)" }

  /// The exact decimal with just so many fraction digits; nil when the value needs more or has no end.
  package func decimalText(fractionDigits: Int) -> String? {
    guard let needed = neededFractionDigits, needed <= fractionDigits else { return nil }
    return decimalDigits(fractionDigits)
  }

  /// The exact decimal with at least so many fraction digits; nil when the decimal has no end.
  package func decimalText(minimumFractionDigits: Int) -> String? {
    guard let needed = neededFractionDigits else { return nil }
    return decimalDigits(max(needed, minimumFractionDigits))
  }

  /// A share as a percentage: `99.95%`, and `100/3%` where the decimal has no end.
  package var percentText: String {
    guard let percent = multiplied(by: Rational(100)) else { return "(\(text) × 100)%" }
    return percent.text + "%"
  }

  /// How many fraction digits the exact decimal has, at most 126; nil when the denominator has a prime
  /// factor other than 2 and 5.
  package var neededFractionDigits: Int? {
    let twos = denominator.trailingZeroBitCount
    var rest = denominator >> Int128(twos)
    var fives = 0
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    return rest == 1 ? max(twos, fives) : nil
  }

  /// Long division, digit by digit.
  private func decimalDigits(_ fractionDigits: Int) -> String {
    let divisor = denominator.magnitude
    var (whole, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var result = isNegative ? "-\(whole)" : "\(whole)"
    if fractionDigits > 0 { result += "." }
    for _ in 0..<max(0, fractionDigits) {
      if remainder == 0 {
        result += "0"
        continue
      }
      // The remainder is below the divisor, so ten times it divided by it is one digit.
      let tenfold = remainder.multipliedFullWidth(by: 10)
      (whole, remainder) = divisor.dividingFullWidth(tenfold)
      result += "\(whole)"
    }
    return result
  }
}

extension Rational: CustomStringConvertible {
  /// The exact text.
  @usableFromInline package var description: String { text }
}
