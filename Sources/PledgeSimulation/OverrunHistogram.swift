import PledgeTime

/// How long overruns were: exact count, sum and maximum, and quantiles that are at most 1/1024 too long.
///
/// Values are put into buckets: up to 2047 microseconds each has its own, above that a bucket is at most
/// 1/1024 as wide as its values are long. Each bucket keeps the greatest value that it has seen, so that a
/// quantile is always a value that occurred, at or above the true one and in the same bucket. Memory grows
/// with the buckets in use (at most about 56 000), never with the number of values. Merging is exact: the
/// order of values and the parts they came in change nothing.
package struct OverrunHistogram: Sendable {
  /// The number of values.
  package private(set) var count = 0
  /// The greatest value.
  package private(set) var greatest = Duration.zero
  /// The number of overruns of which it is not known how long they were; they are in no other figure.
  package private(set) var unknown = 0
  /// The exact sum in microseconds.
  package private(set) var sum: Int128 = 0

  private struct Bucket {
    /// The bucket's number, or -1 where the slot is free.
    var number: Int32 = -1
    var greatest: Int64 = 0
    var count = 0
  }

  /// Open addressing over a power of two, at most three quarters full.
  private var slots: [Bucket] = []
  private var used = 0
  /// Values that are not in a bucket yet. Buckets lie far apart in memory: for some values together the
  /// processor fetches several at a time.
  private var recent: [Int64] = []
  private static let recentLimit = 64

  package init() {}

  /// Takes a value; negative ones count as zero.
  package mutating func add(_ value: Duration) {
    let microseconds = max(0, value.microseconds)
    count += 1
    sum += Int128(microseconds)
    if microseconds > greatest.microseconds { greatest = Duration(microseconds: microseconds) }
    recent.append(microseconds)
    if recent.count == Self.recentLimit { settle() }
  }

  /// Takes an overrun of which it is not known how long it was.
  package mutating func addUnknown() { unknown += 1 }

  /// Takes all values of another histogram.
  package mutating func merge(_ other: OverrunHistogram) {
    count += other.count
    unknown += other.unknown
    sum += other.sum
    greatest = max(greatest, other.greatest)
    for value in other.recent { put(value) }
    for slot in other.slots where slot.number >= 0 {
      put(slot.number, greatest: slot.greatest, count: slot.count)
    }
  }

  /// For each of ascending `permilles` the smallest value kept such that at least so many of 1000 values are
  /// at most as long; empty without values.
  package func quantiles(_ permilles: [Int]) -> [Duration] {
    guard count > 0 else { return [] }
    var settled = self
    settled.settle()
    let buckets = settled.slots.filter { $0.number >= 0 }.sorted { $0.number < $1.number }
    var next = 0
    var seen = 0
    return permilles.map { permille in
      let rank = rank(of: permille)
      while next < buckets.count, seen < rank {
        seen += buckets[next].count
        next += 1
      }
      return seen < rank ? greatest : Duration(microseconds: buckets[next - 1].greatest)
    }
  }

  /// How many values, in their order, make up so many of 1000.
  private func rank(of permille: Int) -> Int {
    let (whole, isTooLarge) = count.multipliedReportingOverflow(by: permille)
    return isTooLarge ? count : max(1, whole / 1000 + (whole % 1000 == 0 ? 0 : 1))
  }

  /// The mean, rounded half up to microseconds; nil without values.
  package var mean: Duration? {
    guard count > 0 else { return nil }
    let rounded = (sum + Int128(count) / 2) / Int128(count)
    return Int64(exactly: rounded).map { Duration(microseconds: $0) }
  }

  /// The bucket of a value: 1024 buckets for each doubling.
  static func bucket(of microseconds: Int64) -> Int32 {
    let value = UInt64(bitPattern: microseconds)
    let shift = max(0, 64 - value.leadingZeroBitCount - 11)
    return Int32(truncatingIfNeeded: UInt64(shift) << 10 &+ value >> UInt64(shift))
  }

  /// Puts all values into buckets, so that quantiles are found without a copy.
  mutating func settle() {
    for value in recent { put(value) }
    recent.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ value: Int64) { put(Self.bucket(of: value), greatest: value, count: 1) }

  private mutating func put(_ number: Int32, greatest: Int64, count: Int) {
    if (used + 1) * 4 > slots.count * 3 { grow() }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: UInt32(bitPattern: number) &* 2_654_435_769 >> 7) & mask
    while slots[index].number != number {
      if slots[index].number < 0 {
        slots[index].number = number
        used += 1
        break
      }
      index = (index + 1) & mask
    }
    slots[index].count += count
    slots[index].greatest = max(slots[index].greatest, greatest)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Bucket(), count: max(16, old.count * 2))
    used = 0
    for slot in old where slot.number >= 0 { put(slot.number, greatest: slot.greatest, count: slot.count) }
  }
}
