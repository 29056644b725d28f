import PledgeDiagnostics
import PledgeSyntax
import Testing

@Suite("Tokens")
struct LexerTests {
  /// The tokens of a text without the edition line and the end.
  private func tokens(_ text: String) -> [SyntaxToken] {
    Reading(text).view.node.tokens.dropLast()
  }

  @Test(
    "have their kinds",
    arguments: [
      ("1_000.50", [TokenKind.number]), ("2026-03-02", [.date]),
      ("2026-03-02..2026-03-05", [.date, .dotDot, .date]),
      ("9:00-18:00", [.time, .minus, .time]), ("24:00", [.time]), ("10:30:05.123456", [.time]),
      ("1st", [.ordinal]),
      ("22nd", [.ordinal]), ("3rds", [.number, .name]), ("99.95%", [.number, .percent]),
      ("4h", [.number, .name]),
      ("`two words`", [.quotedName]), ("\"a \\\" b\"", [.text]), ("“a”", [.text]),
      ("a.b", [.name, .dot, .name]),
      ("<= >= < > -> - |", [.lessEqual, .greaterEqual, .less, .greater, .arrow, .minus, .pipe]),
      (
        "（a，b；c）｛｝｜％、",
        [
          .openParen, .name, .comma, .name, .semicolon, .name, .closeParen, .openBrace, .closeBrace, .pipe,
          .percent, .comma,
        ]
      ),
      ("电路 _x ä1", [.name, .name, .name]), ("2026-04", [.number, .minus, .number]), ("10：30", [.time]),
    ])
  func kinds(text: String, kinds: [TokenKind]) {
    #expect(tokens(text).map(\.kind) == kinds)
  }

  @Test(
    "that are wrong are reported once, with the position",
    arguments: [
      ("let x = \"a", "P0020 3:9"), ("let x = \"a\\q\"", "P0021 3:11"), ("let x = `a", "P0022 3:9"),
      ("let x = ``", "P0023 3:9"),
      ("let e\u{301} = 1", "P0024 3:5"), ("let x = 1__0", "P0025 3:9"), ("let x = 2026-13-01", "P0026 3:9"),
      ("let x = 2026-3-1", "P0026 3:9"), ("let x = 24:01", "P0027 3:9"), ("let x = 9:5", "P0027 3:9"),
      ("let x = 10:00:00.1234567", "P0027 3:9"), ("let x = 2st reported", "P0028 3:9"),
      ("let x = a\u{0} + b", "P0031 3:10"),
      ("let x = a\u{200B}b", "P0032 3:10"), ("let x = \"\u{202E}\"", "P0032 3:10"),
      ("# \u{2066}", "P0032 3:3"),
      ("let x = a @ b", "P0033 3:11"), ("let x ＝ 1", "P0034 3:7"), ("let x = 1 # \u{7}", "P0031 3:13"),
    ])
  func wrong(text: String, message: String) {
    let reading = Reading.declarations(text)
    #expect(reading.summary.map { String($0.prefix(message.count)) } == [message])
    #expect(reading.isLossless)
  }

  @Test("that are not UTF-8 name the byte and do not stop the rest")
  func invalidUTF8() {
    let bytes = Array("pledge 1\nlet a = 1\n".utf8) + [0xFF, 0xC0] + Array("\nlet b = + \n".utf8)
    let reading = Reading(bytes: bytes)
    #expect(reading.diagnostics.map(\.code.number) == [30, 4])
    #expect(reading.diagnostics.first?.fact == .token(.invalidUTF8(byteOffset: 19)))
    #expect(reading.isLossless)
  }

  @Test("spell numbers, texts, dates and times that views take apart")
  func literals() {
    guard case .literal(.quantity(let quantity))? = Reading.expression("-1_000.5 CNY").expression,
      case .literal(.text(let text))? = Reading.expression("\"a\\n\\\"\\u{4e2d}\"").expression,
      case .literal(.instant(let instant))? = Reading.expression("2026-03-02 9:05:07.25").expression
    else {
      Issue.record("not literals")
      return
    }
    #expect(quantity.isNegative && quantity.parts.map(\.digits) == ["1000.5"])
    #expect(quantity.parts.first?.unit?.kind == .currency(code: "CNY"))
    #expect(text.contents == "a\n\"中")
    #expect(instant.date?.year == 2026 && instant.date?.month == 3 && instant.date?.day == 2)
    #expect(instant.time?.hour == 9 && instant.time?.minute == 5 && instant.time?.second == 7)
    #expect(instant.time?.microsecond == 250_000)
  }

  @Test("of every unit and weekday are known by each spelling")
  func units() {
    for row in UnitTable.rows {
      for spelling in row.english {
        guard case .literal(.quantity(let view))? = Reading.expression("2 \(spelling)").expression else {
          Issue.record("no quantity: \(spelling)")
          continue
        }
        #expect(view.parts.first?.unit?.kind == .plain(row.unit))
      }
    }
    #expect(WeekdayTable.weekday(spelled: "thu", in: .english) == .thursday)
    #expect(WeekdayTable.weekday(spelled: "thu", in: .chinese) == nil)
    #expect(WeekdayTable.weekday(spelled: "周四", in: .chinese) == .thursday)
  }

  @Test("of the keyword table are unique, and every word has one row")
  func keywords() {
    let rows = KeywordTable.rows
    #expect(Set(rows.map(\.english)).count == rows.count)
    #expect(Set(rows.map(\.keyword)) == Set(Keyword.allCases))
    #expect(Set(NodeTable.rows.map(\.kind)) == Set(NodeKind.allCases))
    #expect(NodeTable.rows.count == NodeKind.allCases.count)
  }

  @Test("of documentation belong to the declaration behind them")
  func documentation() {
    guard case .let(let view)? = Reading.declarations("## One line.\n##Two.\nlet x = 1").first else {
      Issue.record("no let")
      return
    }
    #expect(view.documentation == ["One line.", "Two."])
  }
}
