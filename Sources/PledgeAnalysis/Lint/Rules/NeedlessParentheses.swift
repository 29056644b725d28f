import PledgeDiagnostics
import PledgeSyntax

/// Finds parentheses around a single name or around other parentheses.
enum NeedlessParentheses: LintRule {
  static let description = LintRuleDescription(
    1403, "needless-parentheses", .style, .note, fix: .safe,
    summary: "parentheses hold a single name or other parentheses",
    explanation: """
      Parentheses tell a reader that an order matters. Where there is none, they only stop the eye.
      """,
    wrong: LintExample(fields: ["urgent truth"], target: ["for (urgent)"]),
    right: LintExample(fields: ["urgent truth"], target: ["for urgent"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    subject.tree.node.visit { node in
      guard node.kind == .parenthesised, !node.isDamaged, let inner = inner(of: node) else { return }
      let file = node.range.file
      findings.report(
        FactWords("these parentheses hold nothing together", hint: "leave them out"),
        chinese: FactWords("这对括号没有作用", hint: "去掉它们"), at: node.range,
        fix: [
          TextEdit(
            range: SourceRange(file: file, start: node.range.start, end: inner.range.start), replacement: ""),
          TextEdit(
            range: SourceRange(file: file, start: inner.range.end, end: node.range.end), replacement: ""),
        ])
    }
  }

  /// What stands in the parentheses, where they change nothing; a comment beside it keeps them.
  private static func inner(of node: SyntaxNode) -> SyntaxNode? {
    let hasComment = node.tokens.dropFirst().contains { token in
      token.trivia.contains { $0.kind == .comment || $0.kind == .documentation }
    }
    for case .node(let child) in node.children where !hasComment {
      return child.kind == .parenthesised || child.kind == .name ? child : nil
    }
    return nil
  }
}
