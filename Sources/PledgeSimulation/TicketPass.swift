import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Decides a few tickets.
package enum TicketPass {
  /// Hands each decided ticket and each rejection over with its number in the order of the files; a throw
  /// ends the pass. The evaluator is that of the version in force. Where there are several versions, the
  /// tickets of a chunk come version by version. Before all tickets the refunds and rights of keys and
  /// periods are handed over, behind them what each key and period came to.
  ///
  /// Throws what `Simulation.run` throws. `setup.encoder` is not used.
  package static func run(
    _ setup: SimulationSetup,
    onTicket: (_ number: Int, inout Ticket, inout Evaluator, RecordedVerdict?) throws -> Void,
    onRejection: (_ number: Int, Rejection) throws -> Void,
    onPeriod: (PeriodDecision) throws -> Void = { _ in },
    onFrame: (FrameDecision) throws -> Void = { _ in }
  ) throws -> SimulationResult {
    let setup = try Simulation.prepared(setup, onFrame)
    let feed = HistoryFeed(
      files: setup.files, plan: setup.recordPlan, options: setup.readerOptions, digestsOnThread: false)
    let chunk = HistoryChunk()
    let setups = setup.setups
    let boxes = setups.map { TallyBox(TicketTally($0)) }
    var reader = RecordReader(setup)
    var seen = Set<[UInt8]>()
    var first = 0
    while true {
      switch feed.next(into: chunk) {
      case .end:
        let totals = try setup.totals(of: boxes, onPeriod)
        return SimulationResult(totals: totals, inputs: feed.digests, differing: [])
      case .failure(_, let error): throw error
      case .chunk:
        var count = 0
        func reject(_ record: Int, _ rejection: Rejection) throws {
          count = max(count, record + 1)
          boxes[0].tally.reject(rejection)
          try onRejection(first + record, rejection)
          if setup.isStrict { throw SimulationFault.rejected(rejection) }
        }
        try reader.read(chunk, boxes) { record, version, ticket in
          count = max(count, record + 1)
          if setup.isUnique, !seen.insert(ticket.id).inserted {
            return try reject(record, TallyBox.duplicate(ticket, chunk, setups[version]))
          }
          let recorded = boxes[version].tally.take(&ticket)
          try onTicket(first + record, &ticket, &boxes[version].tally.evaluator, recorded)
        } onRejection: { record, rejection in
          try reject(record, rejection)
        }
        first += count
      }
    }
  }
}

/// Reads the records of chunks, by one version or by several.
private struct RecordReader {
  private let decoder: RecordDecoder
  private var ticket: Ticket
  private let versions: VersionReader?

  init(_ setup: SimulationSetup) {
    decoder = RecordDecoder(plan: setup.recordPlan, pool: setup.plan.policy.texts)
    ticket = decoder.makeTicket()
    versions = setup.versions.isEmpty ? nil : VersionReader(setup)
  }

  mutating func read(
    _ chunk: HistoryChunk, _ boxes: [TallyBox],
    onTicket: (_ record: Int, _ version: Int, _ ticket: inout Ticket) throws -> Void,
    onRejection: (_ record: Int, _ rejection: Rejection) throws -> Void
  ) throws {
    if let versions {
      return try versions.read(chunk, boxes, onTicket: onTicket, onRejection: onRejection)
    }
    var record = 0
    try decoder.decode(chunk, ticket: &ticket) { ticket in
      defer { record += 1 }
      try onTicket(record, 0, &ticket)
    } onRejection: { rejection in
      defer { record += 1 }
      try onRejection(record, rejection)
    }
  }
}
