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
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }

      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }

      target restore {
        clock   from reported until restored
        within  4 h
      }

      test "a microsecond is enough" {
        2026-03-02 10:00:00         reported
        2026-03-02 14:00:00.000001  restored
        expect restore breached over 1 us
      }
      """)

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    findings.reportUntested(
      subject.all(TargetDeclaration.self).map(\.name), in: subject, hint: "add a test at its limit")
  }
}
