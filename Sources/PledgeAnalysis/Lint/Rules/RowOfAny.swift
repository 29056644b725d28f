import PledgeDiagnostics
import PledgeSyntax

/// Finds last rows that say `any` in each column.
enum RowOfAny: LintRule {
  static let description = LintRuleDescription(
    1300, "row-of-any", .tables, .note, fix: .safe,
    summary: "the last row of a table says `any` in each column",
    explanation: """
      `otherwise` says in one word that the row takes what is left.
      """,
    wrong: LintExample(
      fields: ["level one of A, B, C"],
      declarations: ["table limits {\n  level -> restore\n  A -> 2 h\n  any -> 4 h\n}"],
      limit: "within limits.restore"),
    right: LintExample(
      fields: ["level one of A, B, C"],
      declarations: ["table limits {\n  level -> restore\n  A -> 2 h\n  otherwise -> 4 h\n}"],
      limit: "within limits.restore"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    for table in subject.all(TableView.self) where !table.isDamaged {
      guard let row = table.rows.last, table.rows.count > 1, !row.isOtherwise, let first = row.cells.first,
        let last = row.cells.last, row.cells.allSatisfy(\.isAny)
      else { continue }
      let cells = SourceRange(file: row.range.file, start: first.range.start, end: last.range.end)
      findings.report(
        FactWords("this row takes what is left", hint: "write `otherwise`"),
        chinese: FactWords("这一行处理剩下的全部情形", hint: "写 `otherwise`"), at: cells,
        fix: [TextEdit(range: cells, replacement: subject.words(.otherwise))])
    }
  }
}
