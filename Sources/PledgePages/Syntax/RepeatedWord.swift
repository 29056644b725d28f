extension CodePage {
  /// The page of P0006.
  static let repeatedWord = CodePage(
    6, "repeated-word",
    title: "A word stands here twice",
    meaning: """
      The same word or mark was typed twice in a row. The policy would read the same with one of them,
      but whether something else was meant, nobody can tell.
      """,
    wrong: """
      target restore {
        clock from reported until until restored
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
      Remove one of the two.
      """)
}
