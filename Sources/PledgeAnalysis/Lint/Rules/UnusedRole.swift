import PledgeDiagnostics
import PledgeSyntax

/// Finds roles and actions that no escalation uses.
enum UnusedRole: LintRule {
  static let description = LintRuleDescription(
    1004, "unused-role", .correctness, .warning,
    summary: "a role or an action stands in no step",
    explanation: """
      A role that no step reaches is mostly one that was forgotten in an escalation.
      """,
    wrong: LintExample(declarations: roles, behind: [chain("at 1 h notify lead")]),
    right: LintExample(
      declarations: roles, behind: [chain("at 1 h notify lead", "at 2 h notify manager")]))

  private static let roles = ["role lead, manager", "action notify"]

  private static func chain(_ steps: String...) -> String {
    "escalation chain {\n  clock from reported until restored\n\(steps.map { "  \($0)\n" }.joined())}"
  }

  private static let role = LintNoun(english: "the role", chinese: "角色")
  private static let action = LintNoun(english: "the action", chinese: "动作")

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    guard !subject.isLibrary else { return }
    let roles = subject.all(RoleDeclaration.self).flatMap(\.heads)
    let actions = subject.all(ActionDeclaration.self).flatMap(\.heads)
    for (heads, what) in [(roles, Self.role), (actions, Self.action)] {
      for name in heads.compactMap(\.name) where subject.names.count(of: name.name) == 1 {
        findings.report(
          FactWords("\(what.english) `\(name.name)` stands in no step", hint: "use it or delete it"),
          chinese: FactWords("\(what.chinese) `\(name.name)` 不在任何步骤中", hint: "使用它，或删除它"),
          at: name.range)
      }
    }
  }
}
