extension CodePage {
  /// The page of P0008.
  static let strayClosingBracket = CodePage(
    8, "stray-closing-bracket",
    title: "A bracket closes nothing",
    meaning: """
      A `}` or `)` stands where no block and no part is open. Either it is one too many, or the
      bracket that should open the part was forgotten.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Remove the bracket, or add the one that it should close.
      """)
}
