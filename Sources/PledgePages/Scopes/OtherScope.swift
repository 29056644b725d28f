extension CodePage {
  /// The page of P0723.
  static let otherScope = CodePage(
    723, "other-scope",
    title: "A target has another key or period than what asks for it",
    meaning: """
      The one is per circuit and month, the other per circuit and year. Which of the twelve months
      would be meant?
      """,
    wrong: """
      refund credit per circuit each year {
        when  uptime is breached
        pay   10% of circuit.monthly_fee
      }
      """,
    right: """
      refund credit per circuit each month {
        when  uptime is breached
        pay   10% of circuit.monthly_fee
      }
      """,
    advice: """
      Give both the same `per` and period.
      """)
}
