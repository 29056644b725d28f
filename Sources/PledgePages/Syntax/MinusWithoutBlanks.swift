extension CodePage {
  /// The page of P0013.
  static let minusWithoutBlanks = CodePage(
    13, "minus-without-blanks",
    title: "A minus between two values needs a blank on both sides",
    meaning: """
      Directly before a number a minus is its sign. Between two values it has a blank on both sides,
      so that neither `a -1` nor a name with a hyphen is mistaken for a difference.
      """,
    wrong: """
      let less = users -1
      """,
    right: """
      let less = users - 1
      """,
    advice: """
      Put a blank on both sides of the minus.
      """)
}
