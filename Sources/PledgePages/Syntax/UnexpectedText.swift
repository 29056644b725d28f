extension CodePage {
  /// The page of P0005.
  static let unexpectedText = CodePage(
    5, "unexpected-text",
    title: "More stands here than the line can hold",
    meaning: """
      The line was complete before the marked place, and something follows that belongs to nothing.
      Usually two clauses stand on one line without a `;` between them, or a word too many was typed.
      """,
    wrong: """
      target restore {
        clock from reported until restored within 4 h 30
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h 30 min
      }
      """,
    advice: """
      Begin each clause on a line of its own or behind `;`, or remove what is too much.
      """)
}
