extension CodePage {
  /// The page of P0301.
  static let repeatedClause = CodePage(
    301, "repeated-clause",
    title: "A line stands twice in one declaration",
    meaning: """
      Of two lines of the same sort only one could hold, and nothing says which. A second limit is a
      second target, with a name and tests of its own.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  4 h
        within  8 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }

      target restore_at_last {
        clock   from reported until restored
        within  8 h
      }
      """,
    advice: """
      Keep one of the two, or make two declarations.
      """)
}
