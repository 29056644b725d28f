extension CodePage {
  /// The page of P0506.
  static let tooManyCasesToCheck = CodePage(
    506, "too-many-cases-to-check", .warning,
    title: "A table has too many cases to look at",
    meaning: """
      Whether a table has a row for every case is checked by looking at all of them, and here there
      are more than can be looked at in reasonable time. So a missing row would not be found. With
      `otherwise` at the end none can be missing.
      """,
    wrong: .words(
      """
      A table with many condition columns, each with many values or bounds, and no `otherwise`.
      """),
    right: """
      table limits {
        tier      -> limit
        gold      -> 2 h
        otherwise -> 8 h
      }
      """,
    advice: """
      End the table with `otherwise`, or split it into smaller ones.
      """)
}
