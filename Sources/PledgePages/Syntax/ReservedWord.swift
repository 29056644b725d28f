extension CodePage {
  /// The page of P0012.
  static let reservedWord = CodePage(
    12, "reserved-word",
    title: "A word of the language cannot be a name",
    meaning: """
      A few words, such as `from`, `until`, `at` and `per`, mean the same everywhere in a policy, so
      that nothing else can bear them as its name. In backquotes any name is allowed, also one of
      these.
      """,
    wrong: """
      target within {
        clock from reported until restored
        within 4 h
      }
      """,
    right: """
      target `within` {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Choose another name, or write it in backquotes wherever it stands.
      """)
}
