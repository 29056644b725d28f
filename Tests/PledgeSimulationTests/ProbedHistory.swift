import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTestSupport
import PledgeTime
import Testing

@testable import PledgeSimulation

/// Runs of a policy over small histories in which an encoder writes what the policy's `let`s come to.
struct ProbedHistory {
  let policyText: String
  let encoder: any DecisionEncoder

  private func setup(_ files: [String], jobs: Int) throws -> SimulationSetup {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let checked = Checker.check(SourceFile(name: "faults.pledge", text: policyText), environment: environment)
    let policy = try #require(checked.policy, "\(checked.diagnostics)")
    let probes = policy.derivedValues.indices.map { index in
      Expression(
        .derived(index), type: policy.derivedValues[index].value.type,
        origin: policy.derivedValues[index].origin)
    }
    let recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
    let asOf = try #require(ParameterSetting.instant("2026-03-02T20:00:00Z", .utc))
    var setup = SimulationSetup(
      plan: Plan(policy, probes: probes), registers: [], recordPlan: recordPlan, asOf: asOf, files: files)
    setup.encoder = encoder
    setup.jobs = jobs
    setup.readerOptions.chunkSize = 512
    return setup
  }

  /// What the encoder writes, in the order of the tickets.
  func lines(_ files: [String], jobs: Int) throws -> [String] {
    let collector = Collector()
    _ = try Simulation.run(setup(files, jobs: jobs), output: collector)
    return String(decoding: collector.decisions, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// What comes out of records in one file.
  func lines(of records: [String]) throws -> [String] {
    let file = try Fixture.file(records)
    return try lines([file.path], jobs: 1)
  }

  /// Expects the same of records whatever their order, however many jobs, and in two files, the first of so
  /// many records.
  func expectOneOutcome(
    of records: [String], firstFile count: Int, _ generator: inout SeededGenerator
  ) throws {
    let whole = try Fixture.file(records)
    let expected = try lines([whole.path], jobs: 1)
    #expect(try lines([whole.path], jobs: 3) == expected)
    let shuffled = records.shuffled(using: &generator)
    let first = try Fixture.file(Array(shuffled.prefix(count)))
    let second = try Fixture.file(Array(shuffled.dropFirst(count)))
    #expect(try lines([first.path, second.path], jobs: 2).sorted() == expected.sorted())
  }
}
