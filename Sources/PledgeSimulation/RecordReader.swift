import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Reads the records of chunks, by one version of a policy or by several.
final class RecordReader {
  private let decoder: RecordDecoder
  private var ticket: Ticket
  /// Nil where there is one version.
  private let versions: VersionReader?

  /// With `sharing`, a version is shown the tickets of other versions where it asks for them.
  init(_ setup: SimulationSetup, sharing: (SimulationSetup) -> Bool) {
    decoder = RecordDecoder(plan: setup.recordPlan, pool: setup.plan.policy.texts)
    ticket = decoder.makeTicket()
    versions = setup.versions.isEmpty ? nil : VersionReader(setup, sharing: sharing)
  }

  /// Hands over each record once, by its position in the chunk, and then the tickets of other versions.
  /// `onTicket` says whether the ticket stands: one that does not is not shared.
  func read(
    _ chunk: HistoryChunk, _ boxes: [TallyBox],
    onTicket: (_ record: Int, _ version: Int, _ ticket: inout Ticket) throws -> Bool,
    onShared: (_ version: Int, _ ticket: inout Ticket, _ verdicts: SharedVerdicts) throws -> Void,
    onRejection: (_ record: Int, _ rejection: Rejection) throws -> Void
  ) rethrows {
    if let versions {
      return try versions.read(
        chunk, boxes, onTicket: onTicket, onShared: onShared, onRejection: onRejection)
    }
    var record = 0
    try decoder.decode(chunk, ticket: &ticket) { ticket in
      defer { record += 1 }
      _ = try onTicket(record, 0, &ticket)
    } onRejection: { rejection in
      defer { record += 1 }
      try onRejection(record, rejection)
    }
  }
}
