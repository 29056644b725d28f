import PledgeDiagnostics
import PledgeSyntax

/// Finds conditions that are compared with `yes`.
enum ComparisonWithYes: LintRule {
  static let description = LintRuleDescription(
    1400, "comparison-with-yes", .style, .note, fix: .safe,
    summary: "a condition is compared with `yes`",
    explanation: """
      A field that is `yes` or `no` is a condition by itself and reads like one without `is yes`.
      """,
    wrong: LintExample(fields: ["urgent truth"], target: ["for urgent is yes"]),
    right: LintExample(fields: ["urgent truth"], target: ["for urgent"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for comparison in subject.all(EqualityExpression.self) where !comparison.isDamaged {
      guard !comparison.isNegated, case .truth(let word) = comparison.right, word.isYes,
        let tail = comparison.tailBehindLeft
      else { continue }
      findings.report(
        FactWords("a condition needs no `is yes`", hint: "leave it out"),
        chinese: FactWords("条件不需要 `is yes`", hint: "去掉它"), at: comparison.range,
        fix: [TextEdit(range: tail, replacement: "")])
    }
  }
}
