extension CodePage {
  /// The page of P0007.
  static let missingClosingBracket = CodePage(
    7, "missing-closing-bracket",
    title: "A closing bracket is missing",
    meaning: """
      A block was opened with `{` or a part with `(`, and the text goes on without the bracket that
      closes it. Which lines still belong to the block is not certain then.
      """,
    wrong: """
      target restore {
        clock from reported until restored
        within 4 h

      target answer {
        clock   from reported until answered
        within  1 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }

      target answer {
        clock   from reported until answered
        within  1 h
      }
      """,
    advice: """
      Write the bracket that the message names, before the marked place.
      """)
}
