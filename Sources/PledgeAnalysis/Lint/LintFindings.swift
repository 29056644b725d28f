import PledgeDiagnostics

/// What the rules of one run have found in a file.
package struct LintFindings {
  private let rule: LintRuleDescription
  private let severity: Severity
  package private(set) var diagnostics: [Diagnostic] = []

  /// The findings of a rule at its level in this run.
  init(of rule: LintRuleDescription, at severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Reports a place. The words are those of the catalogues: plain, lower case, user text in backticks.
  package mutating func report(
    _ english: FactWords, chinese: FactWords, at range: SourceRange, labels: [SecondaryLabel] = [],
    fix: [TextEdit] = []
  ) {
    let fixes = fix.isEmpty ? [] : [Fix(fix, rule.fix ?? .suggestion)]
    diagnostics.append(
      Diagnostic(
        .lint(
          LintFact(
            code: rule.code, severity: severity, words: LintWords(english: english, chinese: chinese))),
        at: range, labels: labels, fixes: fixes))
  }
}

/// What several rules fill into one message, in every language.
struct LintNoun {
  let english: Wording
  let chinese: Wording
}
