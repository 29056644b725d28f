import PledgeDiagnostics

/// What a code means, for whoever wrote the policy: `pledge explain` prints it, and docs/codes has it.
///
/// All words about a code stand in one value, so that a second language adds values of the same form.
package struct CodePage: Hashable, Sendable {
  /// The code.
  package let code: DiagnosticCode
  /// How bad it is.
  package let severity: Severity
  /// One sentence without a full stop: what is wrong, whatever the names are.
  package let title: String
  /// Why it is wrong, in a few sentences.
  package let meaning: String
  /// What leads to the message and to no other.
  package let wrong: CodeExample
  /// The same as it should be; nothing is reported of it.
  package let right: CodeExample
  /// What to do.
  package let advice: String

  /// The page of a code.
  init(
    _ number: Int, _ name: String, _ severity: Severity = .error, title: String, meaning: String,
    wrong: CodeExample, right: CodeExample, advice: String
  ) {
    code = DiagnosticCode(number, name)
    self.severity = severity
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
    self.advice = advice
  }
}
