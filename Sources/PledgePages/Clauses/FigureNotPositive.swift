extension CodePage {
  /// The page of P0308.
  static let figureNotPositive = CodePage(
    308, "figure-not-positive",
    title: "A figure has to be more than zero",
    meaning: """
      A unit that is paid for, a number of keys or the length of a window cannot be zero or less:
      nothing could be counted in it.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   5.00 EUR per started 0 h over
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   5.00 EUR per started 1 h over
      }
      """,
    advice: """
      Write a figure above zero.
      """)
}
