/// A set of instants as sorted, disjoint half-open intervals that do not touch: the one form of every time
/// in a policy (open hours, an outage, a pause, an exclusion).
@usableFromInline package struct Span: Sendable, Hashable {
  /// The intervals: none empty, each ending before the next starts.
  package let intervals: [Interval]

  /// The span of no instant.
  package static let empty = Span(normalised: [])

  /// Takes intervals that are in the normal form already.
  @usableFromInline
  init(normalised: [Interval]) { intervals = normalised }

  /// The union of any intervals, in any order, empty ones dropped. n log n.
  package init(_ intervals: some Sequence<Interval>) {
    var buffer = Array(intervals)
    Span.normalise(&buffer)
    self.init(normalised: buffer)
  }

  /// The instants of the interval.
  package init(_ interval: Interval) { self.init(normalised: interval.isEmpty ? [] : [interval]) }

  /// Whether there is no instant inside.
  package var isEmpty: Bool { intervals.isEmpty }

  /// The time of all intervals together; saturates at the longest duration. Linear.
  package var total: Duration { Span.total(intervals) }

  /// Whether the instant is inside. Logarithmic.
  package func contains(_ instant: Instant) -> Bool {
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if intervals[middle].end <= instant { low = middle &+ 1 } else { high = middle }
    }
    return low < intervals.count && intervals[low].start <= instant
  }

  /// The instants of either. Linear.
  package func union(_ other: Span) -> Span {
    var buffer: [Interval] = []
    Span.unite(intervals, other.intervals, into: &buffer)
    return Span(normalised: buffer)
  }

  /// The instants of both. Linear.
  package func intersection(_ other: Span) -> Span {
    var buffer: [Interval] = []
    Span.intersect(intervals, other.intervals, into: &buffer)
    return Span(normalised: buffer)
  }

  /// The instants that `other` does not have. Linear.
  package func subtracting(_ other: Span) -> Span {
    var buffer: [Interval] = []
    Span.subtract(intervals, other.intervals, into: &buffer)
    return Span(normalised: buffer)
  }

  /// The instants inside the window. Linear.
  package func clipped(to window: Interval) -> Span {
    var buffer: [Interval] = []
    Span.clip(intervals, to: window, into: &buffer)
    return Span(normalised: buffer)
  }

  /// The intervals that last longer than `length`. Linear.
  package func filtered(longerThan length: Duration) -> Span {
    Span(normalised: intervals.filter { $0.length > length })
  }

  /// The intervals that last at least `length`. Linear.
  package func filtered(atLeast length: Duration) -> Span {
    Span(normalised: intervals.filter { $0.length >= length })
  }
}
