extension CodePage {
  /// The page of P0390.
  static let notSupportedYet = CodePage(
    390, "not-supported-yet",
    title: "The language has it, and this version of the tool cannot evaluate it",
    meaning: """
      The construct is part of the language and is read, but this version does not compute it. It
      refuses the policy rather than decide by the rest of it, because the missing part could change
      what is owed.
      """,
    wrong: .words(
      """
      A policy that is written for a later version of the tool.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Leave the construct out, or install a later version.
      """)
}
