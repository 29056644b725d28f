extension CodePage {
  /// The page of P0011.
  static let chainedComparison = CodePage(
    11, "chained-comparison",
    title: "Two comparisons stand in a row",
    meaning: """
      `a < b < c` can be read in two ways, and systems differ in which they take. Two comparisons are
      joined with `and`, so that both readers and the tool see the same.
      """,
    wrong: """
      target restore {
        for 1 <= users <= 10
        clock   from reported until restored
        within  4 h
      }
      """,
    right: """
      target restore {
        for     users >= 1 and users <= 10
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write each comparison on its own and join them with `and`.
      """)
}
