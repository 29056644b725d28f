extension CodePage {
  /// The page of P0950.
  static let formatWouldChange = CodePage(
    950, "format-would-change",
    title: "Formatting would change what a file says",
    meaning: """
      `pledge fmt` reads its own output again and compares it with the file. Here the two differ, so
      that the file was left as it is. This is a fault of the tool and not of the policy.
      """,
    wrong: .words(
      """
      None is known: each one that is found is mended.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Please report it, with the file if it may be shown.
      """)
}
