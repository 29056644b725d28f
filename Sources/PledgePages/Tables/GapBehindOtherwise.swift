extension CodePage {
  /// The page of P0509.
  static let gapBehindOtherwise = CodePage(
    509, "gap-behind-otherwise", .warning,
    title: "Only `otherwise` takes what lies between two rows",
    meaning: """
      Rows on both sides name what they take of a scale, and what is between them goes to `otherwise`,
      which says what neither of them does. A reader takes such bands for complete.
      """,
    wrong: """
      table limits {
        users          -> limit
        at least 100   -> 2 h
        10 to under 50 -> 4 h
        otherwise      -> 24 h
      }
      """,
    right: """
      table limits {
        users           -> limit
        at least 100    -> 2 h
        10 to under 100 -> 4 h
        otherwise       -> 24 h
      }
      """,
    advice: """
      Let the rows meet, or add a row that says what holds between them.
      """)
}
