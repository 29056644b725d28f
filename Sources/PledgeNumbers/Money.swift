/// An exact amount of one currency; amounts of different currencies never mix.
package struct Money: Sendable, Hashable {
  /// The amount in major units (yuan, not fen).
  package let amount: Rational
  /// The currency.
  package let currency: Currency

  /// The amount of that currency.
  @inlinable
  package init(amount: Rational, currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// One minor unit of the currency, the step of the default rounding: 0.01 for CNY, 1 for JPY.
  package static func minorUnit(of currency: Currency) -> Rational {
    Decimal(boundedCoefficient: 1, scale: UInt8(currency.minorUnitDigits)).rational
  }

  /// The sum; nil when the currencies differ or the amount does not fit.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency, let sum = amount.adding(other.amount) else { return nil }
    return Money(amount: sum, currency: currency)
  }

  /// The difference; nil when the currencies differ or the amount does not fit.
  package func subtracting(_ other: Money) -> Money? {
    guard currency == other.currency, let rest = amount.subtracting(other.amount) else { return nil }
    return Money(amount: rest, currency: currency)
  }

  /// The amount scaled; nil when it does not fit.
  package func multiplied(by factor: Rational) -> Money? {
    guard let product = amount.multiplied(by: factor) else { return nil }
    return Money(amount: product, currency: currency)
  }

  /// The amount rounded to whole minor units; nil when it does not fit.
  package func roundedToMinorUnit(_ mode: RoundingMode) -> Money? {
    guard let rounded = amount.rounded(mode, toMultipleOf: Money.minorUnit(of: currency)) else {
      return nil
    }
    return Money(amount: rounded, currency: currency)
  }

  /// The exact text: `400.00 CNY`, with more digits where the value has them, `100/3 CNY` where it has no
  /// end.
  package var text: String {
    let digits = amount.decimalText(minimumFractionDigits: currency.minorUnitDigits) ?? amount.text
    return "\(digits) \(currency.code)"
  }
}

extension Money: CustomStringConvertible {
  /// The exact text.
  package var description: String { text }
}
