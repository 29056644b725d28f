import PledgeDiagnostics
import PledgeSyntax

/// Finds events on which nothing depends.
enum UnusedEvent: LintRule {
  static let description = LintRuleDescription(
    1007, "unused-event", .correctness, .note,
    summary: "no rule speaks of an event",
    explanation: """
      A ticket may carry it, and nothing depends on it. Where it should stop a clock or begin a pause, that
      line is missing. An event that changes fields in a test is one of those that change them in records.
      """,
    wrong: LintExample(events: ["workaround"]),
    right: LintExample(
      events: ["workaround"],
      declarations: ["span relief = from workaround until restored"], target: ["pause relief"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let changing = Set(
      subject.all(TimelineLine.self).filter { !$0.changes.isEmpty }.compactMap { $0.name?.name })
    let names = subject.all(EventDeclaration.self).compactMap(\.name).filter { !changing.contains($0.name) }
    findings.reportUnread(names, LintNoun(english: "the event", chinese: "事件"), in: subject)
  }
}
