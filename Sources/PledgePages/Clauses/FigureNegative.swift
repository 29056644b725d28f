extension CodePage {
  /// The page of P0310.
  static let figureNegative = CodePage(
    310, "figure-negative",
    title: "A figure cannot be less than zero",
    meaning: """
      Limits, payments and allowances do not go below zero. A payment below zero would charge the
      customer for a breach of the provider.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  -4 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write the figure without the sign.
      """)
}
