import PledgeDiagnostics
import PledgeSyntax

/// Finds policies without a version.
enum MissingVersion: LintRule {
  static let description = LintRuleDescription(
    1506, "missing-version", .documentation, nil,
    summary: "a policy states no version",
    explanation: """
      Decisions name the version that made them. Without one, last year's cannot be told from this year's.
      The rule is off unless `pledge.yaml` sets its level.
      """,
    wrong: LintExample(),
    right: LintExample(head: [#"version "2026-1""#]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for policy in subject.all(PolicyDeclaration.self) where !policy.isDamaged {
      let hasVersion = policy.node.all(HeaderWordLine.self).contains { $0.property == .version }
      guard !hasVersion, let title = policy.title else { continue }
      findings.report(
        FactWords("the policy states no version", hint: "write `version \"…\"`"),
        chinese: FactWords("策略没有写明版本", hint: "写 `version \"…\"`"), at: title.range)
    }
  }
}
