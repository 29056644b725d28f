extension CodePage {
  /// The page of P0501.
  static let missingRow = CodePage(
    501, "missing-row",
    title: "A case has no row",
    meaning: """
      The table is asked for every ticket, and for the case that the message shows no row applies. The
      ticket would have no limit or no price, and that is seen only when it comes.
      """,
    wrong: """
      table limits {
        tier   -> limit
        gold   -> 2 h
        silver -> 4 h
      }
      """,
    right: """
      table limits {
        tier   -> limit
        gold   -> 2 h
        silver -> 4 h
        bronze -> 8 h
      }
      """,
    advice: """
      Add a row for the case, or end the table with `otherwise`.
      """)
}
