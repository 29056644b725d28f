import PledgeChecker
import PledgeDiagnostics
import PledgeTesting
import PledgeTime
import Testing

@testable import PledgeReports

@Suite struct TestTextTests {
  /// What people read of the tests of a policy.
  private func text(_ policy: String) throws -> String {
    var sources = SourceSet()
    let file = sources.add(
      name: "lines.pledge",
      text: """
        pledge 1
        policy "Lines" { id lines; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
        \(policy)
        """)
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") })
    let result = Checker.check(file, environment: environment)
    let policy = try #require(result.policy, "\(result.diagnostics)")
    let entry = TestReport.Entry(
      policy: policy, file: file.name, digest: "", results: TestRunner.run(policy))
    let report = TestReport(entries: [entry], sources: sources)
    return TestText(report: report, style: .plain).text
  }

  private let lines = """
    ticket { line text; event lost, back }
    span outage = from lost until back
    target faults per line each month { measure count of outage; at most 1 }
    refund credit per line each month { when faults is breached; pay 5 EUR }
    """

  @Test("What is expected of a key and a period is shown with the tickets' timelines and the period's reason")
  func periods() throws {
    let text = try text(
      """
      \(lines)
      test "one fault" {
        ticket "1" {
          given { line "L-1" }
          2026-03-02 10:00  lost
          2026-03-02 11:00  back
        }
        ticket "2" {
          given { line "L-2" }
          2026-03-03 10:00  lost
          2026-03-03 11:00  back
        }
        as of 2026-04-01
        expect faults of "L-1" in 2026-03 breached
        expect credit of "L-1" in 2026-03 owed 5 EUR
      }
      """)
    #expect(text.contains("verdict  breached  met"))
    #expect(text.contains("ticket 1\n"))
    #expect(text.contains("Mon 2026-03-02 10:00  lost"))
    #expect(text.contains("Tue 2026-03-03 10:00  lost"))
    #expect(text.contains("target faults  L-1, 2026-03"))
    #expect(!text.contains("L-2, 2026-03"))
    #expect(text.contains("refund credit  L-1, 2026-03"))
  }

  @Test("Of many tickets the first ones are told")
  func many() throws {
    let tickets = (1...6).map { number in
      "  ticket \"\(number)\" { given { line \"L-1\" }; 2026-03-0\(number) 10:00 lost }\n"
    }
    let text = try text(
      """
      \(lines)
      test "six faults" {
      \(tickets.joined())
        as of 2026-04-01
        expect faults of "L-1" in 2026-03 met
      }
      """)
    #expect(text.contains("ticket 4\n") && !text.contains("ticket 5\n"))
    #expect(text.contains("and 2 further tickets"))
  }
}
