extension CodePage {
  /// The page of P0004.
  static let expectedSomethingElse = CodePage(
    4, "expected-something-else",
    title: "Something else has to stand here",
    meaning: """
      The line begins as a line of the language does, and then goes on with something that does not
      fit. The message names what has to stand at the marked place. Nothing of the line is decided by
      until it can be read whole.
      """,
    wrong: """
      target restore {
        clock from reported restored
        within  4 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write what the message expects. Often a word is missing just before the marked place.
      """)
}
