import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Reads the records of chunks by several versions of a policy and gives each ticket to the version in force
/// at its governing event.
///
/// The records are decoded once a version. A record that the version in force cannot read is rejected, with
/// that version's reason; one that no version can read, with the newest version's. A ticket outside of all
/// versions goes to the first that can read it, which finds that it is not in force.
///
/// What several tickets come to together looks at all tickets. A version that asks for it reads the tickets
/// of the others once more, by its own vocabulary; what it cannot read of such a ticket is missing.
final class VersionReader {
  private let setup: SimulationSetup
  private let decoders: [RecordDecoder]
  /// Those by which versions read the tickets of others; nil for a version that does not.
  private let sharing: [RecordDecoder?]
  private var tickets: [Ticket]
  private var states: [State] = []
  private let names: VersionNames

  /// What is known of a record of the chunk so far.
  private struct State {
    var isTaken = false
    /// The version in whose time its governing event lies.
    var version: Int?
    /// The version that decided it; nil where its ticket does not stand.
    var decider: Int?
    /// What the ticket's targets came to.
    var verdicts: [SharedVerdict] = []
    var rejections: [(version: Int, rejection: Rejection)] = []
  }

  init(_ setup: SimulationSetup, sharing: (SimulationSetup) -> Bool) {
    self.setup = setup
    decoders = setup.versions.map { RecordDecoder(plan: $0.recordPlan, pool: $0.plan.policy.texts) }
    tickets = decoders.map { $0.makeTicket() }
    names = setup.names
    self.sharing = setup.setups.map { own in
      sharing(own)
        ? RecordDecoder(plan: own.recordPlan, pool: own.plan.policy.texts, isLenient: true) : nil
    }
  }

  /// Hands over each record once, by its position in the chunk: tickets version by version, then rejections;
  /// then those that are shared, version by version.
  func read(
    _ chunk: HistoryChunk, _ boxes: [TallyBox],
    onTicket: (_ record: Int, _ version: Int, _ ticket: inout Ticket) throws -> Bool,
    onShared: (_ version: Int, _ ticket: inout Ticket, _ verdicts: SharedVerdicts) throws -> Void,
    onRejection: (_ record: Int, _ rejection: Rejection) throws -> Void
  ) rethrows {
    states.removeAll(keepingCapacity: true)
    let isShared = sharing.contains { $0 != nil }
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
        guard try onTicket(record, version, &ticket), isShared else { return }
        states[record].decider = version
        states[record].verdicts = boxes[version].tally.evaluator.sharedVerdicts
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
    for version in decoders.indices { try share(chunk, version, onShared) }
  }

  private func share(
    _ chunk: HistoryChunk, _ version: Int,
    _ onShared: (_ version: Int, _ ticket: inout Ticket, _ verdicts: SharedVerdicts) throws -> Void
  ) rethrows {
    guard let decoder = sharing[version],
      states.contains(where: { $0.decider != nil && $0.decider != version })
    else { return }
    var record = 0
    try decoder.decode(chunk, ticket: &tickets[version]) { ticket in
      defer { record += 1 }
      guard record < states.count, let decider = states[record].decider, decider != version else { return }
      try onShared(version, &ticket, names.verdicts(states[record].verdicts, of: decider, in: version))
    } onRejection: { _ in
      record += 1
    }
  }

  private func grow(_ record: Int) {
    while states.count <= record { states.append(State()) }
  }
}
