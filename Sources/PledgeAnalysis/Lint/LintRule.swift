import PledgeDiagnostics
import PledgeFormat

/// One lint rule: what it is called, why it matters, and how it finds what it looks for.
///
/// A rule stands in a file of its own under `Rules`, has a row in `LintRules.all` and a case under
/// `Tests/Cases/lint`. It is a type without values, so that a run needs nothing but the list of types.
package protocol LintRule {
  /// What people and configuration call it, and its page.
  static var description: LintRuleDescription { get }
  /// Looks through a policy and reports what it finds, in any order.
  static func check(_ subject: LintSubject, _ findings: inout LintFindings)
}

/// What people read about a rule.
package struct LintRuleDescription: Hashable, Sendable {
  /// The number of its code, 1000 to 1999; it never changes its meaning.
  package let number: Int
  /// The name in kebab case, as configuration and comments write it.
  package let name: String
  /// The family that it belongs to.
  package let category: LintCategory
  /// How bad a finding is unless the configuration says otherwise; nil where the rule has to be switched on.
  package let level: Severity?
  /// Whether it proposes edits.
  package let fix: Fix.Applicability?
  /// One line that says what is found.
  package let summary: String
  /// Why that matters and what to do, in a paragraph for a policy's author.
  package let explanation: String
  /// A policy in which the rule finds something.
  package let wrong: String
  /// The same policy as it should be, in which it finds nothing.
  package let right: String

  package init(
    _ number: Int, _ name: String, _ category: LintCategory, _ level: Severity?,
    fix: Fix.Applicability? = nil, summary: String, explanation: String, wrong: String, right: String
  ) {
    self.number = number
    self.name = name
    self.category = category
    self.level = level
    self.fix = fix
    self.summary = summary
    self.explanation = explanation
    self.wrong = LintRuleDescription.formatted(wrong)
    self.right = LintRuleDescription.formatted(right)
  }

  init(
    _ number: Int, _ name: String, _ category: LintCategory, _ level: Severity?,
    fix: Fix.Applicability? = nil, summary: String, explanation: String, wrong: LintExample,
    right: LintExample
  ) {
    self.init(
      number, name, category, level, fix: fix, summary: summary, explanation: explanation, wrong: wrong.text,
      right: right.text)
  }

  /// An example in the one style, which its page shows.
  private static func formatted(_ text: String) -> String {
    let formatted = Formatter.format(SourceFile(name: "example.pledge", text: text + "\n"))
    return String(decoding: formatted.bytes.dropLast(), as: UTF8.self)
  }

  /// The stable code: `P1000`.
  package var code: DiagnosticCode { DiagnosticCode(number, name) }
}

/// The families of rules; the hundreds of their codes.
package enum LintCategory: String, Hashable, Sendable, CaseIterable {
  /// The policy means something else than it says; P1000 to P1099.
  case correctness
  /// Amounts, currencies, caps and rounding; P1100 to P1199.
  case money
  /// Times, calendars and zones; P1200 to P1299.
  case time
  /// Tables; P1300 to P1399.
  case tables
  /// The same can be written more plainly; P1400 to P1499.
  case style
  /// What a reader of the contract misses; P1500 to P1599.
  case documentation
  /// What the tests leave out; P1600 to P1699.
  case tests
}
