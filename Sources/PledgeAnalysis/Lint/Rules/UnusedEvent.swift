import PledgeDiagnostics
import PledgeSyntax

/// Finds events on which nothing depends.
enum UnusedEvent: LintRule {
  static let description = LintRuleDescription(
    1007, "unused-event", .correctness, .note,
    summary: "no rule speaks of an event",
    explanation: """
      A ticket may carry it, and nothing depends on it. Where it should stop a clock or begin a pause, that
      line is missing.
      """,
    wrong: LintExample(events: ["workaround"]),
    right: LintExample(
      events: ["workaround"],
      declarations: ["span relief = from workaround until restored"], target: ["pause relief"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let names = subject.all(EventDeclaration.self).compactMap(\.name)
    findings.reportUnread(names, LintNoun(english: "the event", chinese: "事件"), in: subject)
  }
}
