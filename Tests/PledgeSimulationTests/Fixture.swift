import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeSimulation

/// A small policy and tickets for it, without a file of their own.
enum Fixture {
  static let policyText = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      team   text
      level  one of high, low
      fee    money
      event  opened, closed
    }
    param rate = 10%
    exclusion quiet { when team is "quiet" }
    target solve { clock from opened until closed; exclude quiet; within 60 min }
    refund late { when solve is breached; pay rate of fee per started 1 h over }
    """

  static func policy() throws -> Policy {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let file = SourceFile(name: "desk.pledge", text: policyText)
    let result = Checker.check(file, environment: environment)
    return try #require(result.policy, "\(result.diagnostics)")
  }

  /// One ticket's line; `minutes` nil leaves it open.
  static func line(
    _ id: String, team: String = "a", level: String = "low", minutes: Int?, recorded: String = ""
  ) -> String {
    let closed = minutes.map { #",{"at":"2026-03-02T\#(clock($0))Z","type":"closed"}"# } ?? ""
    let made = recorded.isEmpty ? "" : #","made":\#(recorded)"#
    return #"{"id":"\#(id)","team":"\#(team)","level":"\#(level)","fee":100.00\#(made),"#
      + #""events":[{"at":"2026-03-02T10:00:00Z","type":"opened"}\#(closed)]}"#
  }

  private static func clock(_ minutes: Int) -> String {
    let all = 600 + minutes
    return "\(all / 60):\(all % 60 < 10 ? "0" : "")\(all % 60):00"
  }

  /// A temporary file of these lines.
  static func file(_ lines: [String]) throws -> TemporaryFile {
    try TemporaryFile(name: "tickets.ndjson", text: lines.map { $0 + "\n" }.joined())
  }

  static func setup(
    _ files: [String], by names: [String] = [], compare: String? = nil, chunk: Int = 1 << 20
  ) throws -> SimulationSetup {
    let policy = try policy()
    var resolving = BreakdownResolving(policy: policy)
    for name in names { try resolving.add(by: name) }
    let comparison = try compare.map { try resolving.comparison($0) }
    let recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary, captures: resolving.captures).get()
    let asOf = try #require(ParameterSetting.instant("2026-03-03", .utc))
    var setup = SimulationSetup(
      plan: Plan(policy, probes: resolving.probes), registers: [], recordPlan: recordPlan, asOf: asOf,
      files: files)
    setup.breakdowns = resolving.breakdowns
    setup.comparison = comparison
    setup.readerOptions.chunkSize = chunk
    return setup
  }
}

/// Keeps what a run writes.
final class Collector: SimulationOutput {
  var decisions: [UInt8] = []
  var rejections: [Rejection] = []
  var periods: [PeriodDecision] = []
  var frames: [FrameDecision] = []
  var lastTickets = 0

  func write(decisions: [UInt8]) { self.decisions += decisions }
  func write(rejection: Rejection) { rejections.append(rejection) }
  func write(period: PeriodDecision) { periods.append(period) }
  func write(frame: FrameDecision) { frames.append(frame) }
  func progress(tickets: Int, bytes: Int) { lastTickets = tickets }
}
