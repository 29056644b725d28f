import PledgePolicy
import Testing

@Suite("What can run apart")
struct ClassificationTests {
  @Test("Declarations of one ticket need one pass and no memory")
  func oneTicket() throws {
    let text = Checks.policy("let x = count + 1\nrefund r { when restore is breached; pay 5.00 CNY }")
    let classification = Classification(try #require(Checks.result(text).policy))
    #expect(classification.entries.allSatisfy { $0.evaluationClass == .ticket })
    #expect(classification.passes.count == 1)
    #expect(classification.memory == ["circuits: rows of the register"])
  }

  @Test("Declarations stand in the order of their strata")
  func order() throws {
    let text = Checks.policy("exclusion e { when count > 1 }\nspan s = from reported until restored\nlet x = 1")
    let classification = Classification(try #require(Checks.result(text).policy))
    #expect(classification.entries.map(\.name) == ["circuits", "s", "x", "e", "restore"])
  }
}
