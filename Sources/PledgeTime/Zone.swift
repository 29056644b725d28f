/// A time zone: which offset from UTC holds at which instant.
///
/// Built from the bytes of a TZif file that the caller has read; this room never touches the disk.
package struct Zone: Sendable, Hashable {
  /// Which offset holds from an instant on, until the next of the table.
  struct Transition: Sendable, Hashable {
    let start: Int64
    let offset: Int32
  }

  /// A stretch of time with one offset. Callers that look up neighbouring instants keep it and ask again only
  /// when they leave it.
  package struct Stretch: Sendable, Hashable {
    /// The instants with this offset.
    package let interval: Interval
    /// Seconds east of UTC.
    package let offset: Int32
  }

  /// The name under which the zone was asked for, `Asia/Shanghai`.
  package let name: String
  /// Sorted by start; the first begins with time itself.
  let transitions: [Transition]
  /// The rule for the time from `tableEnd` on, if the offset ever changes there.
  let rule: ZoneRule?
  /// Where the table's last entry stops to hold.
  let tableEnd: Int64

  init(name: String, transitions: [Transition], rule: ZoneRule?, tableEnd: Int64) {
    self.name = name
    self.transitions = transitions
    self.rule = rule
    self.tableEnd = tableEnd
  }

  /// Coordinated universal time.
  package static let utc = Zone(
    name: "UTC", transitions: [Transition(start: .min, offset: 0)], rule: nil, tableEnd: .max)

  /// A zone that never changes, so many seconds east of UTC; nil beyond a day to either side.
  package init?(fixedOffsetSeconds offset: Int) {
    guard offset > -86_400, offset < 86_400 else { return nil }
    self.init(
      name: offset == 0 ? "UTC" : Zone.offsetText(Int32(offset)),
      transitions: [Transition(start: .min, offset: Int32(offset))], rule: nil, tableEnd: .max)
  }

  /// Seconds east of UTC at that instant. Logarithmic in the transitions.
  package func offset(at instant: Instant) -> Int32 {
    if transitions.count == 1, rule == nil { return transitions[0].offset }
    return stretch(at: instant).offset
  }

  /// The stretch of one offset around that instant. Logarithmic in the transitions.
  package func stretch(at instant: Instant) -> Stretch {
    let time = instant.microseconds
    if time >= tableEnd, let rule {
      return rule.stretch(at: time, notBefore: tableEnd)
    }
    var low = 0
    var high = transitions.count
    // The last transition that is not after the time; the first one never is.
    while high &- low > 1 {
      let middle = low &+ (high &- low) / 2
      if transitions[middle].start <= time { low = middle } else { high = middle }
    }
    let end = high < transitions.count ? transitions[high].start : tableEnd
    return Stretch(
      interval: Interval(
        start: Instant(microseconds: transitions[low].start), end: Instant(microseconds: end)),
      offset: transitions[low].offset)
  }

  /// An offset as ISO 8601 writes it: `+08:00`, with seconds only where it has some (old local mean times).
  package static func offsetText(_ offset: Int32) -> String {
    var bytes: [UInt8] = []
    TimestampWriter.append(offset: offset, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
