import PledgeDiagnostics
import PledgeSyntax
import Testing

@Suite("Words of other texts")
struct ForeignWordsTests {
  /// What is written, what to write instead, and how the rest is read.
  private static let expressions: [(text: String, instead: String, outline: String)] = [
    ("a = b", "is", "[a is b]"), ("a == b", "is", "[a is b]"), ("a != b", "is not", "[a is not b]"),
    ("a <> b", "is not", "[a is not b]"), ("a ≠ b", "is not", "[a is not b]"), ("!a", "not", "[not a]"),
    ("a && b", "and", "[a and b]"), ("a || b", "or", "[a or b]"), ("a => 3", ">=", "[a greaterOrEqual 3]"),
    ("a =< 3", "<=", "[a lessOrEqual 3]"), ("a ≥ 3", ">=", "[a greaterOrEqual 3]"),
    ("a × 3", "*", "[a times 3]"), ("a in [b, c]", "(", "[a in b, c]"), ("a is in b, c", "in", "[a in b, c]"),
    ("a is not in b, c", "not in", "[a not in b, c]"), ("a is one of b, c", "in", "[a in b, c]"),
    ("4 hours", "4 h", "4 hours"), ("1 Hour", "1 h", "1 Hour"),
    ("2 business days", "working", "2 business days"),
    ("5 percent of a", "5%", "[5 percent of a]"), ("100 yuan", "100 CNY", "100 yuan"),
    ("$ 100", "100 USD", "$ 100"), ("EUR 100", "100 EUR", "EUR 100"),
    ("if a then b elseif c then d else e", "else if", "[if a then b else [if c then d else e]]"),
    ("from a to b", "until", "[from a until b]"), ("first(a)", "", "[first a]"),
    ("a per started hour b", "h", "[a per started hour b]"),
  ]

  @Test("give one message with what to write, and are read as that", arguments: expressions)
  func expression(text: String, instead: String, outline expected: String) {
    let reading = Reading.expression(text)
    #expect(reading.diagnostics.count == 1, "\(reading.summary)")
    #expect(written(reading.diagnostics.first) == instead)
    #expect(outline(reading.expression) == expected)
    #expect(reading.isLossless)
  }

  private func written(_ diagnostic: Diagnostic?) -> String? {
    switch diagnostic?.fact {
    case .syntax(.foreign(_, let instead)): instead ?? ""
    case .token(.foreignSign(_, let instead)): instead
    case _: nil
    }
  }

  @Test(
    "in lines give one message with what to write",
    arguments: [
      ("target t per a per month { within 1 h }", "each month"),
      ("target t monthly { within 1 h }", "each month"),
      ("target t every quarter { within 1 h }", "each quarter"),
      ("target t {\n  <= 4 h\n}", "within` or `at most"), ("target t {\n  minimum 4\n}", "at least"),
      ("exclusion t {\n  if a\n}", "when"),
      ("exclusion t {\n  // why\n  when a\n}", "#` before a comment, not `//"),
      ("refund t {\n  when a is breached\n  pay 1,000 CNY\n}", "1000"),
      ("refund t {\n  when a breached\n  pay 1 CNY\n}", "is breached"),
      ("refund t {\n  when a is breached\n  pay 5 CNY per hour over\n}", "per started 1 h"),
      ("refund t {\n  when a is breached\n  pay 5 CNY per 30 min over\n}", "per started 30 min"),
      ("refund t {\n  when a is breached\n  pay 5 CNY per month\n}", "each month"),
      ("refund t {\n  when a IS breached\n  pay 5 CNY\n}", "is"),
      ("calendar c {\n  mon-fri 9:00-17:00\n}", ".."), ("calendar c {\n  mon..fri 9:00..17:00\n}", "-"),
      ("calendar c {\n  mon..fri 9:00—17:00\n}", "-"), ("table t {\n  a -> b\n  < 3 -> 1\n}", "under"),
      ("table t {\n  a -> b\n  1-3 -> 1\n}", "to"), ("table t {\n  a -> b\n  else -> 1\n}", "otherwise"),
      ("table t {\n  a -> b\n  * -> 1\n}", "any"), ("table t {\n  a => b\n  1 -> 1\n}", "->"),
      ("ticket {\n  a one of (b, c)\n}", ""), ("ticket {\n  a b, c\n}", "one of b, …"),
      ("test \"x\" {\n  expect t is met\n}", ""), ("test \"x\" {\n  given { a = b }\n}", ""),
    ])
  func line(text: String, instead: String) {
    let reading = Reading.declarations(text)
    #expect(reading.diagnostics.count == 1, "\(reading.summary)")
    #expect(written(reading.diagnostics.first) == instead)
    #expect(reading.isLossless)
  }

  @Test(
    "that are dates and instants give one message",
    arguments: [
      ("2026-03-02T10:00Z", "P0036"), ("2026-03-02T10:00:30.25+0800", "P0036"),
      ("2026-03-02 10:00+08:00", "P0036"),
      ("2026/03/02", "P0026"), ("02.03.2026 10:00", "P0026"),
    ])
  func instant(text: String, code: String) {
    let reading = Reading.declarations("test \"x\" {\n  \(text)  reported\n  expect a met\n}")
    #expect(reading.diagnostics.map(\.code.description) == [code], "\(reading.summary)")
    #expect(reading.isLossless)
  }

  @Test(
    "that are no mistake give no message",
    arguments: [
      "let x = a in (1,200)", "let x = a in 5,100", "calendar c {\n  mon..fri 09:00-12:00,13:00-17:00\n}",
      "let x = at least 3 hours of outage", "let x = total(a)", "let x = 2400/12/2", "let x = 2026/4",
      "register hours by hour { minutes integer }",
      "table t {\n  a | b -> c\n  1 | any -> 2\n}",
    ])
  func nothing(text: String) {
    let reading = Reading.declarations(text)
    #expect(reading.diagnostics.isEmpty, "\(reading.summary)")
  }

  @Test("are told in the words of the dialect")
  func chinese() {
    let hours = Reading("pledge 1 zh\n\n定义 时限 = 4 hours\n")
    #expect(hours.diagnostics.map { written($0) } == ["4 小时"], "\(hours.summary)")
    let equal = Reading("pledge 1 zh\n\n定义 真 = 甲 == 乙\n")
    #expect(equal.diagnostics.map { written($0) } == ["为"], "\(equal.summary)")
  }
}
