import PledgeDiagnostics
import PledgeSyntax

/// Finds conditions that are compared with `no`.
enum ComparisonWithNo: LintRule {
  static let description = LintRuleDescription(
    1401, "comparison-with-no", .style, .note, fix: .safe,
    summary: "a condition is compared with `no`",
    explanation: """
      `not urgent` reads like a sentence of the contract, `urgent is no` like a form.
      """,
    wrong: LintExample(fields: ["urgent truth"], target: ["for urgent is no"]),
    right: LintExample(fields: ["urgent truth"], target: ["for not urgent"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for comparison in subject.all(EqualityExpression.self) where !comparison.isDamaged {
      guard !comparison.isNegated, case .truth(let word) = comparison.right, !word.isYes else { continue }
      findings.report(
        FactWords("`is no` stands behind the condition that it turns round", hint: "write `not` before it"),
        chinese: FactWords("`is no` 写在它所否定的条件之后", hint: "在条件之前写 `not`"),
        at: comparison.range, fix: fix(of: comparison, subject))
    }
  }

  /// Only of a plain name, because `not` binds more than what else could stand there.
  private static func fix(of comparison: EqualityExpression, _ subject: LintSubject) -> [TextEdit] {
    guard let tail = comparison.tailBehindLeft, comparison.left.isPlain else { return [] }
    let start = SourceRange(
      file: comparison.range.file, start: comparison.range.start, end: comparison.range.start)
    return [
      TextEdit(range: start, replacement: subject.words(.not) + " "), TextEdit(range: tail, replacement: ""),
    ]
  }
}
