/// A time of day as a clock on the wall shows it, 00:00 to 24:00.
///
/// 24:00 is the end of its date, so that hours can reach midnight without a 23:59:59.
package struct WallTime: Sendable, Hashable {
  /// Microseconds of the day, 0...86 400 000 000.
  package let microseconds: Int64

  /// Microseconds of a day of 24 hours.
  @inlinable package static var microsecondsPerDay: Int64 { 86_400_000_000 }

  /// 00:00, the beginning of the date.
  @inlinable package static var startOfDay: WallTime { WallTime(bounded: 0) }
  /// 24:00, the end of the date.
  @inlinable package static var endOfDay: WallTime { WallTime(bounded: microsecondsPerDay) }

  /// Takes a value that is within the bounds.
  @inlinable
  init(bounded: Int64) { self.microseconds = bounded }

  /// The time so many microseconds into the day; nil beyond 0...86 400 000 000.
  @inlinable
  package init?(microseconds: Int64) {
    guard microseconds >= 0, microseconds <= WallTime.microsecondsPerDay else { return nil }
    self.init(bounded: microseconds)
  }

  /// The time of these numbers; nil when a clock never shows it. 24 is an hour only with nothing behind it.
  @inlinable
  package init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
    guard hour >= 0, hour <= 24, minute >= 0, minute < 60, second >= 0, second < 60, microsecond >= 0,
      microsecond < 1_000_000
    else { return nil }
    let seconds = Int64(hour &* 3600 &+ minute &* 60 &+ second)
    self.init(microseconds: seconds &* 1_000_000 &+ Int64(microsecond))
  }
}

extension WallTime: Comparable {
  /// Whether `left` is earlier.
  @inlinable
  package static func < (left: WallTime, right: WallTime) -> Bool { left.microseconds < right.microseconds }
}
