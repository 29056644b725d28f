/// What a lint rule found; codes P1000 to P1999, one for each rule. The rule brings its words along, so that
/// a rule stays one file.
package struct LintFact: FactFamily {
  /// The stable code of the rule.
  package let code: DiagnosticCode
  /// The level that the rule has in this run.
  package let severity: Severity
  private let words: LintWords

  /// The finding in English.
  package var englishWords: FactWords { words.english }
  /// The finding in Chinese.
  package var chineseWords: FactWords { words.chinese }

  /// A finding of a rule.
  package init(code: DiagnosticCode, severity: Severity, words: LintWords) {
    self.code = code
    self.severity = severity
    self.words = words
  }
}

/// What a lint rule says, in every language.
package struct LintWords: Hashable, Sendable {
  /// The finding in English.
  package let english: FactWords
  /// The finding in Chinese.
  package let chinese: FactWords

  /// A finding in words.
  package init(english: FactWords, chinese: FactWords) {
    self.english = english
    self.chinese = chinese
  }
}
