import PledgeChecker
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeTickets
import Testing

@testable import PledgeSimulation

/// Histories whose refunds are capped over several tickets.
@Suite struct GroupTests {
  private static let policyText = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      team   text
      level  one of high, low
      fee    money
      event  opened, closed
    }
    target solve { clock from opened until closed; within 60 min }
    refund late {
      when   solve is breached
      pay    10.00 EUR per started 1 h over
      cap    120.00 EUR per team each day
      cap    300.00 EUR each month
      issue  above 20.00 EUR per team each month
    }
    """

  /// Writes the id and what is owed of each ticket.
  private struct Owed: DecisionEncoder {
    var head: [UInt8] { [] }

    func append(
      _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
      to bytes: inout [UInt8]
    ) {
      let outcome = evaluator.refunds[0]
      bytes += ticket.id + Array(" \(outcome.state.word) \(outcome.amount.text)\n".utf8)
    }
  }

  private static let teams = 9

  private static let lines: [String] = (0..<400).map { index in
    Fixture.line("T\(index)", team: "t\(index % teams)", minutes: 50 + index * 7 % 300)
  }

  private func run(
    _ lines: [String], jobs: Int = 1, chunk: Int = 1 << 20
  ) throws -> (totals: Totals, decisions: [String]) {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(
      .init(name: "desk.pledge", text: Self.policyText), environment: environment)
    let policy = try #require(result.policy, "\(result.diagnostics)")
    var resolving = BreakdownResolving(policy: policy)
    try resolving.add(by: "team")
    let recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
    let asOf = try #require(ParameterSetting.instant("2026-03-03", .utc))
    let file = try Fixture.file(lines)
    var setup = SimulationSetup(
      plan: Plan(policy, probes: resolving.probes), registers: [], recordPlan: recordPlan, asOf: asOf,
      files: [file.path])
    setup.breakdowns = resolving.breakdowns
    setup.readerOptions.chunkSize = chunk
    setup.jobs = jobs
    setup.encoder = Owed()
    let collector = Collector()
    let totals = try Simulation.run(setup, output: collector).totals
    return (
      totals, String(decoding: collector.decisions, as: UTF8.self).split(separator: "\n").map(String.init)
    )
  }

  @Test func `items add up to the totals, and no group exceeds its cap`() throws {
    let (totals, decisions) = try run(Self.lines)
    #expect(decisions.count == Self.lines.count)
    var sum = Rational.zero
    for decision in decisions {
      let words = decision.split(separator: " ")
      guard words[1] == "owed", let amount = Int(words[2]) else { continue }
      sum = sum.adding(Rational(amount)) ?? sum
    }
    let overall = totals.ledger.owed(refund: 0, row: totals.overall).total
    #expect(overall == sum && sum <= Rational(300) && sum > .zero)
    var groups = Rational.zero
    for group in totals.groups[0] {
      let total = totals.ledger.owed(refund: 0, row: group.row).total ?? .zero
      #expect(total <= Rational(120))
      groups = groups.adding(total) ?? groups
    }
    #expect(groups == sum)
  }

  @Test(arguments: [2, 3, 8]) func `every output is the same for any number of jobs`(_ jobs: Int) throws {
    let one = try run(Self.lines)
    let many = try run(Self.lines, jobs: jobs, chunk: 2048)
    #expect(one.decisions == many.decisions)
    func sums(_ totals: Totals) -> [String: Rational?] {
      Dictionary(
        uniqueKeysWithValues: totals.groups[0].map {
          ($0.label ?? "", totals.ledger.owed(refund: 0, row: $0.row).total)
        })
    }
    #expect(sums(one.totals) == sums(many.totals))
  }

  @Test(arguments: 0..<5) func `the order of the file changes nothing of a decision`(_ turn: Int) throws {
    let one = try run(Self.lines)
    let step = [3, 7, 11, 13, 17][turn]
    let shuffled = Self.lines.indices.map { Self.lines[($0 * step + turn) % Self.lines.count] }
    #expect(try run(shuffled).decisions.sorted() == one.decisions.sorted())
  }

  @Test func `the standard input cannot be read twice`() throws {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(
      .init(name: "desk.pledge", text: Self.policyText), environment: environment)
    let policy = try #require(result.policy)
    let setup = SimulationSetup(
      plan: Plan(policy), registers: [],
      recordPlan: try RecordPlan.compile(vocabulary: policy.vocabulary).get(),
      asOf: .epoch, files: ["-"])
    #expect(throws: SimulationFault.readsTwice) { try Simulation.run(setup, output: Collector()) }
  }
}
