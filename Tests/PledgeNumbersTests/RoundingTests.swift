import PledgeNumbers
import PledgeTestSupport
import Testing

@Suite struct RoundingTests {
  /// Twice the value (so that halves are whole), then up, down, half up, half even.
  static let table: [(Int128, Int128, Int128, Int128, Int128)] = [
    (0, 0, 0, 0, 0), (1, 1, 0, 1, 0), (2, 1, 1, 1, 1), (3, 2, 1, 2, 2), (5, 3, 2, 3, 2), (7, 4, 3, 4, 4),
    (-1, -1, 0, -1, 0), (-2, -1, -1, -1, -1), (-3, -2, -1, -2, -2), (-5, -3, -2, -3, -2),
    (-7, -4, -3, -4, -4),
  ]

  @Test(arguments: table)
  func halvesGoWhereTheModeSays(
    twice: Int128, up: Int128, down: Int128, halfUp: Int128, halfEven: Int128
  ) throws {
    let value = try #require(Rational(numerator: twice, denominator: 2))
    #expect(value.rounded(.up) == up)
    #expect(value.rounded(.down) == down)
    #expect(value.rounded(.halfUp) == halfUp)
    #expect(value.rounded(.halfEven) == halfEven)
  }

  @Test(
    arguments: [
      // 1/10 is nearer to 0, 9/10 nearer to 1, whatever the sign.
      (1, 1, 0, 0, 0), (9, 1, 0, 1, 1), (-1, -1, 0, 0, 0), (-9, -1, 0, -1, -1), (26, 3, 2, 3, 3),
    ] as [(Int128, Int128, Int128, Int128, Int128)])
  func tenthsGoToTheNearestWhole(
    tenths: Int128, up: Int128, down: Int128, halfUp: Int128, halfEven: Int128
  ) throws {
    let value = try #require(Rational(numerator: tenths, denominator: 10))
    #expect(value.rounded(.up) == up)
    #expect(value.rounded(.down) == down)
    #expect(value.rounded(.halfUp) == halfUp)
    #expect(value.rounded(.halfEven) == halfEven)
  }

  @Test func stepsMayBeAnyFraction() throws {
    let cent = try #require(Rational(numerator: 1, denominator: 100))
    let value = try #require(Rational(numerator: 12_345, denominator: 1000))
    #expect(value.rounded(.halfUp, toMultipleOf: cent)?.text == "12.35")
    #expect(value.rounded(.halfEven, toMultipleOf: cent)?.text == "12.34")
    #expect(Rational(61).rounded(.up, toMultipleOf: Rational(60))?.text == "120")
    let half = try #require(Rational(numerator: 1, denominator: 2))
    #expect(value.rounded(.down, toMultipleOf: half)?.text == "12")
    #expect(value.rounded(.down, toMultipleOf: .zero) == nil)
    #expect(value.rounded(.down, toMultipleOf: Rational(-1)) == nil)
  }

  @Test func aRoundedValueIsAMultipleWithinOneStep() throws {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let value = try #require(
        Rational(
          numerator: .random(in: -1_000_000...1_000_000, using: &generator),
          denominator: .random(in: 1...10_000, using: &generator)))
      let step = try #require(
        Rational(
          numerator: .random(in: 1...100, using: &generator),
          denominator: .random(in: 1...100, using: &generator)))
      for mode in RoundingMode.allCases {
        let rounded = try #require(value.rounded(mode, toMultipleOf: step))
        #expect(rounded.divided(by: step)?.isWhole == true, "seed \(seed)")
        let distance = try #require(rounded.subtracting(value)?.absolute())
        #expect(distance < step, "seed \(seed)")
      }
    }
  }
}
