import PledgeDiagnostics
import PledgeSyntax

/// Finds expectations that a test states twice.
enum RepeatedExpectation: LintRule {
  static let description = LintRuleDescription(
    1605, "repeated-expectation", .tests, .note, fix: .safe,
    summary: "a test expects the same twice",
    explanation: """
      The second line proves nothing: mostly another figure was meant.
      """,
    wrong: LintExample(
      behind: [LintExample.test("in time", "expect restore met", "expect restore met")]),
    right: LintExample(behind: [LintExample.test("in time", "expect restore met")]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for test in subject.all(TestDeclaration.self) {
      check(test.lines, subject, &findings)
      for ticket in test.node.all(TestTicketLine.self) { check(ticket.lines, subject, &findings) }
    }
  }

  private static func check(
    _ lines: [TestLine], _ subject: LintSubject, _ findings: inout LintFindings
  ) {
    let file = subject.tree.node.tree.file
    var seen: [String: SourceRange] = [:]
    for case .expect(let line) in lines where !line.isDamaged {
      if let first = seen[line.text] {
        findings.report(
          FactWords("this is expected already"), chinese: FactWords("已经期望过此内容"), at: line.range,
          labels: [SecondaryLabel(.firstGivenHere, at: first)],
          fix: [TextEdit(range: SourceText.wholeLines(of: line.range, in: file), replacement: "")])
      } else {
        seen[line.text] = line.range
      }
    }
  }
}
