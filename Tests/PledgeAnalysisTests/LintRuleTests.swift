import PledgeAnalysis
import PledgeDiagnostics
import PledgeFormat
import PledgeSyntax
import Testing

@Suite("Lint rules")
struct LintRuleTests {
  @Test("The wrong example of a rule shows what the rule finds", arguments: LintRules.descriptions)
  func wrongIsFound(_ rule: LintRuleDescription) {
    #expect(LintText.check(LintText.file(rule.wrong)).isSound, "\(rule.name)")
    #expect(LintText.findings(in: rule.wrong).contains(rule.name))
  }

  @Test("The right example of a rule shows nothing of it", arguments: LintRules.descriptions)
  func rightIsNotFound(_ rule: LintRuleDescription) {
    #expect(LintText.check(LintText.file(rule.right)).isSound, "\(rule.name)")
    #expect(!LintText.findings(in: rule.right).contains(rule.name))
  }

  @Test(
    "What a fix is promised for is fixed by one run, and the policy stays sound",
    arguments: LintRules.descriptions.filter { $0.fix == .safe || $0.fix == .unsafe })
  func fixes(_ rule: LintRuleDescription) {
    expectFixed(LintText.file(rule.wrong), rule)
  }

  @Test(
    "A policy in Chinese is found and fixed alike",
    arguments: LintRules.descriptions.filter { $0.fix == .safe || $0.fix == .unsafe })
  func fixesInChinese(_ rule: LintRuleDescription) {
    let file = LintText.file(rule.wrong)
    let chinese = Formatter.format(file, dialect: .chinese)
    #expect(chinese.diagnostics.isEmpty)
    expectFixed(SourceFile(name: file.name, bytes: chinese.bytes), rule)
  }

  private func expectFixed(_ file: SourceFile, _ rule: LintRuleDescription) {
    var levels = LintLevels()
    for other in LintRules.descriptions { _ = levels.set(other.name, other == rule ? .warning : .off) }
    let run = FixRun(
      file, levels: levels, isUnsafeAllowed: rule.fix == .unsafe, check: LintText.check)
    #expect(run.applied > 0)
    #expect(run.remaining.isEmpty)
    #expect(LintText.check(run.file).isSound)
  }

  @Test("Codes and names are given once, and the hundred of a code is its category's")
  func codes() {
    let rules = LintRules.descriptions
    #expect(Set(rules.map(\.number)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      let hundred = LintCategory.allCases.firstIndex(of: rule.category).map { 1000 + 100 * $0 }
      #expect(rule.number / 100 * 100 == hundred, "\(rule.name)")
    }
  }
}
