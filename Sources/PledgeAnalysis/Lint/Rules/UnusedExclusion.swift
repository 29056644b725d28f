import PledgeDiagnostics
import PledgeSyntax

/// Finds exclusions that help no target.
enum UnusedExclusion: LintRule {
  static let description = LintRuleDescription(
    1002, "unused-exclusion", .correctness, .warning, fix: .safe,
    summary: "an `exclusion` helps no target",
    explanation: """
      An exclusion helps where a target names it behind `exclude`, or where it says `for all targets` or
      `for` some of them. Otherwise what it excuses is still a breach.
      """,
    wrong: LintExample(
      fields: ["cause one of ours, theirs"], declarations: ["exclusion customer { when cause is theirs }"]),
    right: LintExample(
      fields: ["cause one of ours, theirs"], declarations: ["exclusion customer { when cause is theirs }"],
      target: ["exclude customer"]))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let idle = subject.all(ExclusionDeclaration.self)
      .filter { !$0.isForAllTargets && $0.targets.isEmpty }
    findings.reportUnused(
      idle.compactMap { DeclaredName($0, $0.name) }, LintNoun(english: "the exclusion", chinese: "免责情形"),
      in: subject)
  }
}
