import PledgeTime

/// A policy, a history and an instant: what a law speaks of, and what is printed where it fails.
struct World: Sendable, CustomStringConvertible {
  var seed: UInt64
  var draft: Draft
  var history: History
  var asOf: Instant

  /// The world of a seed.
  init(seed: UInt64) { self = HistoryWriter.world(PolicyWriter.draft(seed: seed), seed: seed) }

  init(seed: UInt64, draft: Draft, history: History, asOf: Instant) {
    self.seed = seed
    self.draft = draft
    self.history = history
    self.asOf = asOf
  }

  var description: String {
    let tables = history.tables.map { "\($0.name):\n\($0.csv)" }.joined()
    let records = history.lines.joined(separator: "\n")
    return "seed \(seed)\n\(draft.text)\n\(tables)\(records)\nas of \(asOf.text(in: .utc))"
  }
}
