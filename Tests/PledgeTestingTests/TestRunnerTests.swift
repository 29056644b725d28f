import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeTesting

@Suite struct TestRunnerTests {
  private func results(_ tests: String) throws -> [TestResult] {
    let text = """
      pledge 1
      policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
      ticket {
        team   text
        fee    money
        event  opened, closed
      }
      exclusion quiet { when team is "quiet" }
      target solve { clock from opened until closed; exclude quiet; within 60 min }
      refund late { when solve is breached; pay 10% of fee per started 1 h over }
      \(tests)
      """
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(SourceFile(name: "desk.pledge", text: text), environment: environment)
    return TestRunner.run(try #require(result.policy, "\(result.diagnostics)"))
  }

  private func test(_ expectations: String, closed: String = "11:00:01", team: String = "a") -> String {
    """
    test "one" {
      given { team "\(team)"; fee 100.00 EUR }
      2026-03-02 10:00  opened
      2026-03-02 \(closed)  closed
      \(expectations)
    }
    """
  }

  @Test("What comes as expected passes")
  func passes() throws {
    let results = try results(
      test("expect solve breached over 1 s due 2026-03-02 11:00\n  expect late owed 10.00 EUR"))
    #expect(results.map(\.isPassed) == [true])
    #expect(results.map(\.expectations) == [2])
    #expect(results.map(\.tickets) == [1])
  }

  @Test("A failure names only the figures that differ, side by side")
  func namesDifferences() throws {
    let results = try results(
      test("expect solve breached over 2 s due 2026-03-02 11:00\n  expect late owed 20.00 EUR"))
    let failures = try #require(results.first).failures
    #expect(failures.count == 2)
    #expect(
      failures.first?.differences == [.init(figure: "over", expected: "2 s", actual: "1 s")])
    #expect(
      failures.last?.differences == [.init(figure: "amount", expected: "20.00 EUR", actual: "10.00 EUR")])
    #expect(failures.first?.decision?.ticket.events.count == 2)
    #expect(failures.first?.decision?.explanations.targets.first?.segments.count == 1)
  }

  @Test("What is expected to be refused and is read fails, and so does a row of cases")
  func refusedAndRead() throws {
    let results = try results(
      test("expect ticket refused because team\n  expect solve breached") + """

        test "rows" {
          given { team "a"; fee 100.00 EUR }
          2026-03-02 10:00  opened
          cases {
            closed           -> ticket
            2026-02-30 11:00 -> refused because closed
            2026-03-02 11:00 -> refused because closed
          }
        }
        """)
    #expect(results.map(\.isPassed) == [false, true, false])
    #expect(results.map(\.tickets) == [1, 0, 1])
    #expect(
      results.first?.failures.map(\.differences) == [
        [.init(figure: "data", expected: "refused", actual: "read")]
      ])
  }

  @Test("A refused ticket is none of the test's, and the others are decided")
  func refusedAmongOthers() throws {
    let results = try results(
      """
      test "two" {
        ticket "1" { given { team 3; fee 1.00 EUR }; 2026-03-02 10:00 opened; expect ticket refused because team }
        ticket "2" { given { team "a"; fee 1.00 EUR }; 2026-03-02 11:00 opened; expect solve met }
      }
      """)
    #expect(results.map(\.tickets) == [1])
    #expect(
      results.first?.failures.map(\.differences) == [
        [.init(figure: "verdict", expected: "met", actual: "pending")]
      ])
    #expect(results.first?.failures.first?.decision?.id == "2")
  }

  @Test("A note that is not there fails")
  func noted() throws {
    let results = try results(test("expect ticket noted because closed"))
    #expect(
      results.first?.failures.map(\.differences) == [
        [.init(figure: "note", expected: "closed", actual: "no note")]
      ])
  }

  @Test("The reason must mention the name behind `because`")
  func because() throws {
    let good = try results(test("expect solve excused because quiet", team: "quiet"))
    #expect(good.map(\.isPassed) == [true])
    let bad = try results(test("expect solve breached because quiet"))
    #expect(
      bad.first?.failures.first?.differences
        == [.init(figure: "because", expected: "quiet", actual: "no reason")])
  }

  @Test("Without an as-of instant a test is decided at its last line")
  func asOf() throws {
    let result = try #require(try results(test("expect solve met", closed: "10:30")).first)
    #expect(result.isPassed)
    #expect(result.asOf.plainText(in: .utc) == "2026-03-02 10:30")
  }
}
