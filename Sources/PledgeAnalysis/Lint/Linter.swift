import PledgeChecker
import PledgeDiagnostics
import PledgeSyntax

/// Runs the lint rules over policies.
package enum Linter {
  /// What the rules find in a file that was checked, in the order of the text; linear in the text and the
  /// number of rules. A damaged part has been reported by the checker, and nothing is said about it.
  package static func lint(
    _ file: SourceFile, _ checked: CheckResult, levels: LintLevels = LintLevels(),
    taken: TakenNames = TakenNames()
  ) -> [Diagnostic] {
    let tree = Parser.parse(file).tree
    let subject = LintSubject(
      tree: tree.view, policy: checked.policy, isLibrary: checked.isLibrary, taken: taken.names(from: file))
    var found: [Diagnostic] = []
    for rule in LintRules.all {
      guard let severity = levels.severity(of: rule.description) else { continue }
      var findings = LintFindings(of: rule.description, at: severity)
      rule.check(subject, &findings)
      found += findings.diagnostics
    }
    return IgnoreChecks.apply(LintIgnore.all(in: tree.view), to: found, in: subject, levels)
      .sorted { order($0) < order($1) }
  }

  private static func order(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
    (diagnostic.range.start, diagnostic.range.end, diagnostic.code.number)
  }
}
