import PledgeAnalysis
import PledgeChecker
import PledgeDiagnostics
import Testing

/// A policy's text as the linter sees it.
enum LintText {
  static func file(_ text: String) -> SourceFile { SourceFile(name: "policy.pledge", text: text + "\n") }

  static func check(_ file: SourceFile) -> CheckResult {
    Checker.check(
      file,
      environment: CheckerEnvironment(
        zone: { $0 == "UTC" ? .zone(.utc) : .unknown },
        holidays: { _, _ in .unreadable(reason: "there are no files here") }))
  }

  /// The codes' names of what the rules find, in the order of the text.
  static func findings(in text: String, levels: LintLevels = everything) -> [String] {
    let file = file(text)
    return Linter.lint(file, check(file), levels: levels).map(\.code.name)
  }

  /// Every rule, also those that are off by themselves.
  static var everything: LintLevels {
    var levels = LintLevels()
    for rule in LintRules.descriptions { _ = levels.set(rule.name, .warning) }
    return levels
  }
}

extension LintRuleDescription: CustomTestStringConvertible {
  public var testDescription: String { name }
}
