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
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }

      ticket {
        priority  one of high, low
        event     reported, restored
      }

      let urgent = priority is high

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

      let urgent = priority is high

      target restore {
        for     urgent
        clock   from reported until restored
        within  4 h
      }
      """)

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUnused(
      subject.all(LetDeclaration.self).compactMap { DeclaredName($0, $0.name) }, "the value", in: subject)
  }
}
