import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeTesting
import PledgeTime
import Testing

@testable import PledgeWitness

/// Tests that are offered for mistakes.
@Suite struct KillingTestsTests {
  private static let text = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket {
      team   one of red, blue
      event  opened, held, resumed, closed
    }
    span hold = from held until resumed
    target solve { clock from opened until closed; pause hold; within 60 min }
    refund late { when solve is breached; pay 10.00 EUR per started 1 h over; cap 50.00 EUR }
    """

  private static func check(_ file: SourceFile) -> CheckResult {
    Checker.check(
      file,
      environment: CheckerEnvironment(
        zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") }))
  }

  @Test("What is offered passes on the policy and fails on the mistake")
  func tellsApart() throws {
    var sources = SourceSet()
    let file = sources.add(name: "desk.pledge", bytes: Array(Self.text.utf8))
    let policy = try #require(Self.check(file).policy)
    let run = MutationRun(file, policy)
    let survivors = run.mutants.filter { run.verdict(of: $0) { Self.check($0) } == .survived }
    let killing = KillingTests(file, policy, sources: sources) { Self.check($0) }
    var noticed: Set<String> = []
    for survivor in survivors {
      guard let block = killing.test(for: survivor, tries: 1000, check: { Self.check($0) }) else { continue }
      noticed.formUnion(survivor.operations)
      #expect(failing(file, block) == nil)
      #expect(failing(survivor.applied(to: file), block) != nil, "\(survivor)")
    }
    #expect(
      noticed.isSuperset(of: ["figure-up", "figure-down", "bound-edge", "pause-dropped", "cap-dropped"]),
      "\(noticed)")
  }

  /// The title of the test that fails or cannot be checked once a block is pasted behind a text; nil for none.
  private func failing(_ file: SourceFile, _ block: String) -> String? {
    let pasted = SourceFile(id: file.id, name: file.name, text: file.text + "\n" + block)
    guard let policy = Self.check(pasted).policy else { return "no policy" }
    return TestRunner.firstFailing(policy)
  }
}
