import PledgeDiagnostics
import PledgeSyntax

/// Finds targets of which no test expects anything.
enum UntestedTarget: LintRule {
  static let description = LintRuleDescription(
    1600, "untested-target", .tests, .note,
    summary: "no test expects anything of a target",
    explanation: """
      A limit that no test speaks of can be changed by mistake without anybody noticing. Tests at the limit
      and one unit beyond it are worth most.
      """,
    wrong: LintExample(),
    right: LintExample(behind: [LintExample.test("in time", "expect restore met counted 2 h")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUntested(
      subject.all(TargetDeclaration.self).map(\.name), in: subject,
      hint: LintNoun(english: "add a test at its limit", chinese: "加一个在限额处的测试"))
  }
}
