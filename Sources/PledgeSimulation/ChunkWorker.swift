import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// One worker's tallies, one a version of the policy, and what it decodes with.
final class ChunkWorker {
  private let setups: [SimulationSetup]
  let boxes: [TallyBox]
  private let decoder: RecordDecoder
  private var ticket: Ticket
  /// Nil where there is one version.
  private let reader: VersionReader?
  private let names: VersionNames
  private var scratch: [UInt8] = []

  init(_ setup: SimulationSetup) {
    setups = setup.setups
    names = setup.names
    boxes = setups.map { TallyBox(TicketTally($0)) }
    decoder = RecordDecoder(
      plan: setup.recordPlan, pool: setup.plan.policy.texts, unreadFields: setup.plan.unreadFields)
    ticket = decoder.makeTicket()
    reader = setup.versions.isEmpty ? nil : VersionReader(setup) { $0.asksSharedTickets }
  }

  /// Decides the tickets of a chunk. With `ids`, the run whose turn it is, later tickets of an id are
  /// rejected.
  func decide(_ chunk: HistoryChunk, _ yield: inout ChunkYield, ids: SimulationRun?) {
    guard let reader else {
      return boxes[0].decide(chunk, decoder, &ticket, &yield, setups[0], ids: ids)
    }
    decide(chunk, by: reader, &yield, ids)
  }

  /// A part of what a chunk yields, to be put in the order of the records.
  private enum Part {
    case decision(Range<Int>, DifferingTicket?, id: [UInt8])
    case rejection(Rejection)
  }

  private func decide(
    _ chunk: HistoryChunk, by reader: VersionReader, _ yield: inout ChunkYield, _ ids: SimulationRun?
  ) {
    scratch.removeAll(keepingCapacity: true)
    var parts: [(record: Int, part: Part)] = []
    reader.read(chunk, boxes) { record, version, ticket in
      if let ids, !ids.isNew(ticket.id) {
        parts.append((record, .rejection(TallyBox.duplicate(ticket, chunk, setups[version]))))
        return false
      }
      parts.append((record, decide(&ticket, version)))
      return true
    } onShared: { version, ticket, verdicts in
      if setups[version].isCollecting {
        boxes[version].tally.collect(shared: &ticket, verdicts)
      } else {
        boxes[version].tally.take(shared: &ticket, verdicts)
      }
    } onRejection: { record, rejection in
      parts.append((record, .rejection(rejection)))
    }
    for (_, part) in parts.sorted(by: { $0.record < $1.record }) {
      yield.tickets += 1
      switch part {
      case .decision(let range, let differing, let id):
        if ids == nil { yield.ids.take(id) }
        yield.decisions.append(contentsOf: scratch[range])
        if let differing, yield.differing.count < setups[0].differingLimit {
          yield.differing.append(differing)
        }
      case .rejection(let rejection):
        boxes[0].tally.reject(rejection)
        yield.rejections.append(rejection)
      }
    }
  }

  private func decide(_ ticket: inout Ticket, _ version: Int) -> Part {
    let setup = setups[version]
    let box = boxes[version]
    guard !setup.isCollecting else {
      box.tally.collect(&ticket) { boxes.limit($0, for: version, names) }
      return .decision(scratch.count..<scratch.count, nil, id: [])
    }
    let recorded = box.tally.take(&ticket)
    let start = scratch.count
    setup.encoder?.append(ticket, box.tally.evaluator, recorded: recorded, to: &scratch)
    var differing: DifferingTicket?
    if let recorded, let target = setup.comparison?.target,
      Agreement.differ(box.tally.evaluator.targets[target].verdict, recorded)
    {
      differing = DifferingTicket(
        id: String(decoding: ticket.id, as: UTF8.self), ours: box.tally.evaluator.targets[target].verdict,
        theirs: recorded)
    }
    return .decision(start..<scratch.count, differing, id: ticket.id)
  }
}
