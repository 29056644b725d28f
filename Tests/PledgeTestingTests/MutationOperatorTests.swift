import PledgeDiagnostics
import PledgeSyntax
import Testing

@testable import PledgeTesting

/// Each operator with texts before and behind it.
@Suite struct MutationOperatorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let operation: String
    let before: String
    let after: String

    init(_ operation: String, _ before: String, _ after: String) {
      self.operation = operation
      self.before = before
      self.after = after
    }

    var testDescription: String { "\(operation): \(before)" }
  }

  private static let head = "pledge 1\n"

  @Test("An operator makes its mistake", arguments: rows)
  func makes(_ row: Row) {
    let file = SourceFile(name: "a.pledge", text: Self.head + row.before)
    let texts = MutantSearch.mutants(of: Parser.parse(file).tree.view)
      .filter { $0.operations == [row.operation] }
      .map { Self.squeezed($0.applied(to: file).text) }
    #expect(texts.contains(Self.squeezed(Self.head + row.after)), "\(texts)")
  }

  @Test("Every operator is shown by a row, and its name is its own")
  func isComplete() {
    let names = MutationOperator.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(Self.rows.map(\.operation)))
    #expect(names.count >= 20)
  }

  /// A text without doubled blanks, which a word that is left out leaves.
  private static func squeezed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  static let rows: [Row] = [
    Row("figure-up", "target t { clock a; within 4 h }", "target t { clock a; within 241 min }"),
    Row("figure-up", "target t { clock a; within 1 h 59 min }", "target t { clock a; within 1 h 60 min }"),
    Row("figure-up", "let x = 99.95%", "let x = 99.96%"),
    Row("figure-up", "let x = 9.9 CNY", "let x = 9.91 CNY"),
    Row("figure-up", "let x = 900 JPY", "let x = 901 JPY"),
    Row("figure-up", "let x = 2 working days", "let x = 3 working days"),
    Row("figure-up", "let x = -2", "let x = -1"),
    Row("figure-down", "target t { clock a; within 4 h }", "target t { clock a; within 239 min }"),
    Row("figure-down", "let x = 10.00", "let x = 9.99"),
    Row("figure-down", "let x = 0.5 h", "let x = 29 min"),
    Row("time-moved", "calendar c { mon 09:00-18:00 }", "calendar c { mon 09:01-18:00 }"),
    Row("time-moved", "calendar c { mon 09:00-18:00 }", "calendar c { mon 09:00-17:59 }"),
    Row("days-exchanged", "let x = 2 working days", "let x = 2 calendar days"),
    Row("days-exchanged", "let x = 2 calendar days", "let x = 2 working days"),
    Row("share-of-dropped", "let x = 5% of fee", "let x = fee"),
    Row("comparison-edge", "let x = n < 3", "let x = n <= 3"),
    Row("comparison-edge", "let x = n >= 3", "let x = n > 3"),
    Row("comparison-turned", "let x = n < 3", "let x = n > 3"),
    Row("bound-edge", "target t { clock a; within 4 h }", "target t { clock a; under 4 h }"),
    Row(
      "bound-edge", "target t { measure count of a; at most 3 }", "target t { measure count of a; under 3 }"),
    Row(
      "bound-edge", "target t { measure count of a; at least 3 }",
      "target t { measure count of a; more than 3 }"),
    Row(
      "bound-edge", "target t { measure count of a; more than 3 }",
      "target t { measure count of a; at least 3 }"),
    Row(
      "bound-edge", "target t { measure count of a; under 3 }", "target t { measure count of a; at most 3 }"),
    Row("cell-edge", "table t {\nn -> x\nat most 3 -> 1\n}", "table t {\nn -> x\nunder 3 -> 1\n}"),
    Row("cell-edge", "table t {\nn -> x\nat least 3 -> 1\n}", "table t {\nn -> x\nover 3 -> 1\n}"),
    Row("cell-edge", "table t {\nn -> x\nunder 3 -> 1\n}", "table t {\nn -> x\nat most 3 -> 1\n}"),
    Row("cell-edge", "table t {\nn -> x\nover 3 -> 1\n}", "table t {\nn -> x\nat least 3 -> 1\n}"),
    Row("cell-edge", "table t {\nn -> x\nover 3 to 5 -> 1\n}", "table t {\nn -> x\n 3 to 5 -> 1\n}"),
    Row(
      "cell-edge", "table t {\nn -> x\nover 3 to 5 -> 1\n}", "table t {\nn -> x\nover 3 to under 5 -> 1\n}"),
    Row("cell-edge", "table t {\nn -> x\n3 to under 5 -> 1\n}", "table t {\nn -> x\n3 to 5 -> 1\n}"),
    Row("equality-negated", "let x = a is b", "let x = a is not b"),
    Row("equality-negated", "let x = a is not b", "let x = a is b"),
    Row("membership-negated", "let x = a in b, c", "let x = a not in b, c"),
    Row("membership-negated", "let x = a not in b, c", "let x = a in b, c"),
    Row("order-turned", "let x = a before b", "let x = a after b"),
    Row("order-turned", "let x = a within 1 h after b", "let x = a within 1 h before b"),
    Row("and-or", "let x = a and b", "let x = a or b"),
    Row("and-or", "let x = a or b", "let x = a and b"),
    Row("not-dropped", "let x = not a", "let x = a"),
    Row("condition-dropped", "refund r { when a; pay b }", "refund r { ; pay b }"),
    Row("condition-dropped", "target t { for a; within b }", "target t { ; within b }"),
    Row("filter-dropped", "target t per k where a { within b }", "target t per k { within b }"),
    Row("filter-dropped", "let x = count(tickets where a)", "let x = count(tickets )"),
    Row("operand-dropped", "let x = a and b and c", "let x = b and c"),
    Row("operand-dropped", "let x = a and b and c", "let x = a and c"),
    Row("operand-dropped", "let x = a or b", "let x = a"),
    Row("branches-exchanged", "let x = if a then b else c", "let x = if a then c else b"),
    Row("case-dropped", "let x = first of { 1 when a; otherwise 2 }", "let x = first of { ; otherwise 2 }"),
    Row("truth-turned", "let x = a is yes", "let x = a is no"),
    Row(
      "member-exchanged", "ticket { k one of gold, silver, tin }\nlet x = k is silver",
      "ticket { k one of gold, silver, tin }\nlet x = k is tin"),
    Row(
      "member-exchanged", "ticket { k one of gold, silver, tin }\nlet x = k in gold, tin",
      "ticket { k one of gold, silver, tin }\nlet x = k in gold, gold"),
    Row("verdict-turned", "refund r { when t is breached; pay 1 }", "refund r { when t is met; pay 1 }"),
    Row(
      "verdict-turned", "target t { measure run of u breached; at most 1 }",
      "target t { measure run of u met; at most 1 }"),
    Row(
      "calendar-exchanged", "calendar c { mon 09:00-18:00 }\ncalendar d = c\ntarget t { on c }",
      "calendar c { mon 09:00-18:00 }\ncalendar d = c\ntarget t { on d }"),
    Row("calendar-dropped", "target t { on c; within 1 h }", "target t { ; within 1 h }"),
    Row(
      "hours-dropped", "calendar c { mon 09:00-18:00; holidays from \"h.yaml\" }",
      "calendar c { mon 09:00-18:00;  }"),
    Row("pause-dropped", "target t { pause a, b }", "target t { pause b }"),
    Row("pause-dropped", "target t { pause a; within 1 h }", "target t { ; within 1 h }"),
    Row("exclusion-dropped", "target t { exclude a, b }", "target t { exclude a }"),
    Row("general-exclusion-dropped", "exclusion e for all targets { when a }\nlet x = 1", "\nlet x = 1"),
    Row("extension-dropped", "target t { extended by a; within 1 h }", "target t { ; within 1 h }"),
    Row("roll-dropped", "target t { by a rolled to 12:00 next day if closed }", "target t { by a  }"),
    Row(
      "event-exchanged", "ticket { event up, down }\nspan s = from up until down",
      "ticket { event up, down }\nspan s = from down until down"),
    Row(
      "event-exchanged", "ticket { event up, down }\nlet x = first up",
      "ticket { event up, down }\nlet x = first down"),
    Row(
      "span-exchanged", "span a = from x until y\nspan b = a\ntarget t { clock a }",
      "span a = from x until y\nspan b = a\ntarget t { clock b }"),
    Row("event-dropped", "span s = from a or b until c", "span s = from b until c"),
    Row("event-dropped", "span s = from a until b or c", "span s = from a until b"),
    Row("occurrence-exchanged", "let x = first a", "let x = last a"),
    Row("occurrence-exchanged", "let x = last a", "let x = first a"),
    Row("occurrence-exchanged", "let x = 3rd a", "let x = first a"),
    Row("length-dropped", "span s = from a until b longer than 5 min", "span s = from a until b"),
    Row("length-dropped", "span s = from a until b up to 4 h", "span s = from a until b"),
    Row("allowance-dropped", "exclusion e { during a up to 4 h each month }", "exclusion e { during a  }"),
    Row("cycle-dropped", "target t { clock each a; within 1 h }", "target t { clock  a; within 1 h }"),
    Row("cycle-dropped", "target t { each cycle within 1 h }", "target t {  within 1 h }"),
    Row("day-end-exchanged", "calendar c { day ends at close }", "calendar c { day ends at midnight }"),
    Row(
      "day-end-exchanged", "calendar c { day ends at midnight, late arrival counts as today }",
      "calendar c { day ends at midnight, late arrival counts as next working day }"),
    Row(
      "period-exchanged", "target t per k each month { at most 1 }",
      "target t per k each quarter { at most 1 }"),
    Row("measure-exchanged", "target t { measure total of a }", "target t { measure longest of a }"),
    Row(
      "measure-rule-dropped", "target t { measure total of a longer than 5 min }",
      "target t { measure total of a  }"),
    Row("frame-line-dropped", "target t { partial whole; at most 1 }", "target t { ; at most 1 }"),
    Row("row-dropped", "table t {\nn -> x\n1 -> 1\nany -> 2\n}", "table t {\nn -> x\n\nany -> 2\n}"),
    Row(
      "tiers-exchanged", "table t {\nn -> x\n1 -> 1\nany -> 2\n}", "table t {\nn -> x\n1 -> 2\nany -> 1\n}"),
    Row("cell-widened", "table t {\nn -> x\n1 -> 1\nany -> 2\n}", "table t {\nn -> x\nany -> 1\nany -> 2\n}"),
    Row("cell-item-dropped", "table t {\nn -> x\n1, 2 -> 1\n}", "table t {\nn -> x\n2 -> 1\n}"),
    Row(
      "cap-dropped", "refund r { when a; cap 5 CNY; issue above 1 CNY }",
      "refund r { when a; ; issue above 1 CNY }"),
    Row("minimum-dropped", "refund r { when a; issue above 1 CNY }", "refund r { when a;  }"),
    Row("minimum-edge", "refund r { issue above 1 CNY }", "refund r { issue at least 1 CNY }"),
    Row("minimum-edge", "refund r { issue at least 1 CNY }", "refund r { issue above 1 CNY }"),
    Row("claim-dropped", "refund r { when a; claim b until c; pay 1 }", "refund r { when a; ; pay 1 }"),
    Row("use-window-dropped", "right r { when a; use within 5 h after b }", "right r { when a;  }"),
    Row("rounding-dropped", "refund r { when a; round up to 1 CNY }", "refund r { when a;  }"),
    Row("rounding-exchanged", "refund r { round up to 1 CNY }", "refund r { round down to 1 CNY }"),
    Row("rounding-exchanged", "refund r { round half even to 1 CNY }", "refund r { round up to 1 CNY }"),
    Row("unit-rounding-exchanged", "let x = a per started 1 h b", "let x = a per full 1 h b"),
    Row("unit-rounding-exchanged", "let x = a per exact 1 h b", "let x = a per started 1 h b"),
    Row("combination-exchanged", "combine c = sum of a, b", "combine c = greatest of a, b"),
    Row("combination-exchanged", "combine c = first of a, b", "combine c = greatest of a, b"),
    Row("combined-item-dropped", "combine c = sum of a, b", "combine c = sum of a"),
    Row("payee-dropped", "refund r { pay 1 CNY to a, b as credit }", "refund r { pay 1 CNY to b as credit }"),
    Row(
      "rate-exchanged", "refund r { pay a each day at its rate }",
      "refund r { pay a all days at the rate reached }"),
    Row(
      "rate-exchanged", "refund r { pay a all days at the rate reached }",
      "refund r { pay a each day at its rate }"),
    Row("sign-turned", "let x = a + b", "let x = a - b"),
    Row("sign-turned", "let x = a minus b", "let x = a + b"),
    Row("sign-turned", "let x = a * b", "let x = a / b"),
    Row("extreme-exchanged", "let x = min(a, b)", "let x = max(a, b)"),
    Row(
      "field-exchanged", "register r by k { fee, rent money }\nlet x = r.fee",
      "register r by k { fee, rent money }\nlet x = r.rent"),
    Row("step-dropped", "escalation e { clock a; at 1 h tell boss }", "escalation e { clock a;  }"),
    Row(
      "step-condition-dropped", "escalation e { at 1 h tell boss when a }",
      "escalation e { at 1 h tell boss  }"),
    Row(
      "evidence-dropped", "escalation e { at 1 h tell boss done when a }",
      "escalation e { at 1 h tell boss  }"),
    Row(
      "recipient-dropped", "escalation e { at 1 h tell boss, chief }", "escalation e { at 1 h tell chief }"),
    Row(
      "step-repeated-once", "escalation e { every 2 h after 1 h tell boss }",
      "escalation e { at 1 h tell boss }"),
  ]
}
