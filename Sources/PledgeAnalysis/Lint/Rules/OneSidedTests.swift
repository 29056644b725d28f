import PledgeDiagnostics
import PledgeSyntax

/// Finds targets that all tests expect to be met, or all to be breached.
enum OneSidedTests: LintRule {
  static let description = LintRuleDescription(
    1606, "one-sided-tests", .tests, .note,
    summary: "tests expect one verdict only of a target",
    explanation: """
      A target that all tests expect to be met may have any greater limit, and no test would fail. Show both
      sides of the limit, one unit apart.
      """,
    wrong: LintExample(behind: [LintExample.test("in time", "expect restore met")]),
    right: LintExample(
      behind: [
        LintExample.test("in time", "expect restore met"),
        """
        test "late" {
          2026-03-02 10:00     reported
          2026-03-02 14:00:01  restored
          expect restore breached over 1 s
        }
        """,
      ]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    guard !subject.isLibrary else { return }
    let verdicts = verdicts(subject)
    for name in subject.all(TargetDeclaration.self).compactMap(\.name) {
      guard let found = verdicts[name.name], found.count == 1, let only = found.first,
        only == "met" || only == "breached"
      else { continue }
      findings.report(
        FactWords(
          "all tests expect `\(name.name)` to be \(only)", hint: "add a test on the other side of its limit"),
        chinese: FactWords(
          "所有测试都期望 `\(name.name)` 为 `\(code: only)`", hint: "加一个在限额另一侧的测试"),
        at: name.range)
    }
  }

  /// The verdicts that tests expect, by the names of targets; those of tables of cases too.
  private static func verdicts(_ subject: LintSubject) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for line in subject.all(ExpectLine.self) {
      guard let name = line.subject?.names.first?.name, let outcome = line.outcome else { continue }
      result[name, default: []].insert(word(of: outcome))
    }
    for cases in subject.all(CasesView.self) {
      for row in cases.rows {
        for (subject, outcome) in zip(cases.subjects, row.outcomes) {
          if let name = subject.names.first?.name { result[name, default: []].insert(word(of: outcome)) }
        }
      }
    }
    return result
  }

  private static func word(of outcome: OutcomeView) -> String {
    switch outcome.state {
    case .value(.path(let path)): path.text
    case .value(.literal), .value(.truth), .value(.missing): ""
    case .notApplicable: "not applicable"
    case .belowMinimum: "below minimum"
    }
  }
}
