import PledgeDiagnostics
import PledgeSyntax

/// Finds refunds and caps of nothing.
enum AmountOfZero: LintRule {
  static let description = LintRuleDescription(
    1101, "amount-of-zero", .money, .warning,
    summary: "a refund pays or a cap allows nothing",
    explanation: """
      Where nothing is to be paid, no refund is needed; mostly the figure was left to be filled in.
      """,
    wrong: LintExample(behind: [LintExample.refund("pay 0 EUR")]),
    right: LintExample(behind: [LintExample.refund("pay 10 EUR")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let lines = subject.all(PayLine.self).map(\.node) + subject.all(CapLine.self).map(\.node)
    for quantity in lines.flatMap({ $0.all(QuantityLiteral.self) }) where !quantity.isDamaged {
      guard quantity.parts.allSatisfy({ $0.digits.allSatisfy { "0.".contains($0) } }) else { continue }
      findings.report(
        FactWords("`\(quantity.text)` is nothing", hint: "write the amount"), at: quantity.range)
    }
    for percent in lines.flatMap({ $0.all(PercentLiteral.self) }) where !percent.isDamaged {
      guard percent.digits.allSatisfy({ "0.".contains($0) }) else { continue }
      findings.report(FactWords("`\(percent.text)` is nothing", hint: "write the share"), at: percent.range)
    }
  }
}
