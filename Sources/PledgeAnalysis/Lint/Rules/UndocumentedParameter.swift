import PledgeDiagnostics
import PledgeSyntax

/// Finds parameters that say nothing about themselves.
enum UndocumentedParameter: LintRule {
  static let description = LintRuleDescription(
    1504, "undocumented-parameter", .documentation, .note,
    summary: "a `param` has neither a title nor a comment nor a clause",
    explanation: """
      A parameter is what a run may set otherwise. Whoever sets it has to know what the figure is and where
      it comes from: from the contract, or from us.
      """,
    wrong: LintExample(declarations: ["param limit = 4 h"], limit: "within limit"),
    right: LintExample(
      declarations: ["## Not in the contract; agreed on by mail.\nparam limit = 4 h"], limit: "within limit"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for parameter in subject.all(ParamDeclaration.self) where !parameter.isDamaged {
      guard let name = parameter.name, parameter.title == nil, parameter.citations.isEmpty,
        parameter.documentation.isEmpty
      else { continue }
      findings.report(
        FactWords("nothing says what `\(name.name)` is", hint: "add a title, a clause or a `##` comment"),
        chinese: FactWords("没有说明 `\(name.name)` 是什么", hint: "加标题、依据条款或 `##` 注释"),
        at: name.range)
    }
  }
}
