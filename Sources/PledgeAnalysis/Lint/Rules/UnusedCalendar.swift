import PledgeDiagnostics
import PledgeSyntax

/// Finds calendars by which nothing is counted.
enum UnusedCalendar: LintRule {
  static let description = LintRuleDescription(
    1000, "unused-calendar", .correctness, .warning, fix: .safe,
    summary: "a `calendar` is used nowhere",
    explanation: """
      A target without `on` runs around the clock. A calendar that nothing names is often one that a
      target should be counted on.
      """,
    wrong: LintExample(declarations: ["calendar office { mon..fri 09:00-17:00 }"]),
    right: LintExample(
      declarations: ["calendar office { mon..fri 09:00-17:00 }"], target: ["on office"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let calendars = subject.all(CalendarDeclaration.self)
    // Working days are those of the policy's only calendar, which need not be named.
    if calendars.count == 1, countsWorkingDays(subject) { return }
    findings.reportUnused(
      calendars.compactMap { DeclaredName($0, $0.name) }, LintNoun(english: "the calendar", chinese: "日历"),
      in: subject)
  }

  private static func countsWorkingDays(_ subject: LintSubject) -> Bool {
    subject.tree.node.tokens.contains { $0.keyword == .working }
  }
}
