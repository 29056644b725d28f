extension CodePage {
  /// The page of P0304.
  static let secondBlock = CodePage(
    304, "second-block",
    title: "A second block of a sort that stands once in a policy",
    meaning: """
      A policy has one head and one vocabulary. Two blocks could contradict each other, and a reader
      who has found one would not look for the other.
      """,
    wrong: """
      ticket { event reported, restored }

      ticket { tier one of gold, silver }

      target restore { clock from reported until restored; within 4 h }
      """,
    right: """
      ticket {
        event  reported, restored
        tier   one of gold, silver
      }

      target restore { clock from reported until restored; within 4 h }
      """,
    advice: """
      Put the lines of both blocks into one.
      """)
}
