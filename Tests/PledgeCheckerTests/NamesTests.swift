import Testing

@Suite("Names and circles")
struct NamesTests {
  @Test(
    "Declarations in a circle are one error",
    arguments: [
      "let a = b + 1\nlet b = a + 1", "let a = a + 1", "let a = if restore is met then t.x else 1\n"
        + "table t {\n a -> x\n under 1 -> 1\n otherwise -> 2\n}",
      "calendar a = b and c\ncalendar b = a or c\ncalendar c { mon..fri 09:00-18:00 }",
      "exclusion e for one { when one is breached }\n"
        + "target one { clock from reported until restored; within 1 h }",
      "target one { for two is met; clock from reported until restored; within 1 h }\n"
        + "target two { for one is met; clock from reported until restored; within 1 h }",
    ])
  func circles(_ body: String) {
    #expect(Checks.codes(Checks.policy(body)) == ["P0107"], "\(body)")
  }

  @Test("Registers may name each other as keys")
  func registers() {
    let body = "register a by a { other key of b }\nregister b by b { other key of a }"
    #expect(Checks.codes(Checks.policy(body)) == [])
  }

  @Test("The order of declarations does not matter")
  func order() {
    #expect(Checks.codes(Checks.policy("let a = b + 1\nlet b = 1")) == [])
  }

  @Test("A name means one thing, whatever its sort")
  func duplicates() {
    #expect(Checks.codes(Checks.policy("let restore = 1")) == ["P0104"])
    #expect(Checks.codes(Checks.policy("param closed = 5%")) == ["P0104"])
  }
}
