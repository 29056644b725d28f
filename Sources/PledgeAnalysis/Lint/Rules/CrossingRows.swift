import PledgeChecker
import PledgeDiagnostics
import PledgePolicy

/// Finds rows of which only their order says which decides the cases that they share.
enum CrossingRows: LintRule {
  static let description = LintRuleDescription(
    1303, "crossing-rows", .tables, .note,
    summary: "two rows share cases, say different things of them, and neither is the special case",
    explanation: """
      The upper row decides, which a reader of the contract may not expect: `gold` before `vpn` and \
      `vpn` before `gold` are two promises. A row that takes only what the other one takes is its special \
      case, and is not reported above it. Write a row for the cases that both take, or name in one of the \
      rows what it leaves to the other.
      """,
    wrong: LintExample(
      fields: ["level one of gold, silver", "product one of line, vpn"],
      declarations: [
        "table limits {\n  level | product -> restore\n  gold | any -> 2 h\n  any | vpn -> 4 h\n"
          + "  otherwise -> 8 h\n}"
      ],
      limit: "within limits.restore"),
    right: LintExample(
      fields: ["level one of gold, silver", "product one of line, vpn"],
      declarations: [
        "table limits {\n  level | product -> restore\n  gold | any -> 2 h\n  silver | vpn -> 4 h\n"
          + "  otherwise -> 8 h\n}"
      ],
      limit: "within limits.restore"))

  static func check(_ subject: LintSubject, _ findings: inout LintFindings) {
    guard let policy = subject.policy else { return }
    for table in policy.tables where table.origin.file == subject.tree.node.tree.file.id {
      let cases = TableCases(table, of: policy, parameters: policy.parameterValues())
      for crossing in TableCrossings(cases).crossings {
        let example = cases.words(crossing.example)
        let english = Wording.joined(example.map(\.englishWords), by: " | ")
        let chinese = Wording.joined(example.map(\.chineseWords), by: " | ")
        findings.report(
          FactWords(
            "this row and one above both take \(english)", label: "the other one decides",
            hint: "write a row for it, or leave it to one of the two"),
          chinese: FactWords(
            "这一行与上面的一行都适用于\(chinese)", label: "由另一行决定",
            hint: "为它写一行，或只留给其中一行"),
          at: table.rows[crossing.second].origin,
          labels: [SecondaryLabel(.rowThatTakes(isOnly: false), at: table.rows[crossing.first].origin)])
      }
    }
  }
}
