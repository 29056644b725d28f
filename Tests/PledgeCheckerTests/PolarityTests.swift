import PledgePolicy
import Testing

@testable import PledgeChecker

@Suite("Polarity of verdicts")
struct PolarityTests {
  /// What an exclusion or a pause can turn a verdict into.
  private static func moves(_ verdict: Verdict) -> [Verdict] {
    switch verdict {
    case .breached: [.excused, .pending, .met]
    case .excused: [.met, .pending]
    case .met, .pending, .notApplicable, .undecided: []
    }
  }

  @Test("A question falls, rises or does neither exactly as its answers move, for all sets of verdicts")
  func allSets() {
    let all = Verdict.allCases
    for bits in 0..<(1 << all.count) {
      let asked = all.indices.filter { bits & (1 << $0) != 0 }.map { all[$0] }
      var rises = false
      var falls = false
      for before in all {
        for after in Self.moves(before) {
          if !asked.contains(before), asked.contains(after) { rises = true }
          if asked.contains(before), !asked.contains(after) { falls = true }
        }
      }
      let polarity = Polarity(asked)
      #expect(
        polarity == (rises && falls ? .mixed : rises ? .rising : falls ? .falling : .constant), "\(asked)")
    }
  }

  @Test("The opposite question moves the opposite way")
  func opposites() {
    let all = Verdict.allCases
    for bits in 0..<(1 << all.count) {
      let asked = all.indices.filter { bits & (1 << $0) != 0 }.map { all[$0] }
      #expect(Polarity(all.filter { !asked.contains($0) }) == Polarity(asked).flipped, "\(asked)")
    }
  }

  @Test(
    "Warnings of refunds and targets",
    arguments: [
      ("refund r { when restore is breached; pay 5.00 CNY per started 1 h over }", [String]()),
      ("refund r { when not (restore is met); pay 5.00 CNY }", ["P0752"]),
      ("refund r { when restore is excused; pay 5.00 CNY }", ["P0750"]),
      (
        "refund r { when count > 1; pay if restore is breached then 1.00 CNY else 2.00 CNY }",
        ["P0755", "P0750"]
      ),
      ("refund r { when count > 1; pay if restore is breached then 2.00 CNY else 1.00 CNY }", ["P0755"]),
      ("refund r { when count > 1; pay 1.00 CNY per started 1 h restore.over }", []),
      ("target t { for restore is breached; clock from reported until restored; within 1 h }", []),
      ("target t { for restore is met; clock from reported until restored; within 1 h }", ["P0751"]),
      ("exclusion e { when count > 1 }", []),
    ])
  func warnings(_ body: String, _ codes: [String]) {
    #expect(Checks.codes(Checks.policy(body)) == codes, "\(body)")
  }
}
