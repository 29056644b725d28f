import PledgeSyntax
import Testing

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "bind as the grammar says",
    arguments: [
      ("a or b and c", "[a or [b and c]]"),
      ("not a and b", "[[not a] and b]"),
      ("not a is b", "[not [a is b]]"),
      ("a - b - c", "[[a minus b] minus c]"),
      ("a + b * c", "[a plus [b times c]]"),
      ("a * b / c", "[[a times b] divided c]"),
      ("a minus b minus c", "[[a spanMinus b] spanMinus c]"),
      ("5% of a + b", "[[5 % of a] plus b]"),
      ("5% of a.b * c", "[[5 % of [a.b]] times c]"),
      ("a of b of c", "[a of [b of c]]"),
      ("fee at (period.start - 1 month)", "[fee at [[period.start] minus 1 month]]"),
      ("fee at period.start - 1 month", "[[fee at [period.start]] minus 1 month]"),
      ("5% of fee at t", "[5 % of [fee at t]]"),
      ("8 h on office", "[8 h on office]"),
      ("5% of fee per started 1 h over", "[[5 % of fee] per started 1 h over]"),
      ("9.98 GBP per started calendar day over", "[9.98 GBP per started calendar day over]"),
      ("a per exact 1 h over + b", "[[a per exact 1 h over] plus b]"),
      ("a <= b and c > d", "[[a lessOrEqual b] and [c greater d]]"),
      ("a is not b", "[a is not b]"),
      ("a is not applicable", "[a is not applicable]"),
      ("a in b, c and d", "[[a in b, c] and d]"),
      ("a not in (b + 1, c)", "[a not in [b plus 1], c]"),
      ("f(a in b, c)", "f([a in b, c])"),
      ("a within 24 h after b", "[a within 24 h after b]"),
      ("a within 1 h before b or c", "[[a within 1 h before b] or c]"),
      ("a during office", "[a during office]"),
      ("a overlaps b", "[a overlaps b]"),
      ("reported before 16:00", "[reported before 16:00]"),
      ("count(tickets where x is y) >= 3", "[count(tickets where [x is y]) greaterOrEqual 3]"),
      ("-5 - -3", "[- 5 minus - 3]"),
      ("1 h 30 min + 2 s", "[1 h 30 min plus 2 s]"),
    ])
  func bind(text: String, outline expected: String) {
    let reading = Reading.expression(text)
    #expect(reading.summary == [])
    #expect(outline(reading.expression) == expected)
  }

  @Test(
    "of words take the innermost construct",
    arguments: [
      ("from a or b until c or d + 24 h", "[from a | b until c | d + 24 h]"),
      ("from a until b longer than 1 min up to 4 h", "[from a until b longer than 1 min up to 4 h]"),
      ("from 3rd a within 30 min until last b", "[from 3rd a within 30 min until last b]"),
      ("a or from b until c or d", "[a or [from b until c | d]]"),
      ("during priority is P1", "[during [priority is P1]]"),
      ("(during a) and b", "[[during a] and b]"),
      ("at least 3 circuit of outage where x is y", "[3 circuit of outage]"),
      ("if a then b else if c then d else e", "[if a then b else [if c then d else e]]"),
      ("end of 2nd working day after reported", "[end of 2nd working day after reported]"),
      ("end of promised", "[end of promised]"),
      ("next month", "[next month]"),
      ("next of start", "[next of start]"),
      ("first reported", "[first reported]"),
      ("3rd complaint before last restored", "[[3rd complaint] before [last restored]]"),
      ("first of { a when b; otherwise c }", "[first a when b; otherwise c]"),
      ("(first of {\n a when b\n otherwise c\n})", "[first a when b; otherwise c]"),
      ("`or` + start + over", "[[or plus start] plus over]"),
      ("this.city is city", "[[this.city] is city]"),
      ("yes or no", "[yes or no]"),
      ("2026-03-02 10:00 before 2026-03-03", "[2026-03-02 10:00 before 2026-03-03]"),
    ])
  func words(text: String, outline expected: String) {
    let reading = Reading.expression(text)
    #expect(reading.summary == [])
    #expect(outline(reading.expression) == expected)
  }

  @Test(
    "go on over line ends as the language page says",
    arguments: [
      ("a\n  and b", "[a and b]"), ("a\n  or b\n  or c", "[[a or b] or c]"),
      ("a\n  minus b", "[a spanMinus b]"),
      ("if a\n  then b\n  else c", "[if a then b else c]"), ("a +\n  b", "[a plus b]"),
      ("a in b,\n  c", "[a in b, c]"), ("(a\n  + b)", "[a plus b]"), ("f(\n  a,\n  b\n)", "f(a, b)"),
      ("\n  a", "a"), ("a is\n  b", "[a is b]"),
    ])
  func lines(text: String, outline expected: String) {
    let reading = Reading.expression(text)
    #expect(reading.summary == [])
    #expect(outline(reading.expression) == expected)
  }

  @Test(
    "that are wrong give one message",
    arguments: [
      ("a < b < c", "P0011 3:15 two comparisons stand in a row"),
      ("a-b", "P0013 3:10 a minus between two values needs a blank on both sides"),
      ("a +", "P0004 3:12 expected an expression, found the end of the line"),
      ("(a + b", "P0007 3:15 a closing `)` is missing"),
      ("a b", "P0005 3:9 `b` cannot stand here"),
      ("a a", "P0006 3:11 `a` stands here twice"),
      ("5 hourz", "P0004 3:9 expected a unit or a currency, found `hourz`"),
      ("if a then b", "P0004 3:20 expected `else`, found the end of the line"),
      ("from until b", "P0004 3:9 expected an event, found `until`"),
      ("f()", "P0004 3:10 expected an expression, found `)`"),
      ("then", "P0004 3:7 expected an expression, found `then`"),
    ])
  func wrong(text: String, message: String) {
    let reading = Reading.expression(text)
    #expect(reading.summary == [message])
    #expect(reading.isLossless)
  }
}
