/// A rule's page, as `pledge explain` prints it and docs/lint has it.
package enum LintPage {
  /// The page in Markdown.
  package static func text(of rule: LintRuleDescription) -> String {
    """
    # \(rule.code) \(rule.name)

    \(sentence(rule.summary))

    \(rule.explanation)

    Category \(rule.category.rawValue); \(level(of: rule)); \(fix(of: rule)).

    Wrong:

    ```pledge
    \(rule.wrong)
    ```

    Right:

    ```pledge
    \(rule.right)
    ```

    """
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  private static func level(of rule: LintRuleDescription) -> String {
    switch rule.level {
    case nil: "off unless `pledge.yaml` switches it on"
    case .note: "a note by itself"
    case .warning: "a warning by itself"
    case .error: "an error by itself"
    }
  }

  private static func fix(of rule: LintRuleDescription) -> String {
    switch rule.fix {
    case nil: "no fix"
    case .safe: "`--fix` mends it, and no decision changes"
    case .unsafe: "`--fix --unsafe-fixes` mends it, and decisions may change"
    case .suggestion: "editors propose a fix"
    }
  }
}
