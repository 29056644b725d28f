import PledgeDiagnostics
import PledgeSyntax

/// Finds lists that name the same twice.
enum RepeatedMember: LintRule {
  static let description = LintRuleDescription(
    1011, "repeated-member", .correctness, .warning, fix: .safe,
    summary: "a list behind `in` names the same twice",
    explanation: """
      The second one adds nothing: mostly another member was meant.
      """,
    wrong: LintExample(
      fields: ["cause one of ours, theirs, unknown"], target: ["for cause in ours, unknown, ours"]),
    right: LintExample(
      fields: ["cause one of ours, theirs, unknown"], target: ["for cause in ours, unknown"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for membership in subject.all(MembershipExpression.self) where !membership.isDamaged {
      let file = subject.tree.node.tree.file
      var seen: [String: SourceRange] = [:]
      var previous: SourceRange?
      for member in membership.members {
        let text = file.text(in: member.range)
        if let first = seen[text], let previous {
          let range = SourceRange(file: first.file, start: previous.end, end: member.range.end)
          findings.report(
            FactWords("`\(text)` stands in this list already"),
            chinese: FactWords("`\(text)` 已经在此列表中"),
            at: member.range,
            labels: [SecondaryLabel(.firstGivenHere, at: first)],
            fix: [TextEdit(range: range, replacement: "")])
        }
        if seen[text] == nil { seen[text] = member.range }
        previous = member.range
      }
    }
  }
}
