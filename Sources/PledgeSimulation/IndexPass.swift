import PledgeEvaluation
import PledgeReadings
import PledgeTickets

/// Reads a history once before it is decided, where a policy counts tickets: each ticket is noted, none is
/// decided.
enum IndexPass {
  /// The index of all tickets of the files; nil where the policy counts none.
  ///
  /// Throws what cannot be read, and `SimulationFault.readsTwice` where the standard input is among the files.
  static func run(_ setup: SimulationSetup) throws -> TicketIndex? {
    guard TicketIndex.isNeeded(by: setup.plan) else { return nil }
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
  private let feed: HistoryFeed
  private let monitor = Monitor()
  private var index: TicketIndex
  private var failure: (place: Int, error: any Error)?

  init(_ setup: SimulationSetup) {
    self.setup = setup
    index = TicketIndex(plan: setup.plan)
    feed = HistoryFeed(
      files: setup.files, plan: setup.recordPlan, options: setup.readerOptions, digestsOnThread: false)
  }

  func work() {
    let decoder = RecordDecoder(plan: setup.recordPlan, pool: setup.plan.policy.texts)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    var evaluator = Evaluator(plan: setup.plan, registers: setup.registers)
    var own = TicketIndex(plan: setup.plan)
    var seen = Set<[UInt8]>()
    loop: while true {
      switch feed.next(into: chunk) {
      case .end: break loop
      case .failure(let place, let error):
        note(error, at: place)
        break loop
      case .chunk:
        decoder.decode(chunk, ticket: &ticket) { ticket in
          if setup.isUnique, !seen.insert(ticket.id).inserted { return }
          evaluator.note(&ticket, asOf: setup.asOf, in: &own)
        } onRejection: { _ in
        }
      }
    }
    monitor.enter()
    index.merge(own)
    monitor.leave()
  }

  func finish() throws -> TicketIndex {
    if let failure { throw failure.error }
    index.complete()
    return index
  }

  private func note(_ error: any Error, at place: Int) {
    monitor.enter()
    if failure.map({ place < $0.place }) ?? true { failure = (place, error) }
    monitor.leave()
  }
}
