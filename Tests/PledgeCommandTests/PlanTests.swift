import Foundation
import Testing

@Suite("check --plan")
struct PlanTests {
  @Test("The plan says classes, passes and memory, as text and as JSON")
  func plan() throws {
    let text = try Command(["check", "--plan", Command.policy])
    #expect(text.status == 0)
    for part in ["plan of", "pass 1", "ticket targets", "memory"] {
      #expect(text.output.contains(part), "\(part) in \(text.output)")
    }
    let json = try Command(["check", "--plan", "--format", "json", Command.policy])
    #expect(json.output.contains(#""class": "T""#) && json.output.contains(#""passes": ["#))
    #expect(try !Command(["check", "--format", "json", Command.policy]).output.contains("plans"))
  }
}
