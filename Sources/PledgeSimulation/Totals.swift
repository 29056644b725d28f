import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTickets

/// What a history came to. Merging the totals of its parts gives the totals of the whole.
///
/// **Invariant**: records in = decided + rejected.
package struct Totals: Sendable {
  /// Tickets that were read and decided.
  package internal(set) var decided = 0
  /// Records that were not read.
  package internal(set) var rejected = 0
  /// Events of the decided tickets.
  package internal(set) var events = 0
  package internal(set) var ledger: Ledger
  /// The row of the ledger that counts all tickets.
  package let overall: Int
  /// For each breakdown its groups, in order.
  package internal(set) var groups: [[Group]] = []
  /// How many tickets each exclusion excuses, a list a target, by the exclusions' order.
  package internal(set) var excusals: [[Int]]
  /// Why tickets are undecided, a list a target: causes in their fixed order with the number of tickets.
  package internal(set) var causes: [[CauseCount]] = []
  /// Rejections by the stable code of their reason.
  package internal(set) var rejections: [String: Int] = [:]
  package internal(set) var agreement = Agreement()
  /// How many keys and periods have each verdict, by period target; empty where the policy has none.
  package internal(set) var periods: [PeriodCounts]

  package init(policy: Policy) {
    ledger = Ledger(
      targets: policy.targets.count, refunds: policy.refunds.count, rights: policy.rights.count,
      escalations: policy.escalations.count,
      frames: Ledger.Frames(
        refunds: policy.refunds.map { $0.scope != nil }, rights: policy.rights.map { $0.scope != nil }))
    overall = ledger.addRow()
    excusals = policy.targets.map { _ in Array(repeating: 0, count: policy.exclusions.count) }
    periods = policy.periodTargets.map { _ in PeriodCounts() }
  }

  /// The counts of a period target.
  package func periods(of target: Int) -> PeriodCounts {
    periods.isEmpty ? PeriodCounts() : periods[target]
  }

  /// Adds a refund or right of a key and period, which belongs to no ticket and to no group.
  mutating func take(_ frame: FrameDecision) { ledger.count(frame, row: overall) }

  /// Records that came in.
  package var tickets: Int { decided + rejected }

  /// The reasons of rejections with their numbers, most frequent first, then by code.
  package var rejectionsByFrequency: [(code: String, count: Int)] {
    rejections.map { (code: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? $0.code < $1.code : $0.count > $1.count }
  }
}

/// How many keys and periods have each verdict for one target; windows that come to the same count one by
/// one.
package struct PeriodCounts: Sendable, Hashable {
  private var counts = Array(repeating: 0, count: Verdict.allCases.count)

  package subscript(verdict: Verdict) -> Int {
    get { counts[Int(verdict.rawValue)] }
    set { counts[Int(verdict.rawValue)] = newValue }
  }

  mutating func take(_ outcome: PeriodOutcome) { self[outcome.verdict] += outcome.windows }

  mutating func merge(_ other: PeriodCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }
}

/// How many tickets a cause leaves undecided; a ticket with two causes counts in both.
package struct CauseCount: Sendable, Hashable {
  package var cause: Cause
  package var count: Int

  package init(cause: Cause, count: Int) {
    self.cause = cause
    self.count = count
  }
}
