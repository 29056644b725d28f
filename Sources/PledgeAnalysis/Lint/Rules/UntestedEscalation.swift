import PledgeDiagnostics
import PledgeSyntax

/// Finds escalations of which no test expects anything.
enum UntestedEscalation: LintRule {
  static let description = LintRuleDescription(
    1603, "untested-escalation", .tests, .note,
    summary: "no test expects anything of an escalation",
    explanation: """
      Steps come at instants. A test should show one that is taken in time, one that is late and one before
      which the fault ended.
      """,
    wrong: LintExample(
      declarations: ["role lead", "action notify"],
      behind: ["escalation chain {\n  clock from reported until restored\n  at 3 h notify lead\n}"]),
    right: LintExample(
      declarations: ["role lead", "action notify"],
      behind: [
        "escalation chain {\n  clock from reported until restored\n  at 3 h notify lead\n}",
        LintExample.test("restored before", "expect chain step 1 void"),
      ]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUntested(
      subject.all(EscalationDeclaration.self).map(\.name), in: subject,
      hint: LintNoun(english: "add a test that expects a step", chinese: "加一个期望某个步骤的测试"))
  }
}
