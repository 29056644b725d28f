extension CodePage {
  /// The page of P0211.
  static let belowAMicrosecond = CodePage(
    211, "below-a-microsecond",
    title: "A time is no whole number of microseconds",
    meaning: """
      Time is kept in whole microseconds. A length that is no whole number of them could not be kept
      exactly, and nothing is rounded where the policy does not say so.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  1.5 us
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  2 us
      }
      """,
    advice: """
      Write a length of whole microseconds.
      """)
}
