import PledgeTickets

/// Decodes chunks into tickets. Each worker has its own, because it learns the shape of the records and keeps
/// scratch memory.
package final class RecordDecoder {
  private var machine: RecordMachine

  /// `pool` holds the texts that policy and registers know. Of `unreadFields` the texts are looked at, but
  /// not kept: their values are missing in the tickets. Where `isLenient`, a value that cannot be read is
  /// missing, too, also one that is required: so a version of a policy reads the tickets of another one.
  package init(
    plan: RecordPlan, pool: TextPool, unreadFields: Set<Int> = [], isLenient: Bool = false
  ) {
    machine = RecordMachine(plan: plan, pool: pool, unreadFields: unreadFields)
    machine.isLenient = isLenient
  }

  deinit { machine.free() }

  /// A ticket of the size that the plan fills.
  package func makeTicket() -> Ticket {
    Ticket(fields: machine.plan.vocabulary.fields.count, captures: machine.plan.captureCount)
  }

  /// Decodes the records of a chunk in their order, each either a finished ticket or a rejection.
  ///
  /// `ticket` is scratch that is filled again for each record; the callbacks must not keep it.
  package func decode(
    _ chunk: HistoryChunk, ticket: inout Ticket, onTicket: (inout Ticket) throws -> Void,
    onRejection: (Rejection) throws -> Void
  ) rethrows {
    machine.begin(chunk)
    switch chunk.format {
    case .ndjson:
      try machine.decodeLines(&ticket, onTicket, onRejection)
    case .json, .yaml:
      try machine.decodeElements(&ticket, onTicket, onRejection)
    case .csv:
      try machine.decodeRows(&ticket, onTicket, onRejection)
    }
    for rejection in chunk.rejections { try onRejection(rejection) }
  }
}
