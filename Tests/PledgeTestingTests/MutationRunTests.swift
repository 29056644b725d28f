import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime
import Testing

@testable import PledgeTesting

/// What tests notice of mistakes.
@Suite struct MutationRunTests {
  private static let text = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      team   one of red, blue
      event  opened, held, resumed, closed
    }
    calendar always = open
    calendar open { mon..sun 00:00-24:00 }
    span hold = from held until resumed
    let urgent = team is red and team is red
    target solve { clock from opened until closed; pause hold; within 60 min }
    refund late { when solve is breached; pay 10.00 EUR; cap 50.00 EUR }
    test "an hour" {
      given { team red }
      2026-03-02 10:00  opened
      2026-03-02 11:00  closed
      expect solve met
    }
    test "named" {
      given { team red }
      2026-03-02 10:00  opened
      2026-03-02 12:00  closed
      expect late owed 10.00 EUR
    }
    """

  private static func check(_ file: SourceFile) -> CheckResult {
    Checker.check(
      file,
      environment: CheckerEnvironment(
        zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") }))
  }

  private func verdicts(_ operation: String) throws -> [MutationVerdict] {
    let file = SourceFile(name: "desk.pledge", text: Self.text)
    let result = Self.check(file)
    let policy = try #require(result.policy, "\(result.diagnostics)")
    let run = MutationRun(file, policy, operators: [operation])
    return run.mutants.map { run.verdict(of: $0) { Self.check($0) } }
  }

  @Test("A mistake that a test contradicts is noticed, and the test is named")
  func killed() throws {
    // 60 min are just kept: 59 min would be a breach. 61 min are not asked for.
    #expect(try verdicts("figure-down").contains(.killed(test: "an hour")))
    #expect(try verdicts("bound-edge") == [.killed(test: "an hour")])
    #expect(try verdicts("verdict-turned") == [.killed(test: "named")])
  }

  @Test("What no test asks for survives")
  func survived() throws {
    #expect(try verdicts("pause-dropped") == [.survived])
    #expect(try verdicts("cap-dropped") == [.survived])
  }

  @Test("A mistake that leaves no policy is told apart")
  func refused() throws {
    // Without `when` a refund is none.
    #expect(try verdicts("condition-dropped") == [.refused])
  }

  @Test("A change of words that says the same is no mistake")
  func equivalent() throws {
    let file = SourceFile(name: "desk.pledge", text: Self.text)
    let policy = try #require(Self.check(file).policy)
    let run = MutationRun(file, policy)
    let bytes = Array(Self.text.utf8)
    let word = Array("60 min".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: word) })
    let range = SourceRange(file: file.id, start: start, end: start + word.count)
    let same = Mutant(operation: "other-words", edit: TextEdit(range: range, replacement: "1 h"))
    #expect(run.verdict(of: same) { Self.check($0) } == .equivalent([.sameWords]))
    let other = Mutant(operation: "other-words", edit: TextEdit(range: range, replacement: "90 min"))
    #expect(run.verdict(of: other) { Self.check($0) } == .survived)
  }

  @Test("A test that speaks of what is no more has noticed it")
  func brokenTest() throws {
    let file = SourceFile(name: "desk.pledge", text: Self.text)
    let policy = try #require(Self.check(file).policy)
    let run = MutationRun(file, policy)
    let refund = try #require(
      Parser.parse(file).tree.root.nodes(.refundDeclaration).first)
    let gone = Mutant(operation: "refund-dropped", edit: TextEdit(range: refund.range, replacement: ""))
    #expect(run.verdict(of: gone) { Self.check($0) } == .killed(test: "named"))
  }

  @Test("Pairs are each two mistakes that do not touch")
  func pairs() throws {
    let file = SourceFile(name: "a.pledge", text: "pledge 1\nlet x = a and not b\nlet y = 3 < n")
    let single = MutantSearch.mutants(of: Parser.parse(file).tree.view)
    let pairs = MutantSearch.pairs(of: single)
    #expect(!pairs.isEmpty)
    for pair in pairs {
      #expect(pair.edits.count == 2)
      #expect(pair.edits[0].range.end < pair.edits[1].range.start)
    }
    #expect(Set(pairs.map { $0.applied(to: file).text }).count > 1)
  }
}
