extension CodePage {
  /// The page of P0504.
  static let rowsBehindOtherwise = CodePage(
    504, "rows-behind-otherwise",
    title: "A row stands behind `otherwise`",
    meaning: """
      `otherwise` takes every case that is left, so that a row behind it never applies. It is the last
      row of a table.
      """,
    wrong: """
      table limits {
        tier      -> limit
        gold      -> 2 h
        otherwise -> 8 h
        silver    -> 4 h
      }
      """,
    right: """
      table limits {
        tier      -> limit
        gold      -> 2 h
        silver    -> 4 h
        otherwise -> 8 h
      }
      """,
    advice: """
      Move `otherwise` to the end.
      """)
}
