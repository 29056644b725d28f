import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTestSupport
import PledgeTime

extension Decider {
  /// What a run over files gives.
  struct Run {
    /// The decisions, behind them the totals and the decisions of periods.
    var bytes: [UInt8]
    var totals: Totals
    /// The rows of periods alone.
    var periods: [UInt8]
  }

  /// How a run reads its files.
  struct Reading {
    var jobs = 1
    var chunk = 1 << 20
  }

  /// Takes lines through the simulation, a file a part.
  func run(_ parts: [[String]], asOf: Instant, jobs: Int = 1, chunk: Int = 1 << 20) throws -> Run {
    try Decider.run([self], parts, asOf: asOf, Reading(jobs: jobs, chunk: chunk))
  }

  /// The same by several versions of a policy, in the order of their time.
  static func run(
    _ versions: [Decider], _ parts: [[String]], asOf: Instant, _ reading: Reading = Reading()
  ) throws -> Run {
    guard let newest = versions.last else { throw Refusal(description: "no version") }
    let files = try parts.map { try TemporaryFile(name: "t.ndjson", text: $0.map { $0 + "\n" }.joined()) }
    var setup = SimulationSetup(
      plan: newest.plan, registers: newest.registers, recordPlan: newest.recordPlan, asOf: asOf,
      files: files.map(\.path))
    setup.encoder = DecisionNDJSON(policy: newest.policy)
    setup.jobs = reading.jobs
    setup.readerOptions.chunkSize = reading.chunk
    if versions.count > 1 { setup.versions = try versions.map { try $0.version() } }
    let output = Collected(versions.map { PeriodRecord(policy: $0.policy) })
    var result = try Simulation.run(setup, output: output)
    result.inputs = []
    let sheet = RunSheet(
      policy: RunSheet.PolicyEntry(id: "laws", version: "1", title: "", file: "", digest: ""), asOf: asOf,
      asOfOrigin: .option, zone: newest.policy.header.zone, parameters: [], inputs: [])
    let report = SimulationReport(
      policy: VersionUnion(versions.map(\.policy)).policy, sheet: sheet, breakdowns: [], comparison: nil,
      result: result)
    return Run(
      bytes: output.bytes + TotalsJSON(report).bytes + output.periods, totals: result.totals,
      periods: output.periods)
  }

  private func version() throws -> VersionSetup {
    guard let period = policy.header.fixedPeriod else { throw Refusal(description: "no dates") }
    var setup = VersionSetup(plan: plan, registers: registers, recordPlan: recordPlan, period: period)
    setup.encoder = DecisionNDJSON(policy: policy)
    return setup
  }

  /// Keeps what a run writes.
  private final class Collected: SimulationOutput {
    var bytes: [UInt8] = []
    var periods: [UInt8] = []
    private let records: [PeriodRecord]

    init(_ records: [PeriodRecord]) { self.records = records }

    func write(decisions: [UInt8]) { bytes += decisions }
    func write(period: PeriodDecision) { periods += records[period.version].row(period) }
    func write(frame: FrameDecision) { periods += records[frame.place.version].row(frame) }
    func write(rejection: Rejection) {}
    func progress(tickets: Int, bytes: Int) {}
  }
}
