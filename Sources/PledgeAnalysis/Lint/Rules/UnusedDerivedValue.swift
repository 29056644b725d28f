import PledgeDiagnostics
import PledgeSyntax

/// Finds derived values that nothing uses.
enum UnusedDerivedValue: LintRule {
  static let description = LintRuleDescription(
    1001, "unused-let", .correctness, .warning, fix: .safe,
    summary: "a `let` is used nowhere",
    explanation: """
      A value that nothing reads decides nothing. Either a rule that should read it is missing, or the line
      misleads whoever reads the policy.
      """,
    wrong: LintExample(
      fields: ["priority one of high, low"], declarations: ["let urgent = priority is high"]),
    right: LintExample(
      fields: ["priority one of high, low"], declarations: ["let urgent = priority is high"],
      target: ["for urgent"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(LetDeclaration.self).compactMap { DeclaredName($0, $0.name) },
      LintNoun(english: "the value", chinese: "派生值"), in: subject)
  }
}
