/// What a lint rule found; codes P1000 to P1999, one for each rule. The rule brings its words along, so that
/// a rule stays one file.
package struct LintFact: FactFamily {
  /// The stable code of the rule.
  package let code: DiagnosticCode
  /// The level that the rule has in this run.
  package let severity: Severity
  /// The finding in English.
  package let englishWords: FactWords

  /// A finding of a rule.
  package init(code: DiagnosticCode, severity: Severity, english: FactWords) {
    self.code = code
    self.severity = severity
    englishWords = english
  }
}
