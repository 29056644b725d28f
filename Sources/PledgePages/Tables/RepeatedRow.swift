extension CodePage {
  /// The page of P0507.
  static let repeatedRow = CodePage(
    507, "repeated-row", .warning,
    title: "A row changes nothing",
    meaning: """
      Without this row the ones below would give the same results for its cases. Perhaps its result
      was copied and not changed.
      """,
    wrong: """
      table limits {
        tier   -> limit
        gold   -> 2 h
        silver -> 8 h
        any    -> 8 h
      }
      """,
    right: """
      table limits {
        tier   -> limit
        gold   -> 2 h
        silver -> 4 h
        any    -> 8 h
      }
      """,
    advice: """
      Write what the row should say, or remove it.
      """)
}
