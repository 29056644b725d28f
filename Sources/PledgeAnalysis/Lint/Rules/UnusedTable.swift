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
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }

      ticket {
        priority  one of high, low
        event     reported, restored
      }

      table limits {
        priority -> restore
        high     -> 4 h
        low      -> 8 h
      }

      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }

      ticket {
        priority  one of high, low
        event     reported, restored
      }

      table limits {
        priority -> restore
        high     -> 4 h
        low      -> 8 h
      }

      target restore {
        clock   from reported until restored
        within  limits.restore
      }
      """)

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(TableDeclaration.self).compactMap { DeclaredName($0, $0.name) }, "the table", in: subject)
  }
}
