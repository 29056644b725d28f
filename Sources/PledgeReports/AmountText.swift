import PledgeNumbers

/// Exact amounts as decimal text, quickly where they are whole minor units.
package enum AmountText {
  /// Appends `400.00`; a fraction without an end as `100/3`.
  package static func append(_ amount: Rational, digits: Int, to bytes: inout [UInt8]) {
    let scale: Int128 = power(digits)
    let (scaled, overflow) = amount.numerator.multipliedReportingOverflow(by: scale)
    guard !overflow, scaled % amount.denominator == 0,
      let minor = UInt64(exactly: (scaled / amount.denominator).magnitude)
    else {
      bytes.append(contentsOf: text(amount, digits: digits).utf8)
      return
    }
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let unit = UInt64(scale)
    JSONText.append(number: minor / unit, to: &bytes)
    guard digits > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var rest = minor % unit
    var power = unit / 10
    for _ in 0..<digits {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power = max(1, power / 10)
    }
  }

  /// `400.00`, with more digits where the amount has them.
  package static func text(_ amount: Rational, digits: Int) -> String {
    amount.decimalText(minimumFractionDigits: digits) ?? amount.text
  }

  private static func power(_ digits: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<max(0, min(digits, 18)) { power *= 10 }
    return power
  }
}
