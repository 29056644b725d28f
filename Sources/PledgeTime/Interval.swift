/// The instants from `start` up to but not including `end`.
@usableFromInline package struct Interval: Sendable, Hashable {
  /// The first instant inside.
  @usableFromInline package let start: Instant
  /// The first instant behind it.
  @usableFromInline package let end: Instant

  /// The interval `[start, end)`; where `end` is not after `start` it is empty.
  @inlinable
  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  /// Whether there is no instant inside.
  @inlinable package var isEmpty: Bool { end <= start }

  /// The time between the ends, zero when empty; saturates at the longest duration.
  @inlinable
  package var length: Duration {
    if isEmpty { return .zero }
    return end.since(start) ?? Duration(microseconds: .max)
  }

  /// Whether the instant is inside.
  @inlinable
  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// All time.
  package static var always: Interval { Interval(start: .earliest, end: .latest) }

  /// Whether both have an instant in common.
  @inlinable
  package func overlaps(_ other: Interval) -> Bool { !clipped(to: other).isEmpty }

  /// The common part, possibly empty.
  @inlinable
  package func clipped(to other: Interval) -> Interval {
    Interval(start: max(start, other.start), end: min(end, other.end))
  }
}

extension Interval: Comparable {
  /// The order by start, then end.
  @inlinable
  package static func < (left: Interval, right: Interval) -> Bool {
    left.start == right.start ? left.end < right.end : left.start < right.start
  }
}
