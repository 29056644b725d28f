/// The open intervals of a stretch of 2⁴⁵ microseconds (about 407 days), with the open time before each.
///
/// The stretch is divided into 256 buckets of about 38 hours. A bucket names the first interval that can
/// matter in it, so that finding an instant is a shift and a step or two.
final class CalendarPage {
  /// An open interval, in microseconds since the epoch.
  struct Entry {
    let start: Int64
    let end: Int64
    /// Open time between the beginning of the page and `start`.
    let openBefore: Int64
  }

  static let bits: Int64 = 45
  private static let bucketBits: Int64 = 37
  private static let bucketMask: Int64 = 255

  let entries: [Entry]
  let total: Int64
  private let buckets: [UInt32]

  /// The page with this number of a calendar with these hours.
  init(_ hours: CalendarHours, number: Int64) {
    let start = number << CalendarPage.bits
    let window = Interval(
      start: Instant(microseconds: start), end: Instant(microseconds: start + 1 << CalendarPage.bits))
    var intervals = hours.openIntervals(near: CalendarPage.days(of: window))
    Span.normalise(&intervals)
    var entries: [Entry] = []
    entries.reserveCapacity(intervals.count)
    var total: Int64 = 0
    for interval in intervals {
      let part = interval.clipped(to: window)
      if part.isEmpty { continue }
      entries.append(
        Entry(start: part.start.microseconds, end: part.end.microseconds, openBefore: total))
      total += part.length.microseconds
    }
    var buckets: [UInt32] = []
    buckets.reserveCapacity(256)
    var index = 0
    for bucket in 0...CalendarPage.bucketMask {
      let bucketStart = start + bucket << CalendarPage.bucketBits
      while index < entries.count, entries[index].end <= bucketStart { index += 1 }
      buckets.append(UInt32(truncatingIfNeeded: index))
    }
    self.entries = entries
    self.total = total
    self.buckets = buckets
  }

  /// The dates, by UTC, that touch the window.
  private static func days(of window: Interval) -> ClosedRange<Int32> {
    Zone.local(window.start, offset: 0).date.dayNumber...Zone.local(window.end, offset: 0).date.dayNumber
  }

  /// The first interval that ends after the time, which is one of the page; the count if there is none.
  func index(at time: Int64) -> Int {
    let bucket = Int((time >> CalendarPage.bucketBits) & CalendarPage.bucketMask)
    var index = Int(buckets[bucket])
    while index < entries.count, entries[index].end <= time { index &+= 1 }
    return index
  }

  /// Open time between the beginning of the page and the time, which is one of the page.
  func open(before time: Int64) -> Int64 {
    let index = index(at: time)
    if index == entries.count { return total }
    let entry = entries[index]
    return time > entry.start ? entry.openBefore &+ (time &- entry.start) : entry.openBefore
  }

  /// The earliest time with so much open time before it on the page, more than none and at most `total`.
  func time(withOpen target: Int64) -> Int64 {
    var low = 0
    var high = entries.count
    // The last interval with less open time before it.
    while high &- low > 1 {
      let middle = low &+ (high &- low) / 2
      if entries[middle].openBefore < target { low = middle } else { high = middle }
    }
    return entries[low].start &+ (target &- entries[low].openBefore)
  }
}
