import PledgeTime
import Testing

@testable import PledgeSimulation

@Suite struct OverrunHistogramTests {
  private func histogram(_ values: [Int64]) -> OverrunHistogram {
    var histogram = OverrunHistogram()
    for value in values { histogram.add(Duration(microseconds: value)) }
    return histogram
  }

  @Test("A histogram without values has no quantile") func aHistogramWithoutValuesHasNoQuantile() {
    #expect(OverrunHistogram().quantiles([500]).isEmpty)
    #expect(OverrunHistogram().mean == nil)
  }

  @Test("Count, sum and greatest are exact") func countSumAndGreatestAreExact() {
    let histogram = histogram([1, 2, 3, 4_000_000_000_000])
    #expect(histogram.count == 4)
    #expect(histogram.sum == 4_000_000_000_006)
    #expect(histogram.greatest == Duration(microseconds: 4_000_000_000_000))
  }

  @Test("Small values have buckets of their own") func smallValuesHaveBucketsOfTheirOwn() {
    let histogram = histogram((0..<2048).map { Int64($0) })
    let permilles = Array(stride(from: 1, through: 1000, by: 13))
    for (permille, value) in zip(permilles, histogram.quantiles(permilles)) {
      let rank = (2048 * permille + 999) / 1000
      #expect(value == Duration(microseconds: Int64(rank - 1)))
    }
  }

  @Test(
    "A quantile is a value that occurred, at most 1 in 1024 above the true one",
    arguments: [UInt64(1), 7, 42])
  func aQuantileIsAValueThatOccurred(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let values = (0..<5000).map { _ in Int64(truncatingIfNeeded: random.next() >> (random.next() % 40 + 20)) }
      .map { abs($0) }
    let sorted = values.sorted()
    let histogram = histogram(values)
    let permilles = [1, 100, 500, 900, 990, 999, 1000]
    let quantiles = histogram.quantiles(permilles)
    try #require(quantiles.count == permilles.count)
    for (permille, quantile) in zip(permilles, quantiles) {
      let exact = sorted[max(1, (values.count * permille + 999) / 1000) - 1]
      let found = quantile.microseconds
      #expect(sorted.contains(found))
      #expect(found >= exact)
      #expect(found - exact <= exact / 1024 + 1, "seed \(seed), \(permille) permille of \(exact): \(found)")
    }
  }

  @Test("A quantile is the same beside others as alone") func aQuantileIsTheSameBesideOthersAsAlone() {
    let histogram = histogram([5, 5, 5, 9, 70, 70, 3_000, 1_000_000])
    let permilles = Array(1...1000)
    #expect(histogram.quantiles(permilles) == permilles.flatMap { histogram.quantiles([$0]) })
  }

  @Test("Any split, merged, is the whole", arguments: [UInt64(3), 11])
  func anySplitMergedIsTheWhole(seed: UInt64) {
    var random = SplitMix(state: seed)
    var parts = [OverrunHistogram(), OverrunHistogram(), OverrunHistogram()]
    var whole = OverrunHistogram()
    for _ in 0..<3000 {
      let value = Duration(microseconds: Int64(random.next() >> 24))
      whole.add(value)
      parts[Int(random.next() % 3)].add(value)
    }
    var merged = parts[2]
    merged.merge(parts[0])
    merged.merge(parts[1])
    #expect(merged.count == whole.count && merged.sum == whole.sum && merged.greatest == whole.greatest)
    #expect(merged.quantiles(Array(1...1000)) == whole.quantiles(Array(1...1000)))
  }
}

/// Random numbers that a seed repeats (Steele, Lea, Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
