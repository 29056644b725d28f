import PledgeDiagnostics
import PledgeSyntax

/// Finds parameters that nothing uses.
enum UnusedParameter: LintRule {
  static let description = LintRuleDescription(
    1003, "unused-parameter", .correctness, .warning, fix: .safe,
    summary: "a `param` is used nowhere",
    explanation: """
      Whoever sets it with `--set` expects another result and gets the same one. Often the figure stands a
      second time in the text, where the parameter should be.
      """,
    wrong: LintExample(declarations: ["param limit = 4 h"]),
    right: LintExample(declarations: ["param limit = 4 h"], limit: "within limit"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(ParamDeclaration.self).compactMap { DeclaredName($0, $0.name) },
      LintNoun(english: "the parameter", chinese: "参数"),
      in: subject)
  }
}
