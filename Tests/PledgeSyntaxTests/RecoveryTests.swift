import PledgeSyntax
import Testing

@Suite("Recovery")
struct RecoveryTests {
  @Test(
    "gives one message a mistake",
    arguments: [
      ("", "P0001"), ("policy \"x\" { id a }", "P0001"), ("pldge 1\nlet x = 1", "P0001"),
      ("pledge 2\nlet x = 1", "P0002"),
      ("pledge 1 fr\nlet x = 1", "P0003"), ("pledge 1 zh\nlet x = 1", "P0009"),
      ("pledge\nlet x = 1", "P0004"),
      ("pledge 1\ntarget t {\n  clock a from b\n}\nlet x = 1", "P0005"),
      ("pledge 1\ntarget t {\n  clok a\n  within 1 h\n}", "P0010"),
      ("pledge 1\ntraget t {\n  within 1 h\n}\nlet x = 1", "P0009"),
      ("pledge 1\ntarget t {\n  within 1 h\n\nlet x = 1", "P0007"),
      ("pledge 1\nlet x = 1 }\nlet y = 2", "P0008"),
      ("pledge 1\nlet first = 1\nlet y = 2", "P0012"), ("pledge 1\n}\nlet x = 1", "P0008"),
      ("pledge 1\nlet x = a and\nlet y = 2", "P0004"),
      ("pledge 1\nrefund r {\n  when a is\n  pay 5 CNY\n}", "P0004"),
      ("pledge 1\ntable t {\n  a -> b\n  x 1\n  y -> 2\n}", "P0004"),
      ("pledge 1\ntarget t {{ within 1 h }", "P0006"),
      ("pledge 1\ntarget t { within 1 h } }\nlet y = 2", "P0008"),
      ("pledge 1\ntarget t\n  within 1 h\n}\nlet y = 2", "P0004"),
      ("pledge 1\ntarget t {\n  clock a a\n}", "P0006"),
      ("pledge 1\ntest \"t\" {\n  cases {\n    a -> b\n    1 2\n    3 -> 4\n  }\n}", "P0004"),
    ])
  func one(text: String, code: String) {
    let reading = Reading(text)
    #expect(reading.diagnostics.map(\.code.description) == [code], "\(reading.summary)")
    #expect(reading.isLossless)
  }

  @Test("marks a token that does not fit with the one before it")
  func marks() {
    let reading = Reading.declarations("target t {\n  within 4 houses\n}")
    #expect(reading.diagnostics.map { reading.tree.file.text(in: $0.range) } == ["4 houses"])
  }

  @Test("takes a brace too many for the one that does not end a block")
  func excessBrace() {
    let reading = Reading.declarations(
      "ticket {\n  event a, }, b\n  site text\n}\nlet x = 2")
    #expect(reading.diagnostics.count == 1)
    guard case .ticket(let ticket)? = reading.view.declarations.first else {
      Issue.record("lost the ticket")
      return
    }
    #expect(ticket.lines.count == 2)
    #expect(reading.view.declarations.count == 2)
  }

  @Test("finds each of twenty mistakes on lines of their own")
  func twenty() {
    let wrong = "  clok a\n  within 1 h\n  pause\n  on of\n"
    let block = "target t {\n" + wrong + "}\n"
    let reading = Reading.declarations(String(repeating: block, count: 7))
    #expect(reading.diagnostics.count == 21)
    #expect(reading.view.declarations.count == 7)
  }

  @Test("goes on behind a damaged declaration, which says that it is damaged")
  func goesOn() {
    let reading = Reading.declarations("target a b c { within 1 h }\nlet x = 2")
    #expect(reading.diagnostics.count == 1)
    guard reading.view.declarations.count == 2, case .target(let target) = reading.view.declarations[0],
      case .let(let second) = reading.view.declarations[1]
    else {
      Issue.record("lost a declaration")
      return
    }
    #expect(target.isDamaged && target.lines.count == 1)
    #expect(!second.isDamaged && outline(second.definition) == "2")
  }

  @Test("suggests the word that was meant and a fix")
  func suggests() {
    let reading = Reading.declarations("target t {\n  witin 1 h\n}")
    #expect(
      reading.diagnostics.first?.fact
        == .syntax(.unknownClause(found: "witin", block: .target, suggestion: "within")))
    #expect(reading.diagnostics.first?.fixes.first?.edits.first?.replacement == "within")
  }

  @Test("lets a field be called like a declaration")
  func fields() {
    let reading = Reading.declarations(
      "ticket {\n  role text\n  share, start, end, over text\n  event a { role text }\n}")
    #expect(reading.summary == [])
  }
}
