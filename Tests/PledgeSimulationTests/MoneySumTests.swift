import PledgeNumbers
import Testing

@testable import PledgeSimulation

@Suite struct MoneySumTests {
  @Test("Amounts in minor units and fractions add up exactly") func amountsInMinorUnitsAndFractionsAdd()
    throws
  {
    var sum = MoneySum()
    for _ in 0..<3 { sum.add(try #require(Rational(numerator: 1, denominator: 3))) }
    sum.add(try #require(Rational(numerator: 39_999, denominator: 100)))
    #expect(sum.total == Rational(numerator: 40_099, denominator: 100))
  }

  @Test("Merged sums are the sum of all") func mergedSumsAreTheSumOfAll() throws {
    var first = MoneySum()
    var second = MoneySum()
    first.add(try #require(Rational(numerator: 1, denominator: 100)))
    second.add(try #require(Rational(numerator: 1, denominator: 7)))
    first.merge(second)
    #expect(first.total == Rational(numerator: 107, denominator: 700))
  }

  @Test("A sum beyond 128 bits is said to be too large") func aSumBeyond128BitsIsSaid() {
    var sum = MoneySum()
    sum.add(Rational(Int128.max))
    sum.add(Rational(Int128.max))
    #expect(sum.isTooLarge)
    #expect(sum.total == nil)
  }
}
