import PledgeTestSupport
import PledgeTime
import Testing

/// The algebra of spans against arrays of truth values, for every set on a small domain.
@Suite struct SpanTests {
  static let size = 6

  /// The span of the bits that are set; bit n stands for the interval [n, n + 1).
  static func span(_ bits: Int) -> Span {
    Span((0..<size).filter { bits >> $0 & 1 == 1 }.map(cell))
  }

  static func cell(_ place: Int) -> Interval {
    Interval(start: Instant(microseconds: Int64(place)), end: Instant(microseconds: Int64(place + 1)))
  }

  static func bits(_ span: Span) -> Int {
    (0..<size).reduce(0) { $0 | (span.contains(Instant(microseconds: Int64($1))) ? 1 << $1 : 0) }
  }

  static func isNormal(_ span: Span) -> Bool {
    span.intervals.allSatisfy { $0.start < $0.end }
      && zip(span.intervals, span.intervals.dropFirst()).allSatisfy { $0.end < $1.start }
  }

  @Test func everyPairOfSmallSetsFollowsSetAlgebra() {
    let all = 0..<(1 << Self.size)
    for a in all {
      let left = Self.span(a)
      #expect(Self.bits(left) == a)
      #expect(Self.isNormal(left))
      #expect(left.total.microseconds == Int64(a.nonzeroBitCount))
      for b in all {
        let right = Self.span(b)
        let results = [
          (left.union(right), a | b), (left.intersection(right), a & b), (left.subtracting(right), a & ~b),
        ]
        for (span, bits) in results {
          #expect(Self.isNormal(span))
          // Equal sets have one normal form, so this compares the intervals, too.
          #expect(span == Self.span(bits))
        }
      }
    }
  }

  @Test func everyWindowCutsLikeAnIntersection() {
    for a in 0..<(1 << Self.size) {
      for low in 0...Self.size {
        for high in 0...Self.size {
          let window = Interval(
            start: Instant(microseconds: Int64(low)), end: Instant(microseconds: Int64(high)))
          #expect(Self.span(a).clipped(to: window) == Self.span(a).intersection(Span(window)))
        }
      }
    }
  }

  @Test func constructionTakesAnyOrderAndOverlap() {
    let seed: UInt64 = 31
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let intervals = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Interval(
          start: Instant(microseconds: .random(in: 0...6, using: &generator)),
          end: Instant(microseconds: .random(in: 0...6, using: &generator)))
      }
      var bits = 0
      for place in 0..<Self.size where intervals.contains(where: { $0.contains(Self.cell(place).start) }) {
        bits |= 1 << place
      }
      #expect(Span(intervals) == Self.span(bits), "seed \(seed): \(intervals)")
    }
  }

  @Test func lengthTestsKeepWholeIntervals() {
    let span = Span([Self.cell(0), Interval(start: Self.cell(2).start, end: Self.cell(4).end)])
    #expect(span.filtered(longerThan: Duration(microseconds: 1)).intervals.count == 1)
    #expect(span.filtered(atLeast: Duration(microseconds: 1)).intervals.count == 2)
    #expect(span.filtered(longerThan: Duration(microseconds: 3)).isEmpty)
    #expect(!span.contains(Instant(microseconds: 1)))
    #expect(!span.contains(Instant(microseconds: 5)))
  }

  @Test func totalsOfTheWholeOfTimeSaturate() {
    let whole = Span(Interval(start: .earliest, end: .latest))
    #expect(whole.total.microseconds == .max)
    let two = Span([
      Interval(start: .earliest, end: .epoch), Interval(start: Instant(microseconds: 5), end: .latest),
    ])
    #expect(two.total.microseconds == .max)
    #expect(two.subtracting(whole).isEmpty)
  }

  @Test func buffersAreReusedAndMayHoldAnything() {
    var buffer = [Self.cell(3)]
    Span.unite([Self.cell(0)], [Self.cell(1)], into: &buffer)
    #expect(buffer == [Interval(start: Self.cell(0).start, end: Self.cell(1).end)])
    Span.subtract(Self.span(0b111).intervals, Self.span(0b010).intervals, into: &buffer)
    #expect(buffer == [Self.cell(0), Self.cell(2)])
    Span.intersect([], [Self.cell(1)], into: &buffer)
    #expect(buffer.isEmpty)
    var unsorted = [Self.cell(2), Self.cell(0), Self.cell(1), Interval(start: .latest, end: .earliest)]
    Span.normalise(&unsorted)
    #expect(unsorted == Self.span(0b111).intervals)
  }
}
