extension CodePage {
  /// The page of P0023.
  static let emptyName = CodePage(
    23, "empty-name",
    title: "A quoted name is empty",
    meaning: """
      Between two backquotes stands a name, and here stands nothing. What has no name cannot be
      referred to, in the policy or in a report.
      """,
    wrong: """
      target `` {
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
      Write a name; backquotes are needed only where it has blanks or is a word of the language.
      """)
}
