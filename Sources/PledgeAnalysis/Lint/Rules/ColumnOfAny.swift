import PledgeDiagnostics
import PledgeSyntax

/// Finds condition columns that choose no row.
enum ColumnOfAny: LintRule {
  static let description = LintRuleDescription(
    1301, "column-of-any", .tables, .warning,
    summary: "a condition column of a table says `any` in each row",
    explanation: """
      The column chooses nothing, and yet a ticket whose value is missing there looks as if it mattered.
      """,
    wrong: LintExample(
      fields: ["level one of A, B", "product one of line, vpn"],
      declarations: [
        "table limits {\n  level | product -> restore\n  A | any -> 2 h\n  B | any -> 4 h\n}"
      ],
      limit: "within limits.restore"),
    right: LintExample(
      fields: ["level one of A, B", "product one of line, vpn"],
      declarations: ["table limits {\n  level -> restore\n  A -> 2 h\n  B -> 4 h\n}"],
      limit: "within limits.restore"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for table in subject.all(TableView.self) where !table.isDamaged {
      let rows = table.rows.filter { !$0.isOtherwise }
      guard rows.count > 1 else { continue }
      for (index, column) in table.conditions.enumerated() {
        guard rows.allSatisfy({ index < $0.cells.count && $0.cells[index].isAny }) else { continue }
        findings.report(
          FactWords("this column chooses no row", hint: "delete it, or fill its cells"),
          chinese: FactWords("此列不区分任何行", hint: "删除它，或填写单元格"), at: column.range)
      }
    }
  }
}
