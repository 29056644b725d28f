import PledgeDiagnostics
import PledgeSyntax

/// Finds tests of one title.
enum RepeatedTestTitle: LintRule {
  static let description = LintRuleDescription(
    1604, "repeated-test-title", .tests, .warning,
    summary: "two tests have one title",
    explanation: """
      A report names a test by its title. Mostly one of the two was copied and its title was not changed.
      """,
    wrong: LintExample(
      behind: [
        LintExample.test("in time", "expect restore met"),
        LintExample.test("in time", "expect restore met counted 2 h"),
      ]),
    right: LintExample(
      behind: [
        LintExample.test("in time", "expect restore met"),
        LintExample.test("two hours are counted", "expect restore met counted 2 h"),
      ]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    var seen: [String: SourceRange] = [:]
    for title in subject.all(TestDeclaration.self).compactMap(\.title) {
      if let first = seen[title.contents] {
        findings.report(
          FactWords("another test is called \"\(title.contents)\"", hint: "say what differs"),
          chinese: FactWords("另一个测试也叫 \"\(title.contents)\"", hint: "写出两者的区别"),
          at: title.range, labels: [SecondaryLabel(.firstGivenHere, at: first)])
      } else {
        seen[title.contents] = title.range
      }
    }
  }
}
