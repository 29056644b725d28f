import PledgeDiagnostics
import PledgeSyntax

/// Finds `if` with the same value on both sides.
enum SameBranches: LintRule {
  static let description = LintRuleDescription(
    1013, "same-branches", .correctness, .warning,
    summary: "`if` has the same value on both sides",
    explanation: """
      The condition decides nothing: mostly one of the values was to be another one.
      """,
    wrong: LintExample(fields: ["urgent truth"], limit: "within if urgent then 4 h else 4 h"),
    right: LintExample(fields: ["urgent truth"], limit: "within if urgent then 2 h else 4 h"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let file = subject.tree.node.tree.file
    for choice in subject.all(ConditionalExpression.self) where !choice.isDamaged {
      let value = file.text(in: choice.consequence.range)
      guard value == file.text(in: choice.alternative.range) else { continue }
      findings.report(
        FactWords("`\(value)` comes out whatever the condition says", hint: "change one of the two"),
        chinese: FactWords("无论条件如何，结果都是 `\(value)`", hint: "改其中一个"),
        at: choice.range)
    }
  }
}
