import PledgeDiagnostics
import PledgeSyntax

/// Finds refunds of which no test expects anything.
enum UntestedRefund: LintRule {
  static let description = LintRuleDescription(
    1601, "untested-refund", .tests, .note,
    summary: "no test expects anything of a refund",
    explanation: """
      An amount that no test states to the cent can be changed by mistake without anybody noticing.
      """,
    wrong: LintExample(behind: [LintExample.refund("pay 10 EUR")]),
    right: LintExample(
      behind: [LintExample.refund("pay 10 EUR"), LintExample.test("in time", "expect late none")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUntested(
      subject.all(RefundDeclaration.self).map(\.name), in: subject,
      hint: LintNoun(english: "add a test that states an amount", chinese: "加一个写明金额的测试"))
  }
}
