import PledgeDiagnostics
import PledgeSyntax

/// Finds rights of which no test expects anything.
enum UntestedRight: LintRule {
  static let description = LintRuleDescription(
    1602, "untested-right", .tests, .note,
    summary: "no test expects anything of a right",
    explanation: """
      A right is worth more than most refunds. Tests should show a ticket that grants it, one that just
      does not, and one behind the end of its time.
      """,
    wrong: LintExample(
      behind: ["right leave {\n  when restore is breached\n  grants \"termination\"\n}"]),
    right: LintExample(
      behind: [
        "right leave {\n  when restore is breached\n  grants \"termination\"\n}",
        LintExample.test("in time", "expect leave none"),
      ]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUntested(
      subject.all(RightDeclaration.self).map(\.name), in: subject,
      hint: LintNoun(english: "add a test that grants it", chinese: "加一个授予它的测试"))
  }
}
