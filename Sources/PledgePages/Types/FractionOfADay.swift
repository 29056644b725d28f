extension CodePage {
  /// The page of P0219.
  static let fractionOfADay = CodePage(
    219, "fraction-of-a-day",
    title: "A day has no exact fraction",
    meaning: """
      Days of the calendar are not all equally long: on two days of the year the clocks are changed.
      Half a day is therefore no certain length, so that a price by the exact part of a day has no
      meaning.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR per exact calendar day over
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR per started calendar day over
      }
      """,
    advice: """
      Write `started` or `full`, or pay per `24 h`.
      """)
}
