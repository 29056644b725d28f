extension CodePage {
  /// The page of P0093.
  static let tooManyMessages = CodePage(
    93, "too-many-messages",
    title: "So much is wrong that the rest is not reported",
    meaning: """
      More than a thousand messages about one file help nobody: mostly the file is no policy at all,
      or is written in another dialect than its first line says. The messages before this one are
      complete; what would follow is left out.
      """,
    wrong: .words(
      """
      A spreadsheet, a letter or a program with more than a thousand lines that is given to `pledge
      check`.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Check whether this is the right file and what its first line says, then mend the first messages
      and check again.
      """)
}
