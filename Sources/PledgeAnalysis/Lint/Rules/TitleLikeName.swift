import PledgeDiagnostics
import PledgeSyntax

/// Finds titles that only repeat the name.
enum TitleLikeName: LintRule {
  static let description = LintRuleDescription(
    1503, "title-like-name", .documentation, .note, fix: .safe,
    summary: "a title repeats the name",
    explanation: """
      A title is for words that a name cannot hold. Where it is missing, reports show the name.
      """,
    wrong: LintExample(
      declarations: [#"param rate "rate" = 5%"#], behind: [LintExample.refund("pay rate of 80 EUR")]),
    right: LintExample(declarations: ["param rate = 5%"], behind: [LintExample.refund("pay rate of 80 EUR")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for head in subject.all(HeadView.self) where !head.isDamaged {
      guard let name = head.name, let title = head.title, title.contents == name.name else { continue }
      findings.report(
        FactWords("the title says what the name says", hint: "leave it out, or say more"),
        chinese: FactWords("标题与名称内容相同", hint: "去掉它，或写得更多"), at: title.range,
        fix: [
          TextEdit(
            range: SourceRange(file: title.range.file, start: name.range.end, end: title.range.end),
            replacement: "")
        ])
    }
  }
}
