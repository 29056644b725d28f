import PledgeDiagnostics
import PledgeSyntax

/// Finds `in` with a single member.
enum MembershipOfOne: LintRule {
  static let description = LintRuleDescription(
    1404, "membership-of-one", .style, .note, fix: .safe,
    summary: "`in` stands before a single member",
    explanation: """
      `in` begins a list. With one member, a reader looks for the others.
      """,
    wrong: LintExample(fields: ["cause one of ours, theirs, unknown"], target: ["for cause in ours"]),
    right: LintExample(fields: ["cause one of ours, theirs, unknown"], target: ["for cause is ours"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for membership in subject.all(MembershipExpression.self) where !membership.isDamaged {
      guard membership.members.count == 1, let word = membership.node.word(.in) else { continue }
      let negation = membership.node.word(.not)
      let words = SourceRange(
        file: word.range.file, start: negation?.range.start ?? word.range.start, end: word.range.end)
      let verb = negation == nil ? subject.words(.is) : subject.words(.is, .not)
      findings.report(
        FactWords("`in` stands before a single member", hint: "write `\(verb)`"),
        chinese: FactWords("`in` 之后只有一个成员", hint: "写 `\(verb)`"), at: membership.range,
        fix: [TextEdit(range: words, replacement: verb)])
    }
  }
}
