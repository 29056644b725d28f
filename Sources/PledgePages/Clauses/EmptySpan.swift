extension CodePage {
  /// The page of P0311.
  static let emptySpan = CodePage(
    311, "empty-span",
    title: "Nothing lies between two instants",
    meaning: """
      The second instant is not later than the first, so that no time lies between them and the line,
      the claim or the row of a register has no effect. Mostly the two are exchanged or a year is wrong.
      """,
    wrong: """
      span freeze = during 2026-04-01 until 2026-03-01
      """,
    right: """
      span freeze = during 2026-03-01 until 2026-04-01
      """,
    advice: """
      Check the two instants and their order.
      """)
}
