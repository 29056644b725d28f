import PledgeTickets
import PledgeTime

/// The claims that tickets hold for frames, by refund or right, key and period.
///
/// A claim of a refund counts for the period in which its ticket falls, whenever it is made; the use of a
/// right counts when it is made.
package struct FrameClaims: Sendable {
  /// By refund or right and key; the group's index is theirs, rights behind refunds, and it has no period.
  private var events: [GroupKey: [Claim]] = [:]

  /// An event, and when it counts.
  private struct Claim: Sendable {
    var counted: Instant
    var event: LoggedEvent
  }

  package init() {}

  mutating func add(_ event: LoggedEvent, counted: Instant, to key: GroupKey) {
    events[key, default: []].append(Claim(counted: counted, event: event))
  }

  /// Adds what another part of the history holds.
  package mutating func merge(_ other: FrameClaims) {
    events.merge(other.events) { $0 + $1 }
  }

  /// The claims of a key in a period, in order of time.
  func claims(_ key: GroupKey, in period: Interval) -> [LoggedEvent] {
    (events[key] ?? []).filter { period.contains($0.counted) }.map(\.event).sorted {
      ($0.at, $0.code) < ($1.at, $1.code)
    }
  }
}
