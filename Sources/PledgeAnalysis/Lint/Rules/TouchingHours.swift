import PledgeDiagnostics
import PledgeSyntax

/// Finds opening hours of which one ends where the next begins.
enum TouchingHours: LintRule {
  static let description = LintRuleDescription(
    1201, "touching-hours", .time, .note, fix: .safe,
    summary: "opening hours end where the next ones begin",
    explanation: """
      Together they are one interval. Where a break was meant, it is missing.
      """,
    wrong: LintExample(
      declarations: ["calendar office { mon..fri 09:00-12:00, 12:00-17:00 }"], target: ["on office"]),
    right: LintExample(declarations: ["calendar office { mon..fri 09:00-17:00 }"], target: ["on office"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for line in subject.all(HoursLine.self) where !line.isDamaged {
      for (hours, next) in zip(line.hours, line.hours.dropFirst()) {
        guard let end = hours.end, let start = next.start, end.text == start.text, let last = next.end,
          // Hours that run past midnight begin on one date and end on the next: they join to nothing.
          let first = hours.start, isEarlier(first, end), isEarlier(start, last)
        else { continue }
        findings.report(
          FactWords(
            "these hours end at \(end.text), where the next ones begin",
            hint: "write them as one, or state the break"),
          chinese: FactWords(
            "这段营业时间在 \(end.text) 结束，下一段正从此时开始", hint: "合写为一段，或写明中间的休息"),
          at: hours.range, labels: [],
          fix: [
            TextEdit(
              range: SourceRange(file: end.range.file, start: end.range.start, end: last.range.start),
              replacement: "")
          ])
      }
    }
  }

  private static func isEarlier(_ left: TimeLiteral, _ right: TimeLiteral) -> Bool {
    (left.hour, left.minute, left.second, left.microsecond)
      < (right.hour, right.minute, right.second, right.microsecond)
  }
}
