import PledgeAnalysis
import PledgeDiagnostics
import PledgeReports

/// The rules of `pledge lint` as a list.
enum LintRuleList {
  /// One line or record a rule, in the order of the codes.
  static func bytes(_ format: OutputFormat, _ style: Style) -> [UInt8] {
    let rules = LintRules.descriptions
    switch format {
    case .text: return Array(text(rules, style).utf8)
    case .csv:
      var bytes: [UInt8] = []
      CSVText.append(row: ["code", "name", "category", "level", "fix", "summary"], to: &bytes)
      for rule in rules { CSVText.append(row: row(rule), to: &bytes) }
      return bytes
    case .json, .ndjson:
      var json = JSONText(indented: format == .json)
      if format == .json {
        json.object { json in
          json.member("schema", "pledge.lint-rules/1")
          json.list("rules") { json in for rule in rules { json.object { write(rule, to: &$0) } } }
        }
        json.newline()
      } else {
        for rule in rules {
          json.object { write(rule, to: &$0) }
          json.newline()
        }
      }
      return json.bytes
    }
  }

  private static func text(_ rules: [LintRuleDescription], _ style: Style) -> String {
    let width = rules.map { DisplayWidth.of($0.name) }.max() ?? 0
    return rules.map { rule in
      let name = rule.name + String(repeating: " ", count: width - DisplayWidth.of(rule.name))
      let cells = row(rule)
      let level = cells[3] + String(repeating: " ", count: 8 - cells[3].count)
      return "\(rule.code)  \(name)  \(level) \(rule.summary)" + (rule.fix == nil ? "" : " (fix)") + "\n"
    }.joined()
  }

  private static func row(_ rule: LintRuleDescription) -> [String] {
    [
      "\(rule.code)", rule.name, rule.category.rawValue, level(of: rule), fix(of: rule), rule.summary,
    ]
  }

  private static func write(_ rule: LintRuleDescription, to json: inout JSONText) {
    for (key, value) in zip(["code", "name", "category", "level", "fix", "summary"], row(rule)) {
      json.member(key, value)
    }
  }

  /// The level that a rule has unless the configuration says otherwise.
  static func level(of rule: LintRuleDescription) -> String {
    switch rule.level {
    case nil: "off"
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private static func fix(of rule: LintRuleDescription) -> String {
    switch rule.fix {
    case nil: "none"
    case .safe: "safe"
    case .unsafe: "unsafe"
    case .suggestion: "suggestion"
    }
  }
}
