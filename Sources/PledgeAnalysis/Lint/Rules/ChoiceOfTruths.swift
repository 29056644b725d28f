import PledgeDiagnostics
import PledgeSyntax

/// Finds `if … then yes else no`.
enum ChoiceOfTruths: LintRule {
  static let description = LintRuleDescription(
    1406, "choice-of-truths", .style, .note, fix: .safe,
    summary: "`if` chooses between `yes` and `no`",
    explanation: """
      The condition is `yes` or `no` already.
      """,
    wrong: LintExample(
      fields: ["cause one of ours, theirs"], declarations: ["let own = if cause is ours then yes else no"],
      target: ["for own"]),
    right: LintExample(
      fields: ["cause one of ours, theirs"], declarations: ["let own = cause is ours"], target: ["for own"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for choice in subject.all(ConditionalExpression.self) where !choice.isDamaged {
      guard case .truth(let yes) = choice.consequence, yes.isYes, case .truth(let no) = choice.alternative,
        !no.isYes
      else { continue }
      findings.report(
        FactWords("`if … then yes else no` says what its condition says", hint: "write the condition alone"),
        chinese: FactWords("`if … then yes else no` 的结果就是其条件", hint: "只写条件"),
        at: choice.range, fix: fix(of: choice))
    }
  }

  /// In parentheses, lest an operator around it takes a part of the condition.
  private static func fix(of choice: ConditionalExpression) -> [TextEdit] {
    guard let word = choice.node.word(.then), let start = choice.node.word(.if) else { return [] }
    let file = choice.range.file
    return [
      TextEdit(
        range: SourceRange(file: file, start: start.range.start, end: start.range.end), replacement: "("),
      TextEdit(
        range: SourceRange(file: file, start: word.fullRange.start, end: choice.range.end), replacement: ")"),
    ]
  }
}
