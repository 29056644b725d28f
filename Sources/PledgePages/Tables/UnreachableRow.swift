extension CodePage {
  /// The page of P0502.
  static let unreachableRow = CodePage(
    502, "unreachable-row", .warning,
    title: "A row never applies",
    meaning: """
      Rows are tried from top to bottom, and those above take every case of this one. What it says is
      never used, though it looks as if it were promised.
      """,
    wrong: """
      table limits {
        tier -> limit
        any  -> 4 h
        gold -> 2 h
      }
      """,
    right: """
      table limits {
        tier -> limit
        gold -> 2 h
        any  -> 4 h
      }
      """,
    advice: """
      Move the narrower row up, or remove it.
      """)
}
