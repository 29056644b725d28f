import PledgeDiagnostics
import PledgeSyntax

/// Finds comments that say that something is still to be done.
enum OpenQuestion: LintRule {
  static let description = LintRuleDescription(
    1505, "open-question", .documentation, .note,
    summary: "a comment says that something is still to be done",
    explanation: """
      A policy that is in force pays money. What its author did not know yet should be settled before.
      """,
    wrong: LintExample(declarations: ["# TODO: is it 4 h or 8 h?"]),
    right: LintExample(declarations: ["# 4 h, as clause 4.2 says."]))

  private static let marks = ["TODO", "FIXME", "XXX", "待定", "待确认"]

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let file = subject.tree.node.tree.file
    for trivia in subject.tree.node.tokens.flatMap(\.trivia)
    where trivia.kind == .comment || trivia.kind == .documentation {
      let range = SourceRange(file: file.id, start: Int(trivia.start), end: Int(trivia.end))
      let text = file.text(in: range)
      guard let mark = marks.first(where: { text.contains($0) }) else { continue }
      findings.report(
        FactWords("`\(mark)`: something is still to be settled here"),
        chinese: FactWords("`\(mark)`：此处还有未定的内容"), at: range)
    }
  }
}
