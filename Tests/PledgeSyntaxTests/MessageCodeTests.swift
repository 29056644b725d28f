import PledgeDiagnostics
import PledgeSyntax
import Testing

@Suite("Code in messages")
struct MessageCodeTests {
  @Test(
    "is told word by word by the tables of words",
    arguments: [
      ("clock", "计时"), ("at least", "不低于"), ("each month", "每个 月"), ("30 calendar days", "30 个自然日"),
      ("2 working days", "2 个工作日"), ("4 h", "4 小时"), ("1 h 30 min", "1 小时 30 分钟"),
      ("not applicable", "不适用"), ("met", "达标"), ("below minimum", "未达起付额"), ("once", "一次"),
      ("first •", "首个 •"), ("effective from", "生效自"), ("one of …", "枚举 …"), ("cite \"…\"", "依据 \"…\""),
    ])
  func words(_ english: String, _ chinese: String) {
    #expect(MessageCode.told(english, in: .chinese) == chinese)
    #expect(MessageCode.told(english, in: .english) == english)
  }

  @Test("keeps what is no word of the language")
  func names() {
    #expect(MessageCode.told("circuit.monthly_fee", in: .chinese) == "circuit.monthly_fee")
    #expect(MessageCode.told("", in: .chinese) == "")
  }

  @Test("has for each phrase of its own the words that Chinese policies read", arguments: MessageCode.phrases)
  func phrases(_ english: String, _ chinese: String) {
    let words = chinese.split(whereSeparator: { " (){};,.".contains($0) }).map(String.init)
    for word in words where KeywordTable.words(of: .english)[word] != nil {
      let isSame = KeywordTable.words(of: .chinese)[word] != nil
      #expect(isSame, "`\(word)` in `\(chinese)` for `\(english)`")
    }
  }

  @Test("The dialect of a file is the word behind its edition")
  func dialects() {
    func dialect(_ text: String) -> Dialect { Dialect.named(in: SourceFile(name: "a.pledge", text: text)) }
    #expect(dialect("pledge 1 zh\n") == .chinese)
    #expect(dialect("\n# 注释\n\npledge 1 zh # 中文\n策略") == .chinese)
    #expect(dialect("pledge 1\n") == .english)
    #expect(dialect("pledge 1 # zh\n") == .english)
    #expect(dialect("pledge 1 xx\n") == .english)
    #expect(dialect("policy zh zh zh\n") == .english)
    #expect(dialect("") == .english)
  }
}
