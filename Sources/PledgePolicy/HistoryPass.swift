/// What one reading of a whole history is for.
package enum HistoryPass: Hashable, Sendable {
  /// What is looked for before tickets are decided.
  package enum Search: Hashable, Sendable {
    /// The tickets that others count.
    case countedTickets
    /// The spans that tickets of a key make together.
    case spansOfKeys
    /// The instants from which periods of caps are counted.
    case anchorsOfCaps
  }

  /// What has to be found first.
  case index([Search])
  /// The items of refunds, and of rights, of several tickets are collected and settled.
  case settle(withRights: Bool)
  /// Tickets are decided, and keys and periods judged.
  case decide(judgesPeriods: Bool)
}

/// What memory grows with.
package enum MemoryGrowth: Hashable, Sendable {
  /// A figure that is kept of each bucket.
  package enum Figure: Hashable, Sendable { case count, sum, value }
  /// How finely tickets are counted.
  package enum Bucket: Hashable, Sendable { case slot, period, day, instant }

  /// The rows of a register.
  case registerRows
  /// The intervals that tickets give, of each key or of all.
  case intervalsOfTickets(ofKey: Bool)
  /// The same, united.
  case disjointIntervals(ofKey: Bool)
  /// A figure of each bucket, of each key or of all.
  case figure(Figure, ofKey: Bool, Bucket)
  /// The claims of each key and period.
  case claims
  /// The items that are owed; with an instant of each key.
  case items(withInstants: Bool)
}
