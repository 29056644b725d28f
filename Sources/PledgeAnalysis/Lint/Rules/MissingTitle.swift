import PledgeDiagnostics
import PledgeSyntax

/// Finds targets, refunds and rights without a title.
enum MissingTitle: LintRule {
  static let description = LintRuleDescription(
    1501, "missing-title", .documentation, nil,
    summary: "a target, refund or right has no title",
    explanation: """
      Reports for customers show the title where there is one. A name such as `p1_rst` is a word of those
      who wrote the policy, a title is a word of the contract. The rule is off unless `pledge.yaml` sets
      its level.
      """,
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }

      target p1_rst {
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }

      target p1_rst "restoration of priority 1" {
        clock   from reported until restored
        within  4 h
      }
      """)

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    var heads: [HeadView?] = []
    heads += subject.all(TargetDeclaration.self).map(\.head)
    heads += subject.all(RefundDeclaration.self).map(\.head)
    heads += subject.all(RightDeclaration.self).map(\.head)
    for head in heads.compactMap({ $0 }) where head.title == nil {
      guard let name = head.name else { continue }
      findings.report(
        FactWords("`\(name.name)` has no title", hint: "write one in quotation marks behind the name"),
        chinese: FactWords("`\(name.name)` 没有标题", hint: "在名称之后的引号中写标题"),
        at: name.range)
    }
  }
}
