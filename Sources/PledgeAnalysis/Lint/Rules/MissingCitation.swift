import PledgeDiagnostics
import PledgeSyntax

/// Finds rules that cite nothing in a policy whose other rules do.
enum MissingCitation: LintRule {
  static let description = LintRuleDescription(
    1500, "missing-citation", .documentation, .note,
    summary: "a target, refund, right or exclusion cites no clause, and others do",
    explanation: """
      A breach is explained by the clause that it rests on. In a policy that names its document behind
      `source`, or where other rules cite clauses, a rule without one cannot be traced to the contract.
      """,
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC; source "Service agreement of 2026" }
      ticket { event reported, restored }

      target restore "restoration" {
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC; source "Service agreement of 2026" }
      ticket { event reported, restored }

      target restore "restoration" {
        cite    "4.2"
        clock   from reported until restored
        within  4 h
      }
      """)

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    guard isExpected(subject) else { return }
    var rules: [DeclaredName?] = []
    rules += subject.all(TargetDeclaration.self).map { DeclaredName($0, $0.name) }
    rules += subject.all(ExclusionDeclaration.self).map { DeclaredName($0, $0.name) }
    rules += subject.all(RefundDeclaration.self).map { DeclaredName($0, $0.name) }
    rules += subject.all(RightDeclaration.self).map { DeclaredName($0, $0.name) }
    rules += subject.all(EscalationDeclaration.self).map { DeclaredName($0, $0.name) }
    for rule in rules.compactMap({ $0 }) where rule.node.all(CitationLine.self).isEmpty {
      findings.report(
        FactWords("`\(rule.name.name)` cites no clause", hint: "write `cite \"…\"` with the clause's number"),
        at: rule.name.range)
    }
  }

  /// Whether the policy names its document or cites clauses anywhere.
  private static func isExpected(_ subject: LintSubject) -> Bool {
    !subject.all(CitationLine.self).isEmpty
      || subject.all(HeaderWordLine.self).contains { $0.property == .source }
  }
}
