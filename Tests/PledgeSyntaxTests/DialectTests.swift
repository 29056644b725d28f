import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax
import Testing

@Suite("Dialects")
struct DialectTests {
  @Test("have a spelling of their own for every word, phrase, unit and weekday")
  func spellings() {
    for dialect in Dialect.allCases {
      #expect(dialect.isComplete)
      let words = KeywordTable.rows.compactMap { $0.spelling(in: dialect) }
      let phrases = KeywordTable.phrases.compactMap { $0.spelling(in: dialect) }
      #expect(Set(words + phrases).count == words.count + phrases.count)
      let weekdays = WeekdayTable.rows.flatMap { $0.spellings(in: dialect) }
      #expect(Set(weekdays).count == weekdays.count)
      // The longest spelling that lexers know is a word, not a number or a sign.
      #expect((words + phrases).allSatisfy { Reading("\($0)").view.node.tokens.count == 2 })
    }
  }

  @Test("spell a given name like the word of the language that it is, and no two alike")
  func givenNames() {
    #expect(Set(BuiltInNames.rows.map(\.chinese)).count == BuiltInNames.rows.count)
    #expect(Set(BuiltInNames.rows.map(\.english)).count == BuiltInNames.rows.count)
    for row in BuiltInNames.rows {
      guard let keyword = KeywordTable.rows.first(where: { $0.english == row.english }) else { continue }
      #expect(keyword.chinese == row.chinese, "\(row.english)")
    }
  }

  // MARK: Reading

  private static let forms: [(chinese: String, english: String)] = [
    ("定义 x = 4小时30分钟", "let x = 4 h 30 min"), ("定义 x = 2个工作日", "let x = 2 working days"),
    ("定义 x = 2 工作日", "let x = 2 working days"), ("定义 x = 5个自然日", "let x = 5 calendar days"),
    ("定义 x = 3000元", "let x = 3000 CNY"), ("定义 x = 9.98英镑", "let x = 9.98 GBP"),
    ("定义 x = 3个月", "let x = 3 months"), ("定义 x = 费用 的 5％", "let x = 5% of 费用"),
    ("定义 x = 电路.费用 的 b 的 a", "let x = a of b of 电路.费用"),
    ("定义 x = 5% 之 费用", "let x = 5% of 费用"),
    ("定义 x = 费用 的 5% 每不足 1小时 超出", "let x = 5% of 费用 per started 1 h over"),
    ("定义 x = 费用 的 5% + 1元", "let x = 5% of 费用 + 1 CNY"),
    ("定义 x = a 在 24小时内 晚于 b", "let x = a within 24 h after b"),
    ("定义 x = 期末 第2个工作日 晚于 首个 申告", "let x = end of 2nd working day after first 申告"),
    ("定义 x = 第3 申告", "let x = 3rd 申告"), ("定义 x = 若 a 有值 则 1 否则 2", ""),
    ("定义 x = 若 a 为 有值 则 1 否则 2", "let x = if a is known then 1 else 2"),
    ("定义 x = 最早（a、b）", "let x = earliest(a, b)"),
    ("目标 t { 在 4小时内 }", "target t { within 4 h }"), ("目标 t { 在 4 小时 }", "target t { within 4 h }"),
    ("目标 t { 截止 约定 }", "target t { by 约定 }"), ("目标 t { 以 约定 }", "target t { by 约定 }"),
    ("目标 t { 不低于 99.9% }", "target t { at least 99.9% }"),
    ("日历 c { 周一..周五 9:00-18:00 }", "calendar c { mon..fri 9:00-18:00 }"),
    ("工单 { a 金额；b 文本 可缺 }", "ticket { a money; b text optional }"),
    ("工单 { `金额` 金额 }", "ticket { 金额 money }"),
  ]

  @Test("read what stands in full and tight forms", arguments: forms)
  func reading(chinese: String, english: String) {
    let file = SourceFile(name: "zh.pledge", text: "pledge 1 zh\n\n\(chinese)\n")
    let result = Formatter.format(file, dialect: .english)
    guard !english.isEmpty else {
      #expect(!result.diagnostics.isEmpty)
      return
    }
    #expect(result.diagnostics.isEmpty)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "pledge 1\n\n\(english)\n")
  }

  @Test("name the words of a run without blanks where there is one way to cut it")
  func runs() {
    let splitter = RunSplitter(names: ["申告", "恢复", "恢复时限", "时限", "申", "告"], dialect: .chinese)
    #expect(splitter.split("自申告至") == nil)
    #expect(splitter.split("在4小时内") == ["在", "4", "小时", "内"])
    #expect(splitter.split("至恢复") == ["至", "恢复"])
    #expect(splitter.split("至恢复时限") == nil)
    #expect(splitter.split("恢复") == nil)
    #expect(splitter.split("至恢复吧") == nil)
    #expect(splitter.split(String(repeating: "至", count: 2_000)) == nil)
    let reading = Reading("pledge 1 zh\n工单 { 事件 申告, 恢复 }\n目标 t {\n  计时 a\n  在4小时内\n}\n")
    #expect(reading.diagnostics.map(\.code.number) == [10])
    #expect(reading.diagnostics.first?.fixes.first?.edits.first?.replacement == "在 4 小时 内")
  }

  // MARK: There and back

  /// What a text is in the other dialect and, from there, in its own again.
  private func expectKept(_ text: String, _ name: String) {
    let file = SourceFile(name: "a.pledge", text: text)
    let plain = Formatter.format(file)
    guard plain.diagnostics.isEmpty else { return }
    let own = Reading(text).tree.dialect
    let other = Formatter.format(file, dialect: own == .english ? .chinese : .english)
    #expect(other.diagnostics.isEmpty, "\(name)")
    #expect(other.bytes != plain.bytes, "\(name)")
    let converted = SourceFile(name: "a.pledge", bytes: other.bytes)
    let (again, back) = (Formatter.format(converted), Formatter.format(converted, dialect: own))
    #expect(again.bytes == other.bytes, "\(name)")
    #expect(back.bytes == plain.bytes, "\(name)")
  }

  @Test("and back give the bytes of the formatted text, for every policy of the repository")
  func policies() {
    for policy in FormatLawTests.policies { expectKept(policy.text, policy.name) }
  }

  @Test("read every sentence of the grammar", arguments: 0..<8)
  func sentences(seed: UInt64) throws {
    let grammar = try Grammar()
    var sentences = Sentences(grammar, seed: seed)
    guard case .choice(let declarations)? = grammar["any-declaration"]?.rule else { return }
    for case .production(let declaration) in declarations {
      for _ in 0..<4 {
        guard let text = sentences.file(with: declaration) else { continue }
        expectKept(text, "seed \(seed): \(text)")
      }
    }
  }

  @Test("keep the author's own names, also those that another dialect reserves")
  func names() {
    expectKept(
      """
      pledge 1
      ticket { 且, 金额, 第3方, 枚举, 内, 的, share, `event`, money text; event 日报, 月, `or` }
      span s = from 2nd 日报 until 月
      """, "names")
    let file = SourceFile(name: "a.pledge", text: "pledge 1\nlet 且 = 金额 + share\n")
    let chinese = Formatter.format(file, dialect: .chinese)
    #expect(String(decoding: chinese.bytes, as: UTF8.self) == "pledge 1 zh\n\n定义 `且` = `金额` + share\n")
  }

  @Test("do not convert what is damaged")
  func damage() {
    let file = SourceFile(name: "a.pledge", text: "pledge 1\nlet x =\n")
    let result = Formatter.format(file, dialect: .chinese)
    #expect(result.bytes == file.bytes)
    #expect(result.diagnostics.map(\.code.number) == [4, 951])
  }
}
