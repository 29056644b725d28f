/// What an ISO 8601 text names: an instant where it has an offset, else a date with or without a time of day,
/// to which the caller applies a zone if its source may leave it out.
package enum Timestamp: Sendable, Hashable {
  /// A time with an offset or `Z`.
  case instant(Instant)
  /// A time without an offset.
  case civil(CivilDate, WallTime)
  /// A date alone.
  case date(CivilDate)

  /// Why a text names no time.
  package enum Fault: Error, Sendable, Hashable {
    /// The text is empty.
    case empty
    /// The byte at this offset has no place there, or the text ends there too early.
    case malformed(offset: Int)
    /// The calendar has no such date.
    case noSuchDate
    /// The clock has no such time, or an offset is beyond 23:59.
    case noSuchTime
    /// The second 60: instants here do not count leap seconds.
    case leapSecond
    /// More than six digits of a second, which whole microseconds cannot hold.
    case tooManyFractionDigits
  }
}
