import PledgeNumbers
import PledgeTestSupport
import Testing

@Suite struct RationalTests {
  /// A fraction or a failed test.
  static func fraction(_ numerator: Int128, _ denominator: Int128) throws -> Rational {
    try #require(Rational(numerator: numerator, denominator: denominator))
  }

  @Test func aFractionIsReducedAndItsDenominatorPositive() throws {
    let value = try Self.fraction(6, -4)
    #expect(value.numerator == -3)
    #expect(value.denominator == 2)
    #expect(try Self.fraction(0, -7) == .zero)
    #expect(Rational(numerator: 1, denominator: 0) == nil)
  }

  @Test func theExtremesOfTheNumeratorAreHandled() throws {
    #expect(try Self.fraction(.min, 1).numerator == .min)
    #expect(try Self.fraction(.min, .min) == .one)
    #expect(try Self.fraction(.min, 2).numerator == .min / 2)
    #expect(Rational(numerator: .min, denominator: -1) == nil)
    #expect(Rational(numerator: 1, denominator: .min) == nil)
    #expect(Rational(Int128.min).negated() == nil)
    #expect(Rational(Int128.min).absolute() == nil)
    #expect(Rational(Int128.max).adding(.one) == nil)
    #expect(Rational(Int128.min).subtracting(.one) == nil)
    #expect(Rational(Int128.max).multiplied(by: Rational(2)) == nil)
    #expect(Rational.one.divided(by: .zero) == nil)
    #expect(Rational(Int128.min).multiplied(by: try Self.fraction(1, 2))?.numerator == .min / 2)
  }

  @Test func allSmallFractionsFollowTheRulesOfSchool() throws {
    let numerators = Int128(-6)...6
    for a in numerators {
      for b in Int128(1)...5 {
        let left = try Self.fraction(a, b)
        for c in numerators {
          for d in Int128(1)...5 {
            let right = try Self.fraction(c, d)
            let sum = try #require(left.adding(right))
            #expect(sum.numerator * b * d == (a * d + c * b) * sum.denominator)
            let difference = try #require(left.subtracting(right))
            #expect(difference.numerator * b * d == (a * d - c * b) * difference.denominator)
            let product = try #require(left.multiplied(by: right))
            #expect(product.numerator * b * d == a * c * product.denominator)
            #expect((left < right) == (a * d < c * b))
            #expect((left == right) == (a * d == c * b))
            if c != 0 {
              let quotient = try #require(left.divided(by: right))
              #expect(quotient.numerator * b * c == a * d * quotient.denominator)
            }
          }
        }
      }
    }
  }

  @Test func largeFractionsKeepTheLawsOfAField() throws {
    let seed: UInt64 = 20_260_302
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      func value() throws -> Rational {
        let bits = Int.random(in: 1...100, using: &generator)
        let limit = Int128(1) << bits
        return try Self.fraction(
          .random(in: -limit...limit, using: &generator), .random(in: 1...limit, using: &generator))
      }
      let (a, b) = (try value(), try value())
      guard let sum = a.adding(b), let product = a.multiplied(by: b) else { continue }
      #expect(sum == b.adding(a), "seed \(seed)")
      #expect(product == b.multiplied(by: a), "seed \(seed)")
      if let back = sum.subtracting(b) { #expect(back == a, "seed \(seed)") }
      if !b.isZero, let back = product.divided(by: b) { #expect(back == a, "seed \(seed)") }
      // Reduced: building the same fraction again changes nothing.
      for value in [sum, product] {
        #expect(
          Rational(numerator: value.numerator, denominator: value.denominator) == value, "seed \(seed)")
      }
      #expect((a < b) == (a.subtracting(b)?.isNegative ?? (a < b)), "seed \(seed)")
      #expect(sum.denominator > 0, "seed \(seed)")
    }
  }

  @Test func comparisonIsExactWhereCrossProductsDoNotFit() throws {
    let large = Int128.max
    let below = try Self.fraction(large - 2, large - 1)
    let above = try Self.fraction(large - 1, large)
    #expect(below < above)
    #expect(!(above < below))
    #expect(try Self.fraction(-(large - 1), large) < Self.fraction(-(large - 2), large - 1))
    #expect(Rational(Int128.min) < below)
  }

  @Test func floorAndCeilingEncloseTheValue() throws {
    for numerator in Int128(-20)...20 {
      for denominator in Int128(1)...7 {
        let value = try Self.fraction(numerator, denominator)
        #expect(Rational(value.floor) <= value)
        #expect(value < Rational(value.floor + 1))
        #expect(value <= Rational(value.ceiling))
        #expect(Rational(value.ceiling - 1) < value)
      }
    }
    #expect(Rational(Int128.min).floor == .min)
    #expect(Rational(Int128.max).ceiling == .max)
  }

  @Test(arguments: [
    (1, 1, "1"), (-5, 2, "-2.5"), (1, 3, "1/3"), (-7, 6, "-7/6"), (1, 8, "0.125"), (-1, 100, "-0.01"),
    (0, 1, "0"), (123_456, 1000, "123.456"),
  ])
  func textIsExact(numerator: Int128, denominator: Int128, text: String) throws {
    #expect(try Self.fraction(numerator, denominator).text == text)
  }

  @Test func decimalTextIsGivenOnlyWhereItIsExact() throws {
    let value = try Self.fraction(5, 4)
    #expect(value.decimalText(fractionDigits: 2) == "1.25")
    #expect(value.decimalText(fractionDigits: 4) == "1.2500")
    #expect(value.decimalText(fractionDigits: 1) == nil)
    #expect(try Self.fraction(1, 3).decimalText(fractionDigits: 30) == nil)
    #expect(Rational(400).decimalText(fractionDigits: 2) == "400.00")
    #expect(Rational(400).decimalText(fractionDigits: 0) == "400")
    #expect(Rational(400).decimalText(fractionDigits: -1) == nil)
  }

  @Test func theLongestDecimalIsStillExact() throws {
    let value = try Self.fraction(1, Int128(1) << 126)
    #expect(value.neededFractionDigits == 126)
    #expect(value.text.hasSuffix("5"))
    #expect(value.text.count == 128)
  }

  @Test(arguments: [
    (9995, 10_000, "99.95%"), (1, 20, "5%"), (1, 3, "100/3%"), (0, 1, "0%"), (-1, 8, "-12.5%"),
  ])
  func percentTextIsExact(numerator: Int128, denominator: Int128, text: String) throws {
    #expect(try Self.fraction(numerator, denominator).percentText == text)
  }

  @Test func aPercentageTooLargeForItsHundredfoldIsStillShown() {
    #expect(Rational(Int128.max).percentText == "(\(Int128.max) × 100)%")
  }
}
