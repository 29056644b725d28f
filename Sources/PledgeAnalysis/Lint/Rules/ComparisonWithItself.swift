import PledgeDiagnostics
import PledgeSyntax

/// Finds comparisons of a value with itself.
enum ComparisonWithItself: LintRule {
  static let description = LintRuleDescription(
    1012, "comparison-with-itself", .correctness, .warning,
    summary: "a value is compared with itself",
    explanation: """
      The comparison comes out the same for each ticket: mostly another value was meant on one side.
      """,
    wrong: LintExample(
      fields: ["ordered integer", "delivered integer"], target: ["for ordered <= ordered"]),
    right: LintExample(
      fields: ["ordered integer", "delivered integer"], target: ["for delivered <= ordered"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for comparison in subject.all(ComparisonExpression.self) where !comparison.isDamaged {
      report(comparison.left, comparison.right, comparison.range, subject, &findings)
    }
    for comparison in subject.all(EqualityExpression.self) where !comparison.isDamaged {
      report(comparison.left, comparison.right, comparison.range, subject, &findings)
    }
  }

  private static func report(
    _ left: ExpressionView, _ right: ExpressionView, _ range: SourceRange, _ subject: LintSubject,
    _ findings: inout LintFindings
  ) {
    let file = subject.tree.node.tree.file
    let text = file.text(in: left.range)
    guard text == file.text(in: right.range), !text.isEmpty else { return }
    findings.report(
      FactWords("`\(text)` is compared with itself"), chinese: FactWords("`\(text)` 与自身比较"), at: range)
  }
}
