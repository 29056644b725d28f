import PledgeNumbers

/// An exact sum of amounts: in ten-thousandths where they are whole, which nearly all amounts are, the rest
/// as a fraction.
package struct MoneySum: Sendable, Equatable {
  private static let scale: Int128 = 10_000

  private var parts: Int128 = 0
  private var rest = Rational.zero
  /// Whether the sum has left the 128 bits that an amount has.
  package private(set) var isTooLarge = false

  package init() {}

  /// Adds an amount.
  @inline(__always) package mutating func add(_ amount: Rational) {
    if amount.denominator == 100 || Self.scale % amount.denominator == 0 {
      let (scaled, tooWide) = amount.numerator.multipliedReportingOverflow(
        by: Self.scale / amount.denominator)
      let (sum, overflow) = parts.addingReportingOverflow(scaled)
      if tooWide || overflow { isTooLarge = true } else { parts = sum }
    } else if let sum = rest.adding(amount) {
      rest = sum
    } else {
      isTooLarge = true
    }
  }

  /// Adds another sum.
  package mutating func merge(_ other: MoneySum) {
    let (sum, overflow) = parts.addingReportingOverflow(other.parts)
    if overflow || other.isTooLarge { isTooLarge = true }
    parts = sum
    add(other.rest)
  }

  /// The exact total; nil where it does not fit.
  package var total: Rational? {
    guard !isTooLarge, let whole = Rational(numerator: parts, denominator: Self.scale) else { return nil }
    return whole.adding(rest)
  }
}
