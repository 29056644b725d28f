extension CodePage {
  /// The page of P0951.
  static let damagedFileNotConverted = CodePage(
    951, "damaged-file-not-converted",
    title: "A file with errors cannot be written in another dialect",
    meaning: """
      To put a policy into the words of another language each of its words has to be understood. In a
      file with errors some are not, and a half-converted file would be readable in neither language.
      """,
    wrong: .words(
      """
      `pledge fmt --dialect zh` on a policy in which `pledge check` finds an error of spelling.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Mend what `pledge check` reports first.
      """)
}
