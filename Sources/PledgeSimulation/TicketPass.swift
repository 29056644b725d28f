import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Decides a few tickets one after the other, in the order of their files.
package enum TicketPass {
  /// Hands each decided ticket and each rejection over as they come; a throw ends the pass.
  ///
  /// Throws what `Simulation.run` throws. `setup.encoder` is not used.
  package static func run(
    _ setup: SimulationSetup,
    onTicket: (inout Ticket, inout Evaluator, RecordedVerdict?) throws -> Void,
    onRejection: (Rejection) throws -> Void
  ) throws -> SimulationResult {
    let setup = try Simulation.prepared(setup)
    let feed = HistoryFeed(
      files: setup.files, plan: setup.recordPlan, options: setup.readerOptions, digestsOnThread: false)
    let decoder = RecordDecoder(plan: setup.recordPlan, pool: setup.plan.policy.texts)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    var tally = TicketTally(setup)
    var seen = Set<[UInt8]>()
    while true {
      switch feed.next(into: chunk) {
      case .end:
        return SimulationResult(totals: tally.finish(), inputs: feed.digests, differing: [])
      case .failure(_, let error): throw error
      case .chunk:
        try decoder.decode(chunk, ticket: &ticket) { ticket in
          if setup.isUnique, !seen.insert(ticket.id).inserted {
            let rejection = TallyBox.duplicate(ticket, chunk, setup)
            try reject(rejection, &tally, setup, onRejection)
            return
          }
          let recorded = tally.take(&ticket)
          try onTicket(&ticket, &tally.evaluator, recorded)
        } onRejection: { rejection in
          try reject(rejection, &tally, setup, onRejection)
        }
      }
    }
  }

  private static func reject(
    _ rejection: Rejection, _ tally: inout TicketTally, _ setup: SimulationSetup,
    _ onRejection: (Rejection) throws -> Void
  ) throws {
    tally.reject(rejection)
    try onRejection(rejection)
    if setup.isStrict { throw SimulationFault.rejected(rejection) }
  }
}
