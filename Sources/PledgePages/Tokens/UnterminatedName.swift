extension CodePage {
  /// The page of P0022.
  static let unterminatedName = CodePage(
    22, "unterminated-name",
    title: "A quoted name has no closing backquote",
    meaning: """
      A name in backquotes ends on the line on which it begins. Backquotes are for names that are also
      words of the language or have blanks in them.
      """,
    wrong: """
      target `restore quickly {
        clock from reported until restored
        within 4 h
      }
      """,
    right: """
      target `restore quickly` {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write the closing backquote behind the name.
      """)
}
