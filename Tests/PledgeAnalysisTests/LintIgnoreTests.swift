import PledgeAnalysis
import Testing

@Suite("Silencing lint rules")
struct LintIgnoreTests {
  /// What the rules of correctness find; the others would speak of what the texts leave out.
  private func findings(in text: String) -> [String] {
    var levels = LintLevels()
    for category in LintCategory.allCases where category != .correctness {
      _ = levels.set(category.rawValue, .off)
    }
    return LintText.findings(in: text, levels: levels)
  }

  private func policy(_ lines: String) -> String {
    """
    pledge 1
    policy "Example" { id example; timezone UTC }
    \(lines)
    """
  }

  @Test("A comment with a reason silences its rule on the next line")
  func nextLine() {
    #expect(
      findings(
        in: policy(
          """
          # pledge: ignore unused-calendar because the annex refers to it
          calendar office { mon..fri 09:00-17:00 }
          """)
      ).isEmpty)
  }

  @Test("A comment behind a line silences its rule on that line")
  func sameLine() {
    #expect(
      findings(
        in: policy(
          """
          calendar office { # pledge: ignore unused-calendar because the annex refers to it
            mon..fri 09:00-17:00
          }
          """)
      ).isEmpty)
  }

  @Test("Comments of other words are no business of the linter")
  func otherComments() {
    #expect(findings(in: policy("# pledge ignores this\n# ignore that\n")).isEmpty)
  }

  @Test("A comment silences one rule on one line, nothing else")
  func onlyThere() {
    #expect(
      findings(
        in: policy(
          """
          # pledge: ignore unused-calendar because the annex refers to it
          calendar office { mon..fri 09:00-17:00 }
          calendar night { mon..fri 17:00-24:00 }
          """)
      ) == ["unused-calendar"])
    #expect(
      findings(
        in: policy(
          """
          # pledge: ignore unused-span because the annex refers to it
          calendar office { mon..fri 09:00-17:00 }
          """)
      ) == ["unused-ignore", "unused-calendar"])
  }

  @Test("Without a reason nothing is silenced")
  func withoutReason() {
    for words in ["", " because", " it is fine"] {
      #expect(
        findings(
          in: policy(
            """
            # pledge: ignore unused-calendar\(words)
            calendar office { mon..fri 09:00-17:00 }
            """)
        ) == ["ignore-without-reason", "unused-calendar"], "\(words)")
    }
  }

  @Test("The level of a rule goes before that of its category")
  func levels() {
    let text = policy("calendar office { mon..fri 09:00-17:00 }")
    var levels = LintLevels()
    let isCategory = levels.set("correctness", .off)
    #expect(isCategory)
    #expect(LintText.findings(in: text, levels: levels).isEmpty)
    let isRule = levels.set("unused-calendar", .error)
    #expect(isRule)
    #expect(LintText.findings(in: text, levels: levels) == ["unused-calendar"])
    let isMisspelt = levels.set("unused-calender", .error)
    #expect(!isMisspelt)
  }
}
