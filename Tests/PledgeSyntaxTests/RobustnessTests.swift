import PledgeDiagnostics
import PledgeSyntax
import PledgeTestSupport
import Testing

@Suite("Any input")
struct RobustnessTests {
  @Test("of random bytes gives a tree that holds them", arguments: 0..<40)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let count = Int.random(in: 0..<400, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(Reading(bytes: bytes).isLossless, "seed \(seed)")
    }
  }

  @Test("of shuffled tokens gives a tree that holds them", arguments: 0..<40)
  func tokens(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = Policies.all.flatMap { policy in Reading(policy).view.node.tokens.map(\.text) }
    for _ in 0..<8 {
      let count = Int.random(in: 0..<200, using: &generator)
      let blanks = [" ", "\n", "\n  ", "", " "]
      let text = (0..<count).map { _ in
        (words.randomElement(using: &generator) ?? "") + (blanks.randomElement(using: &generator) ?? " ")
      }
      let reading = Reading(text.joined())
      #expect(reading.isLossless, "seed \(seed)")
      // Every view can be asked, whatever is missing.
      for declaration in reading.view.declarations { _ = "\(declaration)" }
    }
  }

  @Test("cut off anywhere gives a tree that holds it", arguments: Policies.all)
  func prefixes(policy: String) {
    let bytes = Array(policy.utf8)
    for end in stride(from: 0, to: bytes.count, by: 23) {
      #expect(Reading(bytes: Array(bytes[..<end])).isLossless)
    }
  }

  @Test(
    "nested too deep is one message",
    arguments: [
      String(repeating: "(", count: 20_000), String(repeating: "not ", count: 20_000),
      String(repeating: "if ", count: 20_000), "a" + String(repeating: " + a", count: 20_000),
      "a" + String(repeating: " of a", count: 20_000), "a" + String(repeating: ".a", count: 20_000),
      "a" + String(repeating: " or a", count: 20_000), String(repeating: "f(", count: 20_000),
      String(repeating: "end of ", count: 20_000), String(repeating: "during ", count: 20_000),
      String(repeating: "first of { ", count: 20_000), "a" + String(repeating: " at a", count: 20_000),
    ])
  func depth(text: String) {
    let reading = Reading.expression(text)
    #expect(reading.isLossless)
    #expect(reading.diagnostics.filter { $0.code.number == 92 }.count == 1)
    _ = outline(reading.expression)
  }

  @Test("with a long test in a test is bounded too")
  func nestedTests() {
    let text = "pledge 1\ntest \"t\" {\n" + String(repeating: "ticket \"a\" {\n", count: 5_000)
    let reading = Reading(text)
    #expect(reading.isLossless)
    #expect(reading.diagnostics.count < 10)
  }

  @Test("larger than the limit is one message and loses nothing")
  func size() {
    let reading = Reading(bytes: Array(repeating: 0x20, count: SyntaxLimits.fileBytes + 1))
    #expect(reading.diagnostics.first?.code.number == 90)
    #expect(reading.isLossless)
  }

  @Test("with a huge token names the limit")
  func token() {
    let reading = Reading.expression(String(repeating: "a", count: SyntaxLimits.tokenBytes + 1))
    #expect(reading.diagnostics.map(\.code.number) == [91])
  }

  @Test("with thousands of errors says so and stops")
  func messages() {
    let reading = Reading.declarations(
      "ticket {\n" + String(repeating: "  x text text2 y\n", count: 1_500) + "}")
    #expect(reading.diagnostics.count == SyntaxLimits.messages + 1)
    #expect(reading.diagnostics.last?.code.number == 93)
  }

  @Test("of thousands of damaged clauses on one line is read in linear time")
  func longLine() {
    let clauses = String(repeating: "let a = 1 1 2; let b = { 3; ", count: 5_000)
    #expect(Reading.declarations(clauses).isLossless)
    let settings = String(repeating: "given 1 x; expect } 2 3; ", count: 5_000)
    #expect(Reading.declarations("test \"t\" { " + settings).isLossless)
  }

  @Test("of 10,000 lines is read in linear time")
  func speed() {
    let block = "target t { clock from a until b; within 4 h }\n"
    let reading = Reading.declarations(String(repeating: block, count: 10_000))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.view.declarations.count == 10_000)
  }
}
