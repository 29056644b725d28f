extension CodePage {
  /// The page of P0300.
  static let missingClause = CodePage(
    300, "missing-clause",
    title: "A declaration lacks a line that it needs",
    meaning: """
      A target needs a clock and a bound, a refund what it pays, an exclusion what it excludes.
      Without the line the declaration promises nothing that could be decided, and no default is taken
      for it.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Add the line that the message names.
      """)
}
