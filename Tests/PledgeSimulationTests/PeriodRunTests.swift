import PledgeChecker
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeTickets
import PledgeTime
import PledgeTestSupport
import Testing

@testable import PledgeEvaluation
@testable import PledgeSimulation

/// Histories whose tickets come to something together in each period.
@Suite struct PeriodRunTests {
  private static let policyText = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      team   text
      cause  one of ours, theirs, unknown = unknown
      event  opened, closed, claimed
    }
    span outage = from opened until closed
    exclusion relief for all targets { when cause is theirs }
    target solve { clock outage; within 60 min }
    target available per team each month { measure availability of outage; at least 99% }
    target again per team rolling 10 calendar days { measure count of outage; at most 2 }
    target lost per team rolling 1 month { measure total of outage; at most 6 h }
    target all each month { measure share of solve met; at least 50% }
    refund late {
      when  solve is breached
      pay   10.00 EUR per started 1 h over
      cap   40.00 EUR per team each month
    }
    refund credit per team each month {
      when   available is breached
      pay    (100% - available.reached) of 1000.00 EUR
      issue  above 20.00 EUR per team each month
      claim  claimed until end of 2nd month after period
    }
    """

  private static func policy(_ text: String = policyText) throws -> Policy {
    let environment = CheckerEnvironment(
      zone: { $0 == "UTC" ? .zone(.utc) : .unknown }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(.init(name: "desk.pledge", text: text), environment: environment)
    return try #require(result.policy, "\(result.diagnostics)")
  }

  private static func line(_ number: Int, _ random: inout SeededGenerator) -> String {
    let cause = ["ours", "ours", "theirs", "unknown"][random.below(4)]
    let day = Instant(microseconds: 1_767_225_600_000_000 + Int64(random.below(85 * 1440)) * 60_000_000)
    let events = [("opened", 0), ("closed", 1 + random.below(500)), ("claimed", 900)]
      .prefix(2 + random.below(2))
      .map { name, minutes in
        let at = Instant(microseconds: day.microseconds + Int64(minutes) * 60_000_000)
        return #"{"at":"\#(at.text(in: .utc))","type":"\#(name)"}"#
      }
    return #"{"id":"T\#(number)","team":"t\#(random.below(7))","cause":"\#(cause)","#
      + #""events":[\#(events.joined(separator: ","))]}"#
  }

  private static let lines: [String] = {
    var random = SeededGenerator(seed: 11)
    return (0..<300).map { line($0, &random) }
  }()

  /// All that a run says of keys and periods.
  private struct Found: Equatable {
    var periods: [String]
    var counts: [PeriodCounts]
    var owed: [Rational?]
    var states: [[Int]]
  }

  private func setup(_ policy: Policy, files: [String]) throws -> SimulationSetup {
    SimulationSetup(
      plan: Plan(policy), registers: [],
      recordPlan: try RecordPlan.compile(vocabulary: policy.vocabulary).get(),
      asOf: try #require(ParameterSetting.instant("2026-04-10", .utc)), files: files)
  }

  private func run(_ lines: [String], jobs: Int = 1, chunk: Int = 1 << 20) throws -> Found {
    let policy = try Self.policy()
    let file = try Fixture.file(lines)
    var setup = try setup(policy, files: [file.path])
    setup.readerOptions.chunkSize = chunk
    setup.jobs = jobs
    let collector = Collector()
    let totals = try Simulation.run(setup, output: collector).totals
    let periods = collector.periods.map { decision in
      let own = decision.outcome
      return "\(policy.periodTargets[own.target].name) \(decision.key) \(own.period.name) \(own.windows) "
        + "\(own.verdict.word) \(own.reached?.text ?? "?") \(own.left?.text ?? "?") \(own.tickets) "
        + "\(own.exclusion ?? -1) \(own.run) \(decision.causes)"
    }
    return Found(
      periods: periods, counts: totals.periods,
      owed: policy.refunds.indices.map { totals.ledger.owed(refund: $0, row: totals.overall).total },
      states: policy.refunds.indices.map { refund in
        RefundState.allCases.map { totals.ledger.count(of: $0, refund: refund, row: totals.overall) }
      })
  }

  @Test(arguments: [2, 3, 8]) func `what keys and periods come to is the same for any number of jobs`(
    _ jobs: Int
  ) throws {
    let one = try run(Self.lines)
    #expect(one.periods.count > 100 && one.owed.allSatisfy { $0 ?? .zero > .zero })
    #expect(try run(Self.lines, jobs: jobs, chunk: 1024) == one)
  }

  @Test(arguments: 0..<4) func `the order of the file changes nothing of it`(_ turn: Int) throws {
    let step = [7, 11, 13, 17][turn]
    let shuffled = Self.lines.indices.map { Self.lines[($0 * step + turn) % Self.lines.count] }
    #expect(try run(shuffled, jobs: 1 + turn % 2, chunk: 1024) == run(Self.lines))
  }

  @Test func `each window is counted, also where windows that come to the same are one line`() throws {
    let found = try run(Self.lines)
    let policy = try Self.policy()
    for (target, counts) in found.counts.enumerated() {
      let own = found.periods.filter { $0.hasPrefix(policy.periodTargets[target].name + " ") }
      let windows = own.reduce(0) { $0 + (Int($1.split(separator: " ").dropFirst(3)[3]) ?? 0) }
      #expect(
        windows == Verdict.allCases.reduce(0) { $0 + counts[$1] }, "\(policy.periodTargets[target].name)")
    }
    // 2026-01-01 to 2026-04-09 has 99 days; the share of all tickets has no key.
    #expect(Verdict.allCases.reduce(0) { $0 + found.counts[1][$1] } == 7 * 99)
    #expect(found.periods.count { $0.hasPrefix("again ") } < 7 * 99)
  }

  @Test func `the outcomes come by target, key and period`() throws {
    let names = try run(Self.lines).periods.filter { $0.hasPrefix("available ") }
    #expect(names == names.sorted() && names.count == 7 * 4)
  }

  // MARK: Passes and memory

  private static let header = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { team text; event opened, closed }
    span outage = from opened until closed
    target solve { clock outage; within 60 min }

    """

  @Test(
    arguments: [
      ("target lost per team each month { measure total of outage; at most 6 h }", 1),
      ("target again per team rolling 10 calendar days { measure count of outage; at most 2 }", 1),
      ("refund late { when solve is breached; pay 1.00 EUR; cap 9.00 EUR per team each month }", 2),
      (
        "let twice = count(tickets where team is this.team) >= 2\ntarget t { for twice; clock outage; within 1 h }",
        2
      ),
      (
        """
        target lost per team each month { measure total of outage; at most 6 h }
        refund credit per team each month { when lost is breached; pay 5.00 EUR }
        """, 2
      ),
    ]) func `a history is read as often as the plan says`(_ rest: String, _ passes: Int) throws
  {
    let policy = try Self.policy(Self.header + rest)
    #expect(Classification(policy).passes.count == passes)
    // What is read more than once cannot be the standard input.
    let setup = try setup(policy, files: ["-"])
    if passes == 1 {
      #expect(try Simulation.prepared(setup).settled == nil)
    } else {
      #expect(throws: SimulationFault.readsTwice) { try Simulation.prepared(setup) }
    }
  }

  @Test func `what is held grows with keys, days and disjoint intervals, not with tickets`() throws {
    let policy = try Self.policy(
      Self.header + """
        target lost per team each month { measure total of outage; at most 6 h }
        target faults per team each month { measure count of outage; at most 9 }
        target again per team rolling 10 calendar days { measure count of outage; at most 2 }
        """)
    var evaluator = Evaluator(plan: Plan(policy), registers: [])
    var portfolio = try #require(Portfolio(evaluator.plan))
    let asOf = try #require(ParameterSetting.instant("2026-04-10", .utc))
    var random = SeededGenerator(seed: 3)
    func take(_ count: Int) {
      for _ in 0..<count {
        var ticket = Ticket(fields: 1)
        var team = "t\(random.below(2))"
        let id = team.withUTF8 { ticket.text($0, pool: policy.texts) }
        ticket.values = [.text(id)]
        // One of ten days, one of three hours of it.
        let start = Int64(random.below(10) * 24 + random.below(3) * 8) * 3_600_000_000
        ticket.events = [
          LoggedEvent(at: Instant(microseconds: 1_767_225_600_000_000 + start), code: 0),
          LoggedEvent(at: Instant(microseconds: 1_767_225_600_000_000 + start + 60_000_000), code: 1),
        ]
        ticket.finish()
        evaluator.decide(&ticket, asOf: asOf)
        portfolio.take(&ticket, &evaluator)
      }
    }
    // 2 keys with 30 intervals, 1 month and 10 days; half of what is held may not be united yet.
    take(500)
    #expect(portfolio.held <= 2 * 2 * (30 + 1 + 10) + 3 * 2 * 8)
    take(20_000)
    #expect(portfolio.held <= 2 * 2 * (30 + 1 + 10) + 3 * 2 * 8)
  }
}
