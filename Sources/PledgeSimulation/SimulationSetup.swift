import PledgeEvaluation
import PledgeReadings
import PledgeTickets
import PledgeTime

/// Everything that a run over a history needs, settled before the first record is read.
package struct SimulationSetup: Sendable {
  package var plan: Plan
  /// One register a declaration of the policy, in its order.
  package var registers: [Register]
  package var recordPlan: RecordPlan
  package var asOf: Instant
  /// Files of tickets in the order in which they are read; `-` is the standard input.
  package var files: [String]
  package var breakdowns: [Breakdown] = []
  package var comparison: RecordedComparison?
  /// How many threads decode and decide.
  package var jobs = 1
  /// Whether the first rejection ends the run.
  package var isStrict = false
  /// Whether a second ticket of an id is rejected. The ids are kept, so that memory grows with the number
  /// of tickets, and tickets are decided by one thread at a time.
  package var isUnique = false
  /// Whether what keys and periods come to is explained; what each ticket gave is then kept.
  package var isExplained = false
  /// Writes each decision; nil where only totals are wanted.
  package var encoder: (any DecisionEncoder)?
  /// How many tickets that differ from a recorded verdict are named.
  package var differingLimit = 1000
  /// The versions of a policy over time, in the order of their time; empty where there is one. Each decides
  /// by what it states itself; plan, breakdowns and comparison of the setup are then those of the reports.
  package var versions: [VersionSetup] = []
  package var readerOptions = HistoryReader.Options()
  /// For which periods of each target the policy answers; empty where there is one version.
  var tenures: [PeriodTenure] = []
  /// The time of all versions; nil where there is one.
  var timeOfVersions: Interval?
  /// Where the groups of refunds stand among those of all versions; nil where there is one version.
  var sharedGroups: SharedGroups?
  /// What counts of tickets read; filled by the run itself.
  var ticketIndex: TicketIndex?
  /// What the items of several tickets have come to; nil where that is found out, or not needed.
  var settled: SettledHistory?
  /// Whether the run only collects what the groups need.
  var isCollecting = false

  package init(plan: Plan, registers: [Register], recordPlan: RecordPlan, asOf: Instant, files: [String]) {
    self.plan = plan
    self.registers = registers
    self.recordPlan = recordPlan
    self.asOf = asOf
    self.files = files
  }
}

/// What the items of all tickets of a history have come to.
struct SettledHistory: Sendable {
  var groups: SettledGroups
  /// Counts the refunds of keys and periods, in its first row.
  var frames: Ledger
}

/// Writes one ticket's decision as bytes of an output format.
package protocol DecisionEncoder: Sendable {
  /// What stands before the first ticket.
  var head: [UInt8] { get }
  /// Appends the decision that the evaluator has just made of a ticket.
  func append(
    _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
    to bytes: inout [UInt8])
}

/// Where a run's records go while it runs. The calls come one after the other, in the order of the files,
/// from whichever thread has the turn; one that throws ends the run.
package protocol SimulationOutput: AnyObject {
  /// Takes the encoded decisions of some tickets.
  func write(decisions: [UInt8]) throws
  /// Takes a record that was not read.
  func write(rejection: Rejection) throws
  /// Takes what a key came to in a period, behind all tickets: by target in order of declaration, key in the
  /// order of its values, and period.
  func write(period: PeriodDecision) throws
  /// Takes what a refund or right of a key and period came to, before all tickets: refunds, then rights, in
  /// order of declaration, key in the order of its values, and period.
  func write(frame: FrameDecision) throws
  /// Hears how far the run has come.
  func progress(tickets: Int, bytes: Int)
}

/// What a run over a history gives.
package struct SimulationResult: Sendable {
  package var totals: Totals
  /// The files read, with their digests.
  package var inputs: [InputDigest]
  /// Tickets whose verdict differs from the recorded one, in the order of the files, at most
  /// `differingLimit`.
  package var differing: [DifferingTicket]
  /// Tickets that have the id of the ticket before them, where they are not rejected.
  package var repeats = RepeatedIDs()
}

/// Why a run ended early, other than by a file that cannot be read.
package enum SimulationFault: Error, Sendable, Equatable {
  /// A record was rejected in a strict run.
  case rejected(Rejection)
  /// A breakdown has more values than can be shown.
  case tooManyGroups(name: String, limit: Int)
  /// The system gave no thread.
  case noThread
  /// The tickets come from the standard input, and have to be read twice.
  case readsTwice
  /// The as-of instant lies so far behind the beginning of what is judged that its periods have no end.
  case tooFar(beginning: Instant, asOf: Instant)
}

/// A file that was read and the BLAKE2b digest of its bytes as they are on the disk.
package struct InputDigest: Sendable, Hashable {
  package var file: String
  package var digest: String
  package var bytes: Int

  package init(file: String, digest: String, bytes: Int) {
    self.file = file
    self.digest = digest
    self.bytes = bytes
  }
}
