extension CodePage {
  /// The page of P0110.
  static let lookAlikeNames = CodePage(
    110, "look-alike-names", .warning,
    title: "Two names look alike",
    meaning: """
      The two names differ in a character that looks the same, such as a Cyrillic `а` and a Latin `a`.
      They are two things to the tool and one to every reader.
      """,
    wrong: """
      target restore { clock from reported until restored; within 4 h }

      target r‹U+0435›store { clock from reported until restored; within 8 h }
      """,
    right: """
      target restore { clock from reported until restored; within 4 h }

      target repair { clock from reported until restored; within 8 h }
      """,
    advice: """
      Write both alike if they are one, or rename one of them.
      """)
}
