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
    #expect(classification.memory.map { $0.name } == ["circuits"])
  }

  @Test("Declarations stand in the order of their strata")
  func order() throws {
    let text = Checks.policy(
      "exclusion e { when count > 1 }\nspan s = from reported until restored\nlet x = 1")
    let classification = Classification(try #require(Checks.result(text).policy))
    #expect(classification.entries.map(\.name) == ["circuits", "s", "x", "e", "restore"])
  }

  @Test("What several tickets make together is found in a pass of its own")
  func spansOfKeys() throws {
    let text = Checks.policy(
      "span down per circuit = from reported until restored\nspan many = at least 2 circuit of down\n"
        + "let x = total(many)")
    let classification = Classification(try #require(Checks.result(text).policy))
    let classes = classification.entries.filter { ["down", "many", "x", "restore"].contains($0.name) }
    #expect(classes.map(\.evaluationClass) == [.global, .global, .global, .ticket])
    #expect(classification.passes.count == 2)
    #expect(classification.memory.contains { $0 == ("down", .disjointIntervals(ofKey: true)) })
  }
}
