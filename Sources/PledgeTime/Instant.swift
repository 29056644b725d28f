/// A point of time: whole microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
@usableFromInline package struct Instant: Sendable, Hashable {
  /// Microseconds since the epoch; about 292 000 years to either side.
  @usableFromInline package let microseconds: Int64

  /// The instant so many microseconds after the epoch.
  @inlinable
  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The later instant; nil on overflow.
  @inlinable
  package func adding(_ duration: Duration) -> Instant? {
    let (sum, overflow) = microseconds.addingReportingOverflow(duration.microseconds)
    return overflow ? nil : Instant(microseconds: sum)
  }

  /// The earlier instant; nil on overflow.
  @inlinable
  package func subtracting(_ duration: Duration) -> Instant? {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(duration.microseconds)
    return overflow ? nil : Instant(microseconds: difference)
  }

  /// The time elapsed since `earlier`, negative when that is later; nil on overflow.
  @inlinable
  package func since(_ earlier: Instant) -> Duration? {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(earlier.microseconds)
    return overflow ? nil : Duration(microseconds: difference)
  }
}

extension Instant: Comparable {
  /// Whether both are the same instant.
  @inlinable
  package static func == (left: Instant, right: Instant) -> Bool { left.microseconds == right.microseconds }

  /// Whether `left` is earlier.
  @inlinable
  package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}

extension Instant {
  /// The epoch, 1970-01-01T00:00:00Z.
  @inlinable package static var epoch: Instant { Instant(microseconds: 0) }
  /// The first instant that can be named; stands for an open beginning.
  @inlinable package static var earliest: Instant { Instant(microseconds: .min) }
  /// The last instant that can be named; stands for an open end.
  @inlinable package static var latest: Instant { Instant(microseconds: .max) }
}
