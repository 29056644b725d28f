import PledgeDiagnostics
import PledgeSyntax

/// Finds opening hours that end a minute or a second before midnight.
enum MinuteBeforeMidnight: LintRule {
  static let description = LintRuleDescription(
    1200, "minute-before-midnight", .time, .warning, fix: .unsafe,
    summary: "opening hours end at 23:59",
    explanation: """
      Hours end where the next ones begin: with 00:00-23:59 the last minute of each day is closed, and a clock
      stands still in it. Midnight at the end of a day is written 24:00.
      """,
    wrong: LintExample(
      declarations: ["calendar weekdays { mon..fri 00:00-23:59 }"], target: ["on weekdays"]),
    right: LintExample(
      declarations: ["calendar weekdays { mon..fri 00:00-24:00 }"], target: ["on weekdays"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for hours in subject.all(HoursView.self) {
      guard let end = hours.end, end.text.hasPrefix("23:59") else { continue }
      findings.report(
        FactWords(
          "the time from \(end.text) to midnight is closed",
          hint: "write `24:00` for midnight at the end of the day"),
        chinese: FactWords(
          "从 \(end.text) 到午夜不营业", hint: "一天结束的午夜写 `24:00`"),
        at: end.range, fix: [TextEdit(range: end.range, replacement: "24:00")])
    }
  }
}
