import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTickets

/// Takes a history through a plan.
///
/// Workers take chunks of whole records, decode and decide them, and hand over what they write in the order
/// of the files, so that every output is the same for any number of workers. Each worker holds one chunk,
/// so that memory does not grow with the history.
package enum Simulation {
  /// Runs to the end of the files. Throws `SourceError`, `ReadingProblems` or `SimulationFault`, whichever
  /// comes first in the order of the files, and what `output` throws.
  package static func run(_ setup: SimulationSetup, output: any SimulationOutput) throws -> SimulationResult {
    let ready = try prepared(setup) { try output.write(frame: $0) }
    return try work(SimulationRun(ready, output: output), setup).finish()
  }

  /// The setup with what has to be known of all tickets before the first is decided. The refunds and rights
  /// of keys and periods are handed over.
  static func prepared(
    _ setup: SimulationSetup, _ each: (FrameDecision) throws -> Void = { _ in }
  ) throws -> SimulationSetup {
    var prepared = setup
    let indices = try IndexPass.run(setup)
    if prepared.versions.isEmpty { prepared.ticketIndex = indices[0] }
    for version in prepared.versions.indices { prepared.versions[version].ticketIndex = indices[version] }
    return try settledFirst(prepared, each)
  }

  /// The setup with what the groups of items leave of each, for which the history is read once more.
  private static func settledFirst(
    _ setup: SimulationSetup, _ each: (FrameDecision) throws -> Void
  ) throws -> SimulationSetup {
    guard setup.setups.contains(where: { $0.plan.hasGroups && $0.settled == nil }) else { return setup }
    guard !setup.files.contains("-") else { throw SimulationFault.readsTwice }
    var collecting = setup
    collecting.isCollecting = true
    collecting.encoder = nil
    for version in collecting.versions.indices { collecting.versions[version].encoder = nil }
    collecting.isStrict = false
    var settling = setup
    let settled = try work(SimulationRun(collecting, output: Silence()), setup).collected(each)
    if settling.versions.isEmpty { settling.settled = settled.first }
    for version in settling.versions.indices { settling.versions[version].settled = settled[version] }
    return settling
  }

  private static func work(_ run: SimulationRun, _ setup: SimulationSetup) -> SimulationRun {
    let jobs = max(1, min(setup.jobs, 256))
    var threads: [WorkerThread] = []
    for _ in 1..<jobs {
      guard let thread = WorkerThread({ run.work() }) else { break }
      threads.append(thread)
    }
    run.work()
    for thread in threads { thread.join() }
    return run
  }
}

/// Takes what a run writes that only collects.
private final class Silence: SimulationOutput {
  func write(decisions: [UInt8]) {}
  func write(rejection: Rejection) {}
  func write(period: PeriodDecision) {}
  func write(frame: FrameDecision) {}
  func progress(tickets: Int, bytes: Int) {}
}

/// What the workers of a run share.
final class SimulationRun: @unchecked Sendable {
  // Unchecked: behind `init`, all mutable state is used in a turn or under the monitor only.

  private let setup: SimulationSetup
  private let output: any SimulationOutput
  private let feed: HistoryFeed
  private let monitor = Monitor()
  private var turn = 0
  private var failure: (any Error)?
  /// Of each worker its tallies, one a version.
  private var tallies: [[TallyBox]] = []
  private var ids = TextPool()
  private var differing: [DifferingTicket] = []
  private var repeats = RepeatedIDs()
  private var ticketsSoFar = 0

  init(_ setup: SimulationSetup, output: any SimulationOutput) {
    self.setup = setup
    self.output = output
    feed = HistoryFeed(
      files: setup.files, plan: setup.recordPlan, options: setup.readerOptions, digestsOnThread: true)
  }

  /// One worker's work: chunk after chunk, until there are none.
  func work() {
    let worker = ChunkWorker(setup)
    let chunk = HistoryChunk()
    var yield = ChunkYield()
    loop: while true {
      switch feed.next(into: chunk) {
      case .end: break loop
      case .failure(let place, let error):
        waitForTurn(place)
        if failure == nil { failure = error }
        endTurn()
        break loop
      case .chunk(let place):
        yield.clear()
        if setup.isUnique { waitForTurn(place) }
        worker.decide(chunk, &yield, ids: setup.isUnique ? self : nil)
        if !setup.isUnique { waitForTurn(place) }
        if failure == nil { emit(yield, worker.boxes) }
        endTurn()
      }
    }
    monitor.enter()
    tallies.append(worker.boxes)
    monitor.leave()
  }

  /// Whether an id is new; in a turn only.
  func isNew(_ id: [UInt8]) -> Bool {
    id.withUnsafeBufferPointer { bytes in
      if ids.find(bytes) != nil { return false }
      _ = ids.intern(bytes)
      return true
    }
  }

  /// What all workers have collected for each version, or the first failure in the order of the files. The
  /// refunds and rights of keys and periods are handed over.
  func collected(_ each: (FrameDecision) throws -> Void) throws -> [SettledHistory] {
    if let failure { throw failure }
    guard let first = tallies.first else { throw SimulationFault.noThread }
    for other in tallies.dropFirst() {
      for (box, part) in zip(first, other) { box.tally.mergeItems(part.tally) }
    }
    try setup.requireNearness(first.map { $0.tally.portfolioOfItems })
    guard !setup.versions.isEmpty else { return [try first[0].tally.finishItems(each)] }
    return try VersionSettling(setup: setup, boxes: first).settle(each)
  }

  /// The result, or the first failure in the order of the files.
  func finish() throws -> SimulationResult {
    if let failure { throw failure }
    guard let first = tallies.first else { throw SimulationFault.noThread }
    for other in tallies.dropFirst() {
      for (box, part) in zip(first, other) { box.tally.merge(&part.tally) }
    }
    try refuseOverflow(first)
    try setup.requireNearness(first.map { $0.tally.portfolio })
    let totals = try setup.totals(of: first) { try output.write(period: $0) }
    return SimulationResult(
      totals: totals, inputs: feed.digests, differing: differing, repeats: repeats)
  }

  private func refuseOverflow(_ boxes: [TallyBox]) throws {
    for box in boxes {
      if let breakdown = box.tally.overflowing {
        throw SimulationFault.tooManyGroups(name: breakdown.name, limit: GroupTable.limit)
      }
    }
  }

  // MARK: Turns

  private func waitForTurn(_ place: Int) {
    monitor.enter()
    while turn != place { monitor.wait() }
    monitor.leave()
  }

  private func endTurn() {
    monitor.enter()
    turn += 1
    if failure != nil { feed.stop() }
    monitor.wake()
    monitor.leave()
  }

  /// Hands over what a chunk gave.
  private func emit(_ yield: ChunkYield, _ boxes: [TallyBox]) {
    do {
      for rejection in yield.rejections { try output.write(rejection: rejection) }
      if let first = yield.rejections.first, setup.isStrict { throw SimulationFault.rejected(first) }
      if !yield.decisions.isEmpty { try output.write(decisions: yield.decisions) }
      try refuseOverflow(boxes)
    } catch {
      failure = error
    }
    differing += yield.differing.prefix(max(0, setup.differingLimit - differing.count))
    repeats.append(yield.ids)
    ticketsSoFar += yield.tickets
    output.progress(tickets: ticketsSoFar, bytes: feed.bytes)
  }
}

/// What one chunk gives beside totals; its memory is used again.
struct ChunkYield {
  var decisions: [UInt8] = []
  var rejections: [Rejection] = []
  var differing: [DifferingTicket] = []
  var tickets = 0
  var ids = RepeatedIDs()

  mutating func clear() {
    decisions.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    differing.removeAll(keepingCapacity: true)
    tickets = 0
    ids = RepeatedIDs()
  }
}
