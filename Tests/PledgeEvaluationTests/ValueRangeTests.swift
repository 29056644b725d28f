import PledgeNumbers
import PledgePolicy
import Testing

@testable import PledgeEvaluation

/// Ranges of small whole numbers, held against every pair of values in them.
@Suite struct ValueRangeTests {
  /// All ranges of numbers from −2 to 2, also without one end or both.
  private static let ranges: [ValueRange] = {
    var result: [ValueRange] = []
    let ends: [Int?] = [nil, -2, -1, 0, 1, 2]
    for least in ends {
      for most in ends where (least ?? -2) <= (most ?? 2) {
        result.append(ValueRange(least.map { Rational($0) }, most.map { Rational($0) }))
      }
    }
    return result
  }()

  /// Some of the values of a range; without an end they go far.
  private static func values(_ range: ValueRange) -> [Rational] {
    [-100, -2, -1, 0, 1, 2, 100].map { Rational($0) }.filter { holds(range, $0) }
  }

  private static func holds(_ range: ValueRange, _ value: Rational) -> Bool {
    (range.least.map { $0 <= value } ?? true) && (range.most.map { value <= $0 } ?? true)
  }

  private func each(_ body: (ValueRange, ValueRange, Rational, Rational) throws -> Void) rethrows {
    for left in Self.ranges {
      for right in Self.ranges {
        for first in Self.values(left) {
          for second in Self.values(right) { try body(left, right, first, second) }
        }
      }
    }
  }

  @Test func `sums, products and the smaller and greater of two lie in their ranges`() throws {
    try each { left, right, first, second in
      let sum = try #require(first.adding(second))
      let product = try #require(first.multiplied(by: second))
      let opposite = try #require(first.negated())
      #expect(Self.holds(left.adding(right), sum))
      #expect(Self.holds(left.multiplied(by: right), product))
      #expect(Self.holds(left.negated(), opposite))
      #expect(Self.holds(left.extreme(right, greatest: false), min(first, second)))
      #expect(Self.holds(left.extreme(right, greatest: true), max(first, second)))
      #expect(Self.holds(left.united(with: right), first) && Self.holds(left.united(with: right), second))
      guard !second.isZero, right.point != nil, let quotient = first.divided(by: second) else { return }
      #expect(Self.holds(left.divided(by: right), quotient))
    }
  }

  @Test(arguments: Comparison.allCases)
  func `a comparison that is decided is that of every pair of values`(comparison: Comparison) {
    each { left, right, first, second in
      guard let decided = left.compared(comparison, with: right) else { return }
      #expect(Order(first, second).satisfies(comparison) == decided)
    }
  }

  @Test func `a comparison of ends that touch is decided where both sides agree`() {
    let (low, high) = (ValueRange(.zero, .one), ValueRange(.one, Rational(2)))
    #expect(low.compared(.atMost, with: high) == true)
    #expect(low.compared(.greater, with: high) == false)
    #expect(low.compared(.less, with: high) == nil)
    #expect(low.compared(.equal, with: high) == nil)
    #expect(ValueRange(.one).compared(.equal, with: ValueRange(.one)) == true)
    #expect(ValueRange.unbounded.compared(.less, with: low) == nil)
    #expect(ValueRange.notNegative.compared(.atLeast, with: ValueRange(.zero)) == true)
  }
}
