import PledgeEvaluation
import PledgeReadings
import PledgeTickets
import PledgeTime

/// Reads a history once before it is decided, where a policy counts tickets: each ticket is noted, none is
/// decided.
enum IndexPass {
  /// The index of all tickets of the files for each version; nil for one that counts none.
  ///
  /// Throws what cannot be read, and `SimulationFault.readsTwice` where the standard input is among the
  /// files.
  static func run(_ setup: SimulationSetup) throws -> [TicketIndex?] {
    let plans = setup.setups.map(\.plan)
    guard plans.contains(where: { TicketIndex.isNeeded(by: $0) }) else { return plans.map { _ in nil } }
    guard !setup.files.contains("-") else { throw SimulationFault.readsTwice }
    let pass = IndexRun(setup)
    // Which of two tickets of an id comes first is known only in the order of the files.
    let jobs = setup.isUnique ? 1 : max(1, min(setup.jobs, 256))
    var threads: [WorkerThread] = []
    for _ in 1..<jobs {
      guard let thread = WorkerThread({ pass.work() }) else { break }
      threads.append(thread)
    }
    pass.work()
    for thread in threads { thread.join() }
    return try pass.finish()
  }
}

/// What the workers of the pass share.
private final class IndexRun: @unchecked Sendable {
  // Unchecked: behind `init`, all mutable state is used under the monitor only.

  private let setup: SimulationSetup
  private let setups: [SimulationSetup]
  private let feed: HistoryFeed
  private let monitor = Monitor()
  private var indices: [TicketIndex?]
  private var failure: (place: Int, error: any Error)?

  init(_ setup: SimulationSetup) {
    self.setup = setup
    setups = setup.setups
    indices = IndexRun.indices(setups)
    feed = HistoryFeed(
      files: setup.files, plan: setup.recordPlan, options: setup.readerOptions, digestsOnThread: false)
  }

  private static func indices(_ setups: [SimulationSetup]) -> [TicketIndex?] {
    setups.map { TicketIndex.isNeeded(by: $0.plan) ? TicketIndex(plan: $0.plan) : nil }
  }

  func work() {
    let reader = RecordReader(setup) { TicketIndex.isNeeded(by: $0.plan) }
    let boxes = setups.map { TallyBox(TicketTally($0)) }
    let chunk = HistoryChunk()
    var own = IndexRun.indices(setups)
    var seen = Set<[UInt8]>()
    loop: while true {
      switch feed.next(into: chunk) {
      case .end: break loop
      case .failure(let place, let error):
        note(error, at: place)
        break loop
      case .chunk:
        reader.read(chunk, boxes) { _, version, ticket in
          if setup.isUnique, !seen.insert(ticket.id).inserted { return false }
          boxes[version].tally.evaluator.note(&ticket, asOf: setup.asOf, in: &own[version])
          return true
        } onShared: { version, ticket, _ in
          boxes[version].tally.evaluator.note(&ticket, asOf: setup.asOf, in: &own[version])
        } onRejection: { _, _ in
        }
      }
    }
    monitor.enter()
    for (version, part) in own.enumerated() { if let part { indices[version]?.merge(part) } }
    monitor.leave()
  }

  func finish() throws -> [TicketIndex?] {
    if let failure { throw failure.error }
    for version in indices.indices { indices[version]?.complete() }
    return indices
  }

  private func note(_ error: any Error, at place: Int) {
    monitor.enter()
    if failure.map({ place < $0.place }) ?? true { failure = (place, error) }
    monitor.leave()
  }
}

extension Evaluator {
  /// Notes a ticket where there is an index.
  fileprivate mutating func note(_ ticket: inout Ticket, asOf: Instant, in index: inout TicketIndex?) {
    guard var own = index.take() else { return }
    note(&ticket, asOf: asOf, in: &own)
    index = own
  }
}
