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
    wrong: LintExample(head: [#"source "Service agreement of 2026""#]),
    right: LintExample(
      head: [#"source "Service agreement of 2026""#], target: [#"cite "4.2""#]))

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
        chinese: FactWords("`\(rule.name.name)` 没有依据条款", hint: "写 `cite \"…\"` 和条款编号"),
        at: rule.name.range)
    }
  }

  /// Whether the policy names its document or cites clauses anywhere.
  private static func isExpected(_ subject: LintSubject) -> Bool {
    !subject.all(CitationLine.self).isEmpty
      || subject.all(HeaderWordLine.self).contains { $0.property == .source }
  }
}
