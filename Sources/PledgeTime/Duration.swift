/// Elapsed time in whole microseconds; of days and months it knows nothing, because their lengths differ.
@usableFromInline package struct Duration: Sendable, Hashable {
  /// The length; negative where an earlier instant is measured from a later one.
  @usableFromInline package let microseconds: Int64

  /// The duration of so many microseconds.
  @inlinable
  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The duration of so many seconds; nil on overflow.
  @inlinable
  package init?(seconds: Int64) { self.init(seconds, unit: 1_000_000) }

  /// The duration of so many minutes; nil on overflow.
  @inlinable
  package init?(minutes: Int64) { self.init(minutes, unit: 60_000_000) }

  /// The duration of so many hours; nil on overflow.
  @inlinable
  package init?(hours: Int64) { self.init(hours, unit: 3_600_000_000) }

  /// The duration of so many units of `unit` microseconds; nil on overflow.
  @usableFromInline
  init?(_ count: Int64, unit: Int64) {
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    self.init(microseconds: product)
  }

  /// No time.
  @inlinable package static var zero: Duration { Duration(microseconds: 0) }

  /// The sum; nil on overflow.
  @inlinable
  package func adding(_ other: Duration) -> Duration? {
    let (sum, overflow) = microseconds.addingReportingOverflow(other.microseconds)
    return overflow ? nil : Duration(microseconds: sum)
  }

  /// The difference; nil on overflow.
  @inlinable
  package func subtracting(_ other: Duration) -> Duration? {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(other.microseconds)
    return overflow ? nil : Duration(microseconds: difference)
  }

  /// The duration `count` times; nil on overflow.
  @inlinable
  package func multiplied(by count: Int64) -> Duration? { Duration(microseconds, unit: count) }
}

extension Duration: Comparable {
  /// Whether both are equally long.
  @inlinable
  package static func == (left: Duration, right: Duration) -> Bool { left.microseconds == right.microseconds }

  /// Whether `left` is shorter.
  @inlinable
  package static func < (left: Duration, right: Duration) -> Bool { left.microseconds < right.microseconds }
}

extension Duration: CustomStringConvertible {
  /// The exact text in the units h, min, s, ms and us, without those that are zero: `1 h 30 min 5 s`, `0 s`.
  package var text: String {
    if microseconds == 0 { return "0 s" }
    var rest = microseconds.magnitude
    var parts: [String] = []
    for (size, unit) in Duration.units where rest >= size {
      parts.append("\(rest / size) \(unit)")
      rest %= size
    }
    return (microseconds < 0 ? "-" : "") + parts.joined(separator: " ")
  }

  /// The exact text.
  @usableFromInline package var description: String { text }

  private static let units: [(size: UInt64, name: String)] = [
    (3_600_000_000, "h"), (60_000_000, "min"), (1_000_000, "s"), (1000, "ms"), (1, "us"),
  ]
}
