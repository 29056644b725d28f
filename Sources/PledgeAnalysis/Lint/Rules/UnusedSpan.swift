import PledgeDiagnostics
import PledgeSyntax

/// Finds spans that nothing counts.
enum UnusedSpan: LintRule {
  static let description = LintRuleDescription(
    1005, "unused-span", .correctness, .warning, fix: .safe,
    summary: "a `span` is used nowhere",
    explanation: """
      A span that no clock, pause, measure or exclusion names is time that nobody counts: often a pause
      that was declared and then forgotten in the target.
      """,
    wrong: LintExample(
      events: ["hung_up", "resumed"], declarations: ["span hold = from hung_up until resumed"]),
    right: LintExample(
      events: ["hung_up", "resumed"], declarations: ["span hold = from hung_up until resumed"],
      target: ["pause hold"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(SpanDeclaration.self).compactMap { DeclaredName($0, $0.name) },
      LintNoun(english: "the span", chinese: "时段"), in: subject)
  }
}
