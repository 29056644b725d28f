extension CodePage {
  /// The page of P0313.
  static let conditionAlwaysHolds = CodePage(
    313, "condition-always-holds", .warning,
    title: "A condition always holds",
    meaning: """
      Whatever the values are, the condition is true, so that it chooses nothing. The usual case is
      `is not a or is not b`: each value is at least one of these. Where a value may be missing, it holds
      of those that are known, and what is missing leaves it open.
      """,
    wrong: """
      target restore {
        for     tier is not gold or tier is not silver
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      target restore {
        for     tier not in gold, silver
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write `not in a, b` to leave both out, or remove the condition.
      """)
}
