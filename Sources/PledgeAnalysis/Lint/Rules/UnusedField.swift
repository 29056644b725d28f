import PledgeDiagnostics
import PledgeSyntax

/// Finds fields of tickets on which nothing depends.
enum UnusedField: LintRule {
  static let description = LintRuleDescription(
    1008, "unused-field", .correctness, .note,
    summary: "no rule speaks of a field of tickets",
    explanation: """
      A field that is not `optional` has to be there, or the ticket is rejected. One that nothing reads asks
      for data that nobody needs.
      """,
    wrong: LintExample(fields: ["urgent truth"]),
    right: LintExample(fields: ["urgent truth"], target: ["for urgent"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let fields = subject.all(TicketDeclaration.self).flatMap(\.lines).flatMap { line -> [NameView] in
      guard case .field(let field) = line else { return [] }
      // The key of a register is what rules join by, often without a word.
      guard case .key = field.type else { return field.names }
      return []
    }
    findings.reportUnread(fields, LintNoun(english: "the field", chinese: "字段"), in: subject)
  }
}
