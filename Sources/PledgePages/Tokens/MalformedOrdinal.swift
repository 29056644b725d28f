extension CodePage {
  /// The page of P0028.
  static let malformedOrdinal = CodePage(
    28, "malformed-ordinal",
    title: "This is not an ordinal",
    meaning: """
      Which occurrence of an event is meant is written `1st`, `2nd`, `3rd`, `4th` and so on. The
      letters behind the digits have to fit the number, so that a slip of the finger is not taken for
      another number.
      """,
    wrong: """
      span chronic = from 3th reported until last restored
      """,
    right: """
      span chronic = from 3rd reported until last restored
      """,
    advice: """
      Write the letters that the hint names.
      """)
}
