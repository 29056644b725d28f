import PledgeEvaluation
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
  }

  /// Takes lines through the simulation, a file a part.
  func run(_ parts: [[String]], asOf: Instant, jobs: Int = 1, chunk: Int = 1 << 20) throws -> Run {
    let files = try parts.map { try TemporaryFile(name: "t.ndjson", text: $0.map { $0 + "\n" }.joined()) }
    var setup = SimulationSetup(
      plan: plan, registers: registers, recordPlan: recordPlan, asOf: asOf, files: files.map(\.path))
    setup.encoder = DecisionNDJSON(policy: policy)
    setup.jobs = jobs
    setup.readerOptions.chunkSize = chunk
    let output = Collected(PeriodRecord(policy: policy))
    var result = try Simulation.run(setup, output: output)
    result.inputs = []
    let sheet = RunSheet(
      policy: RunSheet.PolicyEntry(id: "laws", version: "1", title: "", file: "", digest: ""), asOf: asOf,
      asOfOrigin: .option, zone: policy.header.zone, parameters: [], inputs: [])
    let report = SimulationReport(
      policy: policy, sheet: sheet, breakdowns: [], comparison: nil, result: result)
    return Run(
      bytes: output.bytes + TotalsJSON(report).bytes + output.periods, totals: result.totals)
  }

  /// Keeps what a run writes.
  private final class Collected: SimulationOutput {
    var bytes: [UInt8] = []
    var periods: [UInt8] = []
    private let record: PeriodRecord

    init(_ record: PeriodRecord) { self.record = record }

    func write(decisions: [UInt8]) { bytes += decisions }
    func write(period: PeriodDecision) { periods += record.row(period) }
    func write(frame: FrameDecision) { periods += record.row(frame) }
    func write(rejection: Rejection) {}
    func progress(tickets: Int, bytes: Int) {}
  }
}
