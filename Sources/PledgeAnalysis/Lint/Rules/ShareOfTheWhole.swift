import PledgeDiagnostics
import PledgeSyntax

/// Finds `100% of`.
enum ShareOfTheWhole: LintRule {
  static let description = LintRuleDescription(
    1407, "share-of-the-whole", .style, .note, fix: .safe,
    summary: "`100% of` stands before a value",
    explanation: """
      All of a fee is the fee.
      """,
    wrong: LintExample(
      fields: ["fee money"], behind: [LintExample.refund("pay 100% of fee")]),
    right: LintExample(fields: ["fee money"], behind: [LintExample.refund("pay fee")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for share in subject.all(ShareExpression.self) where !share.isDamaged {
      guard case .literal(.percent(let percent)) = share.factor, percent.digits == "100", !percent.isNegative,
        let whole = whole(of: share)
      else { continue }
      let file = share.range.file
      findings.report(
        FactWords("all of a value is the value"),
        chinese: FactWords("一个值的全部就是它本身"), at: share.range,
        fix: [
          (share.range.start, whole.range.start), (whole.range.end, share.range.end),
        ].map { start, end in
          TextEdit(range: SourceRange(file: file, start: start, end: end), replacement: "")
        })
    }
  }

  /// The other side with its parentheses; in some dialects it stands first.
  private static func whole(of share: ShareExpression) -> SyntaxNode? {
    for case .node(let node) in share.node.children where node.kind != .percentLiteral { return node }
    return nil
  }
}
