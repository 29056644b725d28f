import PledgeDiagnostics

/// What is wrong with the comments that silence rules. These checks run behind the rules, because only then
/// it is known which comments silenced something.
enum IgnoreChecks {
  static let unknownRule = LintRuleDescription(
    1090, "ignore-of-unknown-rule", .correctness, .warning,
    summary: "a comment silences a rule that does not exist",
    explanation: """
      A misspelt rule silences nothing, and the finding that it was meant for stays or comes back under
      another name. `pledge lint --rules` lists the names.
      """,
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      # pledge: ignore unused-calender because the annex refers to it
      calendar office { mon..fri 09:00-17:00 }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      # pledge: ignore unused-calendar because the annex refers to it
      calendar office { mon..fri 09:00-17:00 }
      """)

  static let withoutReason = LintRuleDescription(
    1091, "ignore-without-reason", .correctness, .warning,
    summary: "a comment silences a rule and does not say why",
    explanation: """
      Whoever reads the policy next year has to know whether the exception still holds. Write the reason
      behind `because`; a comment without one silences nothing.
      """,
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      # pledge: ignore unused-calendar
      calendar office { mon..fri 09:00-17:00 }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      # pledge: ignore unused-calendar because the annex refers to it
      calendar office { mon..fri 09:00-17:00 }
      """)

  static let unused = LintRuleDescription(
    1092, "unused-ignore", .correctness, .warning, fix: .safe,
    summary: "a comment silences a rule that finds nothing there",
    explanation: """
      The reason that it gives speaks of something that is no longer so. Delete it, lest it silence
      the next finding that is not meant.
      """,
    wrong: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      # pledge: ignore unused-calendar because the annex refers to it
      ticket { event reported }
      """,
    right: """
      pledge 1

      policy "Example" { id example; timezone UTC }
      ticket { event reported }
      """)

  /// The findings that no comment silences, and what is wrong with the comments.
  static func apply(
    _ ignores: [LintIgnore], to found: [Diagnostic], in subject: LintSubject, _ levels: LintLevels
  ) -> [Diagnostic] {
    guard !ignores.isEmpty else { return found }
    let file = subject.tree.node.tree.file
    var isUsed = ignores.map { _ in false }
    var kept: [Diagnostic] = []
    for diagnostic in found {
      let line = file.line(at: diagnostic.range.start)
      let match = ignores.indices.first {
        ignores[$0].isReasoned && ignores[$0].line == line && ignores[$0].rule == diagnostic.code.name
      }
      if let match { isUsed[match] = true } else { kept.append(diagnostic) }
    }
    for (ignore, isUsed) in zip(ignores, isUsed) where !isUsed {
      guard let problem = problem(of: ignore, file), let severity = levels.severity(of: problem.rule) else {
        continue
      }
      var findings = LintFindings(of: problem.rule, at: severity)
      findings.report(
        problem.words.english, chinese: problem.words.chinese, at: ignore.range, fix: problem.fix)
      kept += findings.diagnostics
    }
    return kept
  }

  private static func problem(
    of ignore: LintIgnore, _ file: SourceFile
  ) -> (rule: LintRuleDescription, words: LintWords, fix: [TextEdit])? {
    if LintRules.named(ignore.rule) == nil {
      let names = LintRules.descriptions.map(\.name)
      let close = Suggestion.nearest(to: ignore.rule, among: names)
      return (
        unknownRule,
        LintWords(
          english: FactWords(
            "there is no rule `\(ignore.rule)`", hint: close.map { "did you mean `\($0)`?" }),
          chinese: FactWords("没有检查规则 `\(ignore.rule)`", hint: close.map { "是否要写 `\($0)`？" })), []
      )
    }
    if !ignore.isReasoned {
      return (
        withoutReason,
        LintWords(
          english: FactWords(
            "`\(ignore.rule)` is not silenced, because no reason is given",
            hint: "write `# pledge: ignore \(ignore.rule) because …`"),
          chinese: FactWords(
            "没有写理由，`\(ignore.rule)` 不会被忽略",
            hint: "写 `# pledge: ignore \(ignore.rule) because …`")), []
      )
    }
    return (
      unused,
      LintWords(
        english: FactWords("`\(ignore.rule)` finds nothing here", hint: "delete the comment"),
        chinese: FactWords("`\(ignore.rule)` 在此处没有发现", hint: "删除此注释")),
      [TextEdit(range: SourceText.wholeLines(of: ignore.range, in: file), replacement: "")]
    )
  }
}
