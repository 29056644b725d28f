extension CodePage {
  /// The page of P0025.
  static let malformedNumber = CodePage(
    25, "malformed-number",
    title: "These digits make no number",
    meaning: """
      A number is digits, with at most one decimal point between digits and `_` between digits to
      group them. Commas do not stand in numbers, since in half of the world they mean the decimal
      point and in the other half a group.
      """,
    wrong: """
      let charge = 1_.5 * users
      """,
    right: """
      let charge = 1.5 * users
      """,
    advice: """
      Write `1500`, `1_500` or `2.5`.
      """)
}
