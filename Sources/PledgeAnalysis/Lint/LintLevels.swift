import PledgeDiagnostics

/// How bad the findings of each rule are in a project; what is not named keeps the rule's own level.
package struct LintLevels: Hashable, Sendable {
  /// How bad the findings of a rule are.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    /// The rule does not run.
    case off
    case note
    case warning
    case error

    /// The severity, nil where the rule does not run.
    package var severity: Severity? {
      switch self {
      case .off: nil
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  private var rules: [String: Level] = [:]
  private var categories: [LintCategory: Level] = [:]

  /// The rules' own levels.
  package init() {}

  /// Sets the level of a rule or of a category by its name; false where there is none of that name.
  package mutating func set(_ name: String, _ level: Level) -> Bool {
    if let category = LintCategory(rawValue: name) {
      categories[category] = level
    } else if LintRules.named(name) != nil {
      rules[name] = level
    } else {
      return false
    }
    return true
  }

  /// How bad a rule's findings are, nil where it does not run: what is said of the rule, else of its
  /// category, else by itself.
  package func severity(of rule: LintRuleDescription) -> Severity? {
    if let level = rules[rule.name] ?? categories[rule.category] { return level.severity }
    return rule.level
  }
}
