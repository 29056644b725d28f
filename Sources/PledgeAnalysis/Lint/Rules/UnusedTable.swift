import PledgeDiagnostics
import PledgeSyntax

/// Finds tables that nothing reads.
enum UnusedTable: LintRule {
  static let description = LintRuleDescription(
    1006, "unused-table", .correctness, .warning, fix: .safe,
    summary: "a `table` is used nowhere",
    explanation: """
      No decision depends on a table that nothing reads, however often it is changed.
      """,
    wrong: LintExample(fields: ["priority one of high, low"], declarations: [limits]),
    right: LintExample(
      fields: ["priority one of high, low"], declarations: [limits], limit: "within limits.restore"))

  private static let limits = "table limits {\n  priority -> restore\n  high -> 4 h\n  low -> 8 h\n}"

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(TableDeclaration.self).compactMap { DeclaredName($0, $0.name) },
      LintNoun(english: "the table", chinese: "表"), in: subject)
  }
}
