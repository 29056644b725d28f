extension CodePage {
  /// The page of P0032.
  static let invisibleCharacter = CodePage(
    32, "invisible-character",
    title: "An invisible character cannot stand in a policy",
    meaning: """
      Some characters have no width, or turn the direction of the text around. With them a policy can
      look other than it is: two names that look the same are different, or a limit is read backwards.
      They are refused everywhere, also in texts and comments.
      """,
    wrong: """
      target re‹U+200B›store {
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
      Remove it: the fix does, or retype the word.
      """)
}
