extension CodePage {
  /// The page of P0101.
  static let wrongSortOfName = CodePage(
    101, "wrong-sort-of-name",
    title: "A name is of another sort than the place needs",
    meaning: """
      The name exists, but means another sort of thing: an event where a target is asked, a calendar
      where a span has to stand. The message names both sorts and shows the declaration.
      """,
    wrong: """
      exclusion relief for outage { when cause is customer }
      """,
    right: """
      exclusion relief for restore { when cause is customer }
      """,
    advice: """
      Write a name of the sort that is needed, or declare one.
      """)
}
