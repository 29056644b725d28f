extension CodePage {
  /// The page of P0100.
  static let unknownName = CodePage(
    100, "unknown-name",
    title: "A name is not declared",
    meaning: """
      Every name that a policy uses is declared in it: fields and events in `ticket`, everything else
      in a declaration of its own. A misspelt name is an error and never silently `no` or zero, so
      that no clause is switched off by a slip.
      """,
    wrong: """
      target restore {
        clock   from repotred until restored
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
      Check the spelling, or declare the name. A nearby name is proposed where there is one.
      """)
}
