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
    let reader = RecordReader(setup) { $0.asksSharedTickets }
    var seen = Set<[UInt8]>()
    var repeats = RepeatedIDs()
    var first = 0
    while true {
      switch feed.next(into: chunk) {
      case .end:
        try setup.requireNearness(boxes.map { $0.tally.portfolio })
        let totals = try setup.totals(of: boxes, onPeriod)
        return SimulationResult(totals: totals, inputs: feed.digests, differing: [], repeats: repeats)
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
            try reject(record, TallyBox.duplicate(ticket, chunk, setups[version]))
            return false
          }
          if !setup.isUnique { repeats.take(ticket.id) }
          let recorded = boxes[version].tally.take(&ticket)
          try onTicket(first + record, &ticket, &boxes[version].tally.evaluator, recorded)
          return true
        } onShared: { version, ticket, verdicts in
          boxes[version].tally.take(shared: &ticket, verdicts)
        } onRejection: { record, rejection in
          try reject(record, rejection)
        }
        first += count
      }
    }
  }
}
