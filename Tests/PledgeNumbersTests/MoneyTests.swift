import PledgeNumbers
import Testing

@Suite struct MoneyTests {
  /// Spot checks of every class of minor unit, against table A.1 of ISO 4217.
  @Test(arguments: [
    ("CNY", 2), ("USD", 2), ("EUR", 2), ("GBP", 2), ("CHF", 2), ("JPY", 0), ("KRW", 0), ("VND", 0),
    ("ISK", 0),
    ("CLP", 0), ("XOF", 0), ("KWD", 3), ("BHD", 3), ("TND", 3), ("IQD", 3), ("CLF", 4), ("UYW", 4),
    ("MRU", 2),
    ("XCG", 2), ("ZWG", 2), ("SLE", 2), ("UGX", 0), ("TWD", 2), ("HUF", 2), ("IDR", 2), ("MGA", 2),
  ])
  func aCurrencyKnowsItsMinorUnit(code: String, digits: Int) throws {
    let currency = try #require(Currency(code))
    #expect(currency.minorUnitDigits == digits)
    #expect(currency.code == code)
  }

  @Test(arguments: ["", "CN", "CNYX", "cny", "ABC", "XAU", "XXX", "XTS", "元", "RMB", "DEM", "C\u{301}Y"])
  func whatIsNoCodeIsNoCurrency(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func theTableHasEveryCodeOnce() {
    let all = Currency.all
    #expect(Set(all).count == all.count)
    #expect(all.count == 167)
    #expect(all.map(\.code) == all.map(\.code).sorted())
    for currency in all { #expect(Currency(currency.code) == currency) }
  }

  @Test func bytesNameACurrencyToo() {
    let bytes = Array("CNY".utf8)
    #expect(bytes.withUnsafeBufferPointer { Currency(utf8: $0) } == Currency("CNY"))
  }

  @Test(
    arguments: [
      (400, 1, "CNY", "400.00 CNY"), (998, 100, "GBP", "9.98 GBP"), (1, 3, "CNY", "1/3 CNY"),
      (1, 1000, "CNY", "0.001 CNY"), (5, 1, "JPY", "5 JPY"), (5, 2, "JPY", "2.5 JPY"),
      (1, 1, "KWD", "1.000 KWD"),
      (-1, 2, "USD", "-0.50 USD"), (1, 1, "CLF", "1.0000 CLF"),
    ] as [(Int128, Int128, String, String)])
  func moneyIsShownExactly(numerator: Int128, denominator: Int128, code: String, text: String) throws {
    let amount = try #require(Rational(numerator: numerator, denominator: denominator))
    #expect(Money(amount: amount, currency: try #require(Currency(code))).text == text)
  }

  @Test func currenciesNeverMix() throws {
    let yuan = Money(amount: .one, currency: try #require(Currency("CNY")))
    let dollar = Money(amount: .one, currency: try #require(Currency("USD")))
    #expect(yuan.adding(dollar) == nil)
    #expect(yuan.subtracting(dollar) == nil)
    #expect(yuan.adding(yuan)?.text == "2.00 CNY")
    #expect(yuan.subtracting(yuan)?.text == "0.00 CNY")
  }

  @Test func roundingGoesToTheMinorUnitOfTheCurrency() throws {
    let amount = try #require(Rational(numerator: 1005, denominator: 1000))
    let yuan = Money(amount: amount, currency: try #require(Currency("CNY")))
    #expect(yuan.roundedToMinorUnit(.halfUp)?.text == "1.01 CNY")
    let yen = Money(amount: amount, currency: try #require(Currency("JPY")))
    #expect(yen.roundedToMinorUnit(.up)?.text == "2 JPY")
    #expect(yuan.multiplied(by: Rational(Int128.max)) == nil)
  }
}
