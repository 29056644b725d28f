extension CodePage {
  /// The page of P0009.
  static let unknownDeclaration = CodePage(
    9, "unknown-declaration",
    title: "A line does not begin a declaration",
    meaning: """
      Outside of all blocks each line begins with the word of a declaration: `policy`, `ticket`,
      `register`, `calendar`, `span`, `let`, `table`, `param`, `exclusion`, `target`, `refund`,
      `right`, `combine`, `escalation`, `role`, `action`, `use` or `test`. This one begins with
      another word.
      """,
    wrong: """
      targt restore {
        clock from reported until restored
        within 4 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Check the spelling, or whether a block above was closed too early.
      """)
}
