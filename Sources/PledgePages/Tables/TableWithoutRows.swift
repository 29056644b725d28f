extension CodePage {
  /// The page of P0505.
  static let tableWithoutRows = CodePage(
    505, "table-without-rows",
    title: "A table has no rows",
    meaning: """
      The head of the table names its columns, and nothing follows. There is no case for which it
      gives a result.
      """,
    wrong: """
      table limits {
        tier -> limit
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
      Write the rows.
      """)
}
