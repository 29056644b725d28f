import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// What one refund of a key and period came to in one frame.
package struct FrameRefund: Sendable {
  /// By index.
  package var refund: Int
  /// The key's number in the portfolio's list of the refund's keys.
  package var key: Int
  /// The values of the key, as a reader writes them.
  package var keyTexts: [String]
  package var period: Period
  package var outcome: RefundOutcome
  package var causes: [Cause] = []
  /// What it contributes to groups; nil where it meets none.
  var item: Settlement.Item?
  /// The outcome before its groups.
  var raw: RefundOutcome
}

/// The claims that tickets hold for frames, by refund, key and period.
///
/// A claim counts for the period in which its ticket falls, whenever it is made.
package struct FrameClaims: Sendable {
  /// The group's index is the refund's.
  private(set) var events: [GroupKey: [LoggedEvent]] = [:]

  package init() {}

  mutating func add(_ event: LoggedEvent, to key: GroupKey) { events[key, default: []].append(event) }

  /// Adds what another part of the history holds.
  package mutating func merge(_ other: FrameClaims) {
    events.merge(other.events) { $0 + $1 }
  }

  /// The claims of a frame in order of time.
  func claims(_ key: GroupKey) -> [LoggedEvent] {
    (events[key] ?? []).sorted { ($0.at, $0.code) < ($1.at, $1.code) }
  }
}
