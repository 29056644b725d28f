import PledgeDiagnostics
import PledgeSyntax

/// Finds refunds that grow with a delay and have no limit.
enum UncappedRefund: LintRule {
  static let description = LintRuleDescription(
    1100, "uncapped-refund", .money, .note,
    summary: "a refund grows with the delay and has no `cap`",
    explanation: """
      An amount for each started hour or day grows as long as a ticket stays open. Contracts mostly limit
      it to a share of a fee. Where there is truly no limit, silence the rule and say so.
      """,
    wrong: LintExample(behind: [LintExample.refund("pay 10 EUR per started 1 h over")]),
    right: LintExample(
      behind: [LintExample.refund("pay 10 EUR per started 1 h over", "cap 100 EUR")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    guard !subject.isLibrary else { return }
    for refund in subject.all(RefundDeclaration.self) where !refund.isDamaged {
      guard let name = refund.name, refund.node.all(CapLine.self).isEmpty,
        !refund.node.all(PerUnitExpression.self).isEmpty, !isCapped(name.name, subject)
      else { continue }
      findings.report(
        FactWords(
          "what `\(name.name)` pays has no limit, however long it takes",
          hint: "write `cap …`, or silence the rule with the reason"),
        chinese: FactWords(
          "无论延误多久，`\(name.name)` 的支付都没有上限",
          hint: "写 `cap …`，或写明理由后忽略此规则"),
        at: name.range)
    }
  }

  /// Whether a cap of another refund or of a combination covers it too.
  private static func isCapped(_ name: String, _ subject: LintSubject) -> Bool {
    let caps = subject.all(CapLine.self).map(\.node)
    let combined = subject.all(CombineDeclaration.self).map(\.node)
      .filter { !$0.all(CapLine.self).isEmpty }
    return (caps + combined).contains { $0.all(NameView.self).contains { $0.name == name } }
  }
}
