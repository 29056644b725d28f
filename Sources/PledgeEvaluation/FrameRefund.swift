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
  /// What the period targets that it reads came to for the same key and period, in order of declaration.
  package internal(set) var readings: [PeriodOutcome] = []
  /// How it came about; nil where no explanation is asked for.
  package internal(set) var explanation: RefundExplanation?
  /// What it contributes to groups; nil where it meets none.
  package internal(set) var item: Settlement.Item?
  /// The version of the policy that decides, by its place in the order of their time; 0 where there is one.
  package var version = 0
  /// The outcome before its groups.
  var raw: RefundOutcome
}

/// The claims that tickets hold for frames, by refund, key and period.
///
/// A claim counts for the period in which its ticket falls, whenever it is made.
package struct FrameClaims: Sendable {
  /// By refund and key; the group's index is the refund's, and it has no period.
  private var events: [GroupKey: [Claim]] = [:]

  /// An event, and when its ticket counts.
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
