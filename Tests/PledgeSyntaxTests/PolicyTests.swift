import PledgeSyntax
import Testing

@Suite("Whole policies")
struct PolicyTests {
  @Test("parse without a message and keep every byte", arguments: Policies.all)
  func parse(policy: String) {
    let reading = Reading(policy)
    #expect(reading.summary == [])
    #expect(reading.isLossless)
  }
}
