/// The open intervals of a stretch of 2⁴⁵ microseconds (about 407 days), with the open time before each.
///
/// The stretch is divided into 256 buckets of about 38 hours. A bucket names the first interval that can
/// matter in it, so that finding an instant is a shift and a step or two.
struct CalendarPage: CalendarTablePage {
  /// An open interval, in microseconds since the epoch.
  struct Entry {
    let start: Int64
    let end: Int64
    /// Open time between the beginning of the page and `start`.
    let openBefore: Int64
  }

  static let bits: Int64 = 45
  private static let bucketBits: Int64 = 37
  private static let bucketCount = 256

  /// The number of the page to which the instant belongs.
  @inline(__always)
  static func number(of instant: Instant) -> Int { Int(instant.microseconds >> bits) }

  /// How many intervals there are.
  let count: Int
  /// Open time of the whole page.
  let size: Int64
  private let entries: UnsafeMutablePointer<Entry>
  private let buckets: UnsafeMutablePointer<Int32>

  /// Compiles the intervals that meet the page, cut at its ends.
  init(_ hours: CalendarHours, number: Int) {
    let start = Int64(number) << CalendarPage.bits
    let window = Interval(
      start: Instant(microseconds: start), end: Instant(microseconds: start + 1 << CalendarPage.bits))
    let days =
      Zone.local(window.start, offset: 0).date.dayNumber...Zone.local(window.end, offset: 0).date.dayNumber
    let intervals = hours.openIntervals(near: days)
    entries = .allocate(capacity: intervals.count)
    var count = 0
    var size: Int64 = 0
    for interval in intervals {
      let part = interval.clipped(to: window)
      if part.isEmpty { continue }
      (entries + count).initialize(
        to: Entry(start: part.start.microseconds, end: part.end.microseconds, openBefore: size))
      size += part.length.microseconds
      count += 1
    }
    buckets = .allocate(capacity: CalendarPage.bucketCount)
    var index = 0
    for bucket in 0..<CalendarPage.bucketCount {
      let bucketStart = start + Int64(bucket) << CalendarPage.bucketBits
      while index < count, entries[index].end <= bucketStart { index += 1 }
      (buckets + bucket).initialize(to: Int32(truncatingIfNeeded: index))
    }
    self.count = count
    self.size = size
  }

  /// Gives the memory back.
  func deallocate() {
    entries.deallocate()
    buckets.deallocate()
  }

  /// The interval with that index, which is below `count`.
  func entry(_ index: Int) -> Entry { entries[index] }

  /// The first interval that ends after the time, which is one of the page; `count` if there is none.
  func index(at time: Int64) -> Int {
    let bucket = Int(time >> CalendarPage.bucketBits) & (CalendarPage.bucketCount &- 1)
    var index = Int(buckets[bucket])
    while index < count, entries[index].end <= time { index &+= 1 }
    return index
  }

  /// Open time between the beginning of the page and the time, which is one of the page.
  func open(before time: Int64) -> Int64 {
    let index = index(at: time)
    if index == count { return size }
    let entry = entries[index]
    return time > entry.start ? entry.openBefore &+ (time &- entry.start) : entry.openBefore
  }

  /// The latest time with so much open time before it on the page, less than `size`.
  func latestTime(withOpen target: Int64) -> Int64 {
    var low = 0
    var high = count
    while high &- low > 1 {
      let middle = low &+ (high &- low) / 2
      if entries[middle].openBefore <= target { low = middle } else { high = middle }
    }
    return entries[low].start &+ (target &- entries[low].openBefore)
  }

  /// The earliest time with so much open time before it on the page, more than none and at most `size`,
  /// looked for from the interval with that index on.
  func time(withOpen target: Int64, from index: Int) -> Int64 {
    // Most lengths end within a few intervals; the step doubles for those that do not.
    var low = index
    var step = 1
    while low &+ step < count, entries[low &+ step].openBefore < target {
      low &+= step
      step &<<= 1
    }
    var high = min(count, low &+ step)
    while high &- low > 1 {
      let middle = low &+ (high &- low) / 2
      if entries[middle].openBefore < target { low = middle } else { high = middle }
    }
    return entries[low].start &+ (target &- entries[low].openBefore)
  }
}
