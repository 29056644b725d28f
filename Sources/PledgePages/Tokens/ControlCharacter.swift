extension CodePage {
  /// The page of P0031.
  static let controlCharacter = CodePage(
    31, "control-character",
    title: "A control character cannot stand in a policy",
    meaning: """
      Besides line ends and tabs, control characters do nothing visible and can make a terminal show
      something else than the file contains. They come from copied texts and from damaged files.
      """,
    wrong: """
      target restore {
        clock from reported until restored
        within 4 h‹U+000B›
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Remove the character; retyping the line does it.
      """)
}
