import PledgeDiagnostics
import PledgeSyntax

/// Finds clauses that a declaration cites twice.
enum RepeatedCitation: LintRule {
  static let description = LintRuleDescription(
    1502, "repeated-citation", .documentation, .note, fix: .safe,
    summary: "a `cite` line names a clause twice",
    explanation: """
      The second one adds nothing: mostly another clause was meant.
      """,
    wrong: LintExample(target: [#"cite "4.1", "4.2", "4.1""#]),
    right: LintExample(target: [#"cite "4.1", "4.2""#]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for line in subject.all(CitationLine.self) where !line.isDamaged {
      var seen: [String: SourceRange] = [:]
      var previous: SourceRange?
      for word in line.words {
        if let first = seen[word.contents], let previous {
          let range = SourceRange(file: word.range.file, start: previous.end, end: word.range.end)
          findings.report(
            FactWords("`\(word.contents)` is cited already"),
            chinese: FactWords("`\(word.contents)` 已经引用过"),
            at: word.range,
            labels: [SecondaryLabel(.firstGivenHere, at: first)],
            fix: [TextEdit(range: range, replacement: "")])
        }
        if seen[word.contents] == nil { seen[word.contents] = word.range }
        previous = word.range
      }
    }
  }
}
