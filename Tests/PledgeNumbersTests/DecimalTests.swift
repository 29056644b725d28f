import PledgeNumbers
import PledgeTestSupport
import Testing

@Suite struct DecimalTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("8000.00", 800_000, 2), ("-12.5", -125, 1), ("+7", 7, 0), ("007", 7, 0),
      ("0.000000000000000001", 1, 18), ("999999999999999999", 999_999_999_999_999_999, 0),
      ("-0", 0, 0), ("1e3", 1000, 0), ("1.5E+2", 150, 0), ("1.50e1", 150, 1), ("25e-4", 25, 4),
      ("0e99999999999", 0, 0),
      ("0.0e-400", 0, 18), ("00000000000000000000001", 1, 0), ("1e17", 100_000_000_000_000_000, 0),
      ("0.00000000000000000000", 0, 18),
    ] as [(String, Int64, UInt8)])
  func aNumberIsReadAsWritten(text: String, coefficient: Int64, scale: UInt8) throws {
    let decimal = try Decimal.parse(text).get()
    #expect(decimal.coefficient == coefficient)
    #expect(decimal.scale == scale)
  }

  @Test(
    arguments: [
      ("", .empty), ("-", .malformed(offset: 1)), (".5", .malformed(offset: 0)),
      ("5.", .malformed(offset: 2)),
      ("1 ", .malformed(offset: 1)), ("1,5", .malformed(offset: 1)), ("1e", .malformed(offset: 2)),
      ("1e+", .malformed(offset: 3)), ("1e5x", .malformed(offset: 3)), ("NaN", .malformed(offset: 0)),
      ("--1", .malformed(offset: 1)), ("1.2.3", .malformed(offset: 3)), ("１", .malformed(offset: 0)),
      ("1000000000000000000", .tooManyDigits), ("1.000000000000000000", .tooManyDigits),
      ("1e18", .tooManyDigits),
      ("12e9999999", .tooManyDigits), ("0.0000000000000000001", .tooManyFractionDigits),
      ("1e-19", .tooManyFractionDigits), ("1e-99999999", .tooManyFractionDigits),
    ] as [(String, Decimal.Fault)])
  func whatIsNoNumberIsRefusedWithTheReason(text: String, fault: Decimal.Fault) {
    #expect(Decimal.parse(text) == .failure(fault))
  }

  @Test func theExactValueIsAFraction() throws {
    #expect(try Decimal.parse("8000.50").get().rational == Rational(numerator: 16_001, denominator: 2))
    #expect(try Decimal.parse("-0.125").get().rational == Rational(numerator: -1, denominator: 8))
    #expect(try Decimal.parse("12").get().rational == Rational(12))
  }

  @Test func everyDecimalOfUpTo18DigitsIsReadBack() throws {
    let seed: UInt64 = 18
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let coefficient = Int64.random(in: 1...999_999_999_999_999_999, using: &generator)
      let digits = String(coefficient)
      let scale = Int.random(in: 0..<digits.count, using: &generator)
      let text = String(digits.dropLast(scale)) + (scale > 0 ? "." : "") + String(digits.suffix(scale))
      let decimal = try Decimal.parse(text).get()
      #expect(decimal.coefficient == coefficient && Int(decimal.scale) == scale, "seed \(seed): \(text)")
      #expect(decimal.rational.decimalText(fractionDigits: scale) == text, "seed \(seed): \(text)")
    }
  }

  @Test func anyBytesGiveAnAnswer() {
    let seed: UInt64 = 99
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789+-.eE \u{0}x".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...30, using: &generator)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
      let result = bytes.withUnsafeBufferPointer { Decimal.parse($0) }
      if case .success(let decimal) = result {
        #expect(
          decimal.scale <= 18 && decimal.coefficient.magnitude < 1_000_000_000_000_000_000, "seed \(seed)")
      }
    }
  }
}
