import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Reads the records of chunks by several versions of a policy and gives each ticket to the version in force
/// at its governing event.
///
/// The records are decoded once a version. A record that the version in force cannot read is rejected, with
/// that version's reason; one that no version can read, with the newest version's. A ticket outside of all
/// versions goes to the first that can read it, which finds that it is not in force.
final class VersionReader {
  private let setup: SimulationSetup
  private let decoders: [RecordDecoder]
  private var tickets: [Ticket]
  private var states: [State] = []

  /// What is known of a record of the chunk so far.
  private struct State {
    var isTaken = false
    /// The version in whose time its governing event lies.
    var version: Int?
    var rejections: [(version: Int, rejection: Rejection)] = []
  }

  init(_ setup: SimulationSetup) {
    self.setup = setup
    decoders = setup.versions.map { RecordDecoder(plan: $0.recordPlan, pool: $0.plan.policy.texts) }
    tickets = decoders.map { $0.makeTicket() }
  }

  /// Hands over each record once, by its position in the chunk: tickets version by version, then rejections.
  func read(
    _ chunk: HistoryChunk, _ boxes: [TallyBox],
    onTicket: (_ record: Int, _ version: Int, _ ticket: inout Ticket) throws -> Void,
    onRejection: (_ record: Int, _ rejection: Rejection) throws -> Void
  ) rethrows {
    states.removeAll(keepingCapacity: true)
    for version in decoders.indices {
      var record = 0
      try decoders[version].decode(chunk, ticket: &tickets[version]) { ticket in
        defer { record += 1 }
        grow(record)
        guard !states[record].isTaken else { return }
        let governing = boxes[version].tally.evaluator.governingInstant(of: &ticket, asOf: setup.asOf)
        let chosen = setup.version(at: governing)
        states[record].version = chosen
        guard chosen == nil || chosen == version else { return }
        states[record].isTaken = true
        try onTicket(record, version, &ticket)
      } onRejection: { rejection in
        grow(record)
        states[record].rejections.append((version, rejection))
        record += 1
      }
    }
    for (record, state) in states.enumerated() where !state.isTaken {
      let own = state.rejections.first { $0.version == state.version } ?? state.rejections.last
      if let own { try onRejection(record, own.rejection) }
    }
  }

  private func grow(_ record: Int) {
    while states.count <= record { states.append(State()) }
  }
}
