extension CodePage {
  /// The page of P0010.
  static let unknownClause = CodePage(
    10, "unknown-clause",
    title: "A line of a block begins with no word that such a block has",
    meaning: """
      Each sort of block has its own lines: a target has `clock`, `within`, `pause` and others, a
      refund `when`, `pay`, `cap`. The word at the beginning of this line is none of those of its
      block, so that nothing can be made of it.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
        wihtin 4 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Check the spelling; the page of the declaration in the reference of the language lists its
      lines.
      """)
}
