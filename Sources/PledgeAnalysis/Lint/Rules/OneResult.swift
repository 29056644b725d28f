import PledgeDiagnostics
import PledgeSyntax

/// Finds result columns that hold the same in each row.
enum OneResult: LintRule {
  static let description = LintRuleDescription(
    1302, "one-result", .tables, .warning,
    summary: "a result column of a table holds the same in each row",
    explanation: """
      The table decides nothing there: mostly a row was copied and its result was not changed.
      """,
    wrong: LintExample(
      fields: ["level one of A, B"],
      declarations: ["table limits {\n  level -> restore\n  A -> 4 h\n  B -> 4 h\n}"],
      limit: "within limits.restore"),
    right: LintExample(
      fields: ["level one of A, B"],
      declarations: ["table limits {\n  level -> restore\n  A -> 2 h\n  B -> 4 h\n}"],
      limit: "within limits.restore"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    let file = subject.tree.node.tree.file
    for table in subject.all(TableView.self) where !table.isDamaged && table.rows.count > 1 {
      for (index, column) in table.results.enumerated() {
        let texts = table.rows.map { row in
          index < row.results.count ? file.text(in: row.results[index].range) : ""
        }
        guard let first = texts.first, !first.isEmpty, Set(texts).count == 1 else { continue }
        findings.report(
          FactWords("`\(column.name)` is `\(first)` in each row"),
          chinese: FactWords("`\(column.name)` 在每一行都是 `\(first)`"), at: column.range)
      }
    }
  }
}
