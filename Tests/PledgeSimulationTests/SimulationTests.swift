import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeReadings
import PledgeTestSupport
import PledgeTickets
import Testing

@testable import PledgeSimulation

@Suite struct SimulationTests {
  /// Writes the id and the first verdict of each ticket.
  private struct IDs: DecisionEncoder {
    var head: [UInt8] { [] }

    func append(
      _ ticket: borrowing Ticket, _ evaluator: borrowing Evaluator, recorded: RecordedVerdict?,
      to bytes: inout [UInt8]
    ) {
      bytes += ticket.id + [0x20] + Array(evaluator.targets[0].verdict.word.utf8) + [0x0a]
    }
  }

  private func mixed(_ count: Int) -> [String] {
    (0..<count).map { index in
      switch index % 7 {
      case 0: return Fixture.line("T\(index)", minutes: 60)
      case 1: return Fixture.line("T\(index)", level: "high", minutes: 61 + index % 200)
      case 2: return Fixture.line("T\(index)", team: "quiet", minutes: 300)
      case 3: return Fixture.line("T\(index)", team: "t\(index % 31)", minutes: 90)
      case 4: return Fixture.line("T\(index)", minutes: nil)
      case 5: return "{\"id\":\"T\(index)\",\"team\":"
      default: return Fixture.line("T\(index)", team: "团队", minutes: 10)
      }
    }
  }

  @Test("Tickets in are decided and rejected") func ticketsInAreDecidedAndRejected() throws {
    let file = try Fixture.file(mixed(70))
    let collector = Collector()
    let result = try Simulation.run(Fixture.setup([file.path]), output: collector)
    #expect(result.totals.tickets == 70)
    #expect(result.totals.decided == 60 && result.totals.rejected == 10)
    #expect(collector.rejections.map(\.line) == (0..<70).filter { $0 % 7 == 5 }.map { $0 + 1 })
    #expect(result.totals.rejectionsByFrequency.map(\.code) == ["malformed"])
  }

  @Test("Every output is the same for any number of jobs", arguments: [1, 2, 3, 8])
  func everyOutputIsTheSameForAny(jobs: Int) throws {
    let file = try Fixture.file(mixed(2000))
    func run(_ jobs: Int, chunk: Int) throws -> (SimulationResult, Collector) {
      let collector = Collector()
      var setup = try Fixture.setup([file.path, file.path], by: ["team", "level"], chunk: chunk)
      setup.jobs = jobs
      setup.encoder = IDs()
      return (try Simulation.run(setup, output: collector), collector)
    }
    let (one, first) = try run(1, chunk: 1 << 20)
    let (many, other) = try run(jobs, chunk: 4096)
    #expect(first.decisions == other.decisions)
    #expect(first.rejections == other.rejections)
    #expect(one.inputs == many.inputs)
    #expect(one.totals.groups.map { $0.map(\.label) } == many.totals.groups.map { $0.map(\.label) })
    for (left, right) in zip(one.totals.groups.joined(), many.totals.groups.joined()) {
      for verdict in Verdict.allCases {
        #expect(
          one.totals.ledger.count(of: verdict, target: 0, row: left.row)
            == many.totals.ledger.count(of: verdict, target: 0, row: right.row))
      }
      #expect(
        one.totals.ledger.owed(refund: 0, row: left.row).total
          == many.totals.ledger.owed(refund: 0, row: right.row).total)
    }
  }

  @Test("Groups add up to the whole") func groupsAddUpToTheWhole() throws {
    let file = try Fixture.file(mixed(700))
    let totals = try Simulation.run(Fixture.setup([file.path], by: ["team"]), output: Collector()).totals
    for verdict in Verdict.allCases {
      let sum = totals.groups[0].reduce(0) { $0 + totals.ledger.count(of: verdict, target: 0, row: $1.row) }
      #expect(sum == totals.ledger.count(of: verdict, target: 0, row: totals.overall))
    }
    var owed = MoneySum()
    for group in totals.groups[0] { owed.merge(totals.ledger.owed(refund: 0, row: group.row)) }
    #expect(owed.total == totals.ledger.owed(refund: 0, row: totals.overall).total)
  }

  @Test("Members of an enumeration stand in their order, tickets without a value last")
  func membersOfAnEnumerationStandInTheir() throws {
    let lines = [
      Fixture.line("1", level: "low", minutes: 1, recorded: "\"b\""),
      Fixture.line("2", level: "high", minutes: 1),
      Fixture.line("3", level: "low", minutes: 1, recorded: "\"a\""),
    ]
    let file = try Fixture.file(lines)
    let totals = try Simulation.run(Fixture.setup([file.path], by: ["level", ".made"]), output: Collector())
      .totals
    #expect(totals.groups[0].map(\.label) == ["high", "low"])
    #expect(totals.groups[1].map(\.label) == ["a", "b", nil])
  }

  @Test("The refunds of breached tickets are summed to the cent") func theRefundsOfBreachedTicketsAreSummed()
    throws
  {
    let file = try Fixture.file([Fixture.line("1", minutes: 61), Fixture.line("2", minutes: 181)])
    let totals = try Simulation.run(Fixture.setup([file.path]), output: Collector()).totals
    #expect(totals.ledger.owed(refund: 0, row: totals.overall).total == Rational(40))
    #expect(totals.ledger.overrun(target: 0, row: totals.overall).greatest.text == "2 h 1 min")
  }

  @Test("A strict run ends at the first rejection") func aStrictRunEndsAtTheFirst() throws {
    let file = try Fixture.file(mixed(70))
    var setup = try Fixture.setup([file.path])
    setup.isStrict = true
    setup.jobs = 2
    setup.readerOptions.chunkSize = 512
    #expect {
      _ = try Simulation.run(setup, output: Collector())
    } throws: { error in
      guard case SimulationFault.rejected(let rejection)? = error as? SimulationFault else { return false }
      return rejection.line == 6
    }
  }

  @Test("A second ticket of an id is rejected with its place", arguments: [1, 3])
  func aSecondTicketOfAnIdIs(jobs: Int) throws {
    let lines = [
      Fixture.line("1", minutes: 1), Fixture.line("2", minutes: 1), Fixture.line("1", minutes: 90),
      Fixture.line("2", minutes: 1),
    ]
    let file = try Fixture.file(lines)
    var setup = try Fixture.setup([file.path], chunk: 256)
    setup.isUnique = true
    setup.jobs = jobs
    let collector = Collector()
    let totals = try Simulation.run(setup, output: collector).totals
    #expect(totals.decided == 2 && totals.rejected == 2)
    #expect(collector.rejections.map(\.line) == [3, 4])
    #expect(collector.rejections.map(\.reason.code) == ["duplicate-ticket", "duplicate-ticket"])
    #expect(totals.ledger.count(of: .breached, target: 0, row: totals.overall) == 0)
  }

  @Test("Recorded verdicts are compared by their words, in capitals or not")
  func recordedVerdictsAreComparedByTheirWords() throws {
    let words = ["true", "false", "\"Met\"", "\"breached\"", "\"YES\"", "\"no\"", "\"perhaps\"", "null", "1"]
    let lines = words.enumerated().map { Fixture.line("T\($0.offset)", minutes: 90, recorded: $0.element) }
    let file = try Fixture.file(lines + [Fixture.line("open", minutes: nil, recorded: "true")])
    let result = try Simulation.run(Fixture.setup([file.path], compare: "solve=made"), output: Collector())
    let agreement = result.totals.agreement
    #expect(agreement[.breached, .met] == 4)
    #expect(agreement[.breached, .breached] == 3)
    #expect(agreement[.breached, .unknown] == 3)
    #expect(agreement.differing == 4)
    #expect(result.differing.map(\.id) == ["T0", "T2", "T4", "open"])
  }

  @Test("A file that is not there names itself") func aFileThatIsNotThereNames() throws {
    let file = try Fixture.file([Fixture.line("1", minutes: 1)])
    var setup = try Fixture.setup([file.path, "/nowhere/t.ndjson"])
    setup.jobs = 2
    #expect {
      _ = try Simulation.run(setup, output: Collector())
    } throws: { ($0 as? SourceError)?.file == "/nowhere/t.ndjson" }
  }

  @Test("The digest of a file is that of its bytes") func theDigestOfAFileIsThat() throws {
    let file = try TemporaryFile(name: "t.ndjson", text: "")
    let result = try Simulation.run(Fixture.setup([file.path]), output: Collector())
    #expect(
      result.inputs.map(\.digest)
        == ["0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"])
  }

  @Test("A pass over a few tickets gives what a run gives") func aPassOverAFewTicketsGives() throws {
    let file = try Fixture.file(mixed(140))
    let setup = try Fixture.setup([file.path])
    var ids: [String] = []
    var rejected = 0
    let result = try TicketPass.run(setup) { _, ticket, _, _ in
      ids.append(String(decoding: ticket.id, as: UTF8.self))
    } onRejection: { _, _ in
      rejected += 1
    }
    #expect(ids.count == result.totals.decided && rejected == result.totals.rejected)
    let run = try Simulation.run(setup, output: Collector())
    #expect(run.totals.decided == result.totals.decided && run.inputs == result.inputs)
  }
}
