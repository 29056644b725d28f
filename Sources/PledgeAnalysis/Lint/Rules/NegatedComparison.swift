import PledgeDiagnostics
import PledgeSyntax

/// Finds `not` before a comparison in parentheses.
enum NegatedComparison: LintRule {
  static let description = LintRuleDescription(
    1402, "negated-comparison", .style, .note, fix: .safe,
    summary: "`not` stands before a comparison with `is`",
    explanation: """
      `cause is not theirs` says the same in the order of the sentence.
      """,
    wrong: LintExample(fields: ["cause one of ours, theirs"], target: ["for not (cause is theirs)"]),
    right: LintExample(fields: ["cause one of ours, theirs"], target: ["for cause is not theirs"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for negation in subject.all(NotExpression.self) where !negation.isDamaged {
      guard case .equality(let comparison) = negation.operand else { continue }
      findings.report(
        FactWords(
          "`not` stands before a comparison that can say it by itself",
          hint: comparison.isNegated ? "write `is`" : "write `is not`"),
        chinese: FactWords(
          "`not` 所否定的比较本身就能表达否定",
          hint: comparison.isNegated ? "写 `is`" : "写 `is not`"),
        at: negation.range, fix: fix(of: negation, comparison, subject))
    }
  }

  private static func fix(
    of negation: NotExpression, _ comparison: EqualityExpression, _ subject: LintSubject
  ) -> [TextEdit] {
    guard let verb = comparison.verb else { return [] }
    let file = negation.range.file
    let before = SourceRange(file: file, start: negation.range.start, end: comparison.range.start)
    let behind = SourceRange(file: file, start: comparison.range.end, end: negation.range.end)
    var edits = [TextEdit(range: before, replacement: "")]
    if let word = comparison.negation {
      let range = SourceRange(file: file, start: verb.range.end, end: word.range.end)
      edits.append(TextEdit(range: range, replacement: ""))
    } else {
      let range = SourceRange(file: file, start: verb.range.end, end: verb.range.end)
      edits.append(TextEdit(range: range, replacement: " " + subject.words(.not)))
    }
    return edits + [TextEdit(range: behind, replacement: "")]
  }
}
