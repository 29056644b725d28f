extension CodePage {
  /// The page of P0221.
  static let monthsWithDays = CodePage(
    221, "months-with-days",
    title: "Months stand beside days",
    meaning: """
      A month has 28 to 31 days. So a length in months is neither the same as one in days nor more nor
      less, and which of the two is the greater nobody can say before the month is known.
      """,
    wrong: """
      target restore { clock from reported until restored; within max(1 month, 30 calendar days) }
      """,
    right: """
      target restore { clock from reported until restored; within 1 month }
      """,
    advice: """
      Whether two lengths are the same, ask in one unit. Which of two comes first, ask of the instants that
      they lead to: `max(first reported + 1 month, first reported + 30 calendar days)`.
      """)
}
