import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// A worker's tally in a place of its own, from which it is merged when the worker is done.
final class TallyBox {
  var tally: TicketTally

  init(_ tally: consuming TicketTally) { self.tally = tally }

  /// Decides the tickets of a chunk. With `ids`, the run whose turn it is, later tickets of an id are
  /// rejected.
  func decide(
    _ chunk: HistoryChunk, _ decoder: RecordDecoder, _ ticket: inout Ticket, _ yield: inout ChunkYield,
    _ setup: SimulationSetup, ids: SimulationRun?
  ) {
    Self.decide(&tally, chunk, decoder, &ticket, &yield, setup, ids: ids)
  }

  // The tally is passed by reference, so that the loop checks no access to the class.
  private static func decide(
    _ tally: inout TicketTally, _ chunk: HistoryChunk, _ decoder: RecordDecoder, _ ticket: inout Ticket,
    _ yield: inout ChunkYield, _ setup: SimulationSetup, ids: SimulationRun?
  ) {
    let encoder = setup.encoder
    // Asked first, because asking an encoder copies it.
    let isEncoded = encoder != nil
    let target = setup.comparison?.target
    decoder.decode(chunk, ticket: &ticket) { ticket in
      yield.tickets += 1
      if let ids, !ids.isNew(ticket.id) {
        let rejection = duplicate(ticket, chunk, setup)
        tally.reject(rejection)
        yield.rejections.append(rejection)
        return
      }
      if ids == nil { yield.ids.take(ticket.id) }
      guard !setup.isCollecting else { return tally.collect(&ticket) }
      let recorded = tally.take(&ticket)
      if isEncoded { encoder?.append(ticket, tally.evaluator, recorded: recorded, to: &yield.decisions) }
      if let recorded, let target, yield.differing.count < setup.differingLimit,
        Agreement.differ(tally.evaluator.targets[target].verdict, recorded)
      {
        yield.differing.append(
          DifferingTicket(
            id: String(decoding: ticket.id, as: UTF8.self), ours: tally.evaluator.targets[target].verdict,
            theirs: recorded))
      }
    } onRejection: { rejection in
      yield.tickets += 1
      tally.reject(rejection)
      yield.rejections.append(rejection)
    }
  }

  static func duplicate(
    _ ticket: borrowing Ticket, _ chunk: HistoryChunk, _ setup: SimulationSetup
  ) -> Rejection {
    let place = chunk.recordPosition
    return Rejection(
      file: chunk.file, line: place.line, column: place.column,
      ticket: String(decoding: ticket.id, as: UTF8.self),
      field: setup.recordPlan.mapping.id.description, reason: .duplicateTicket)
  }
}
