extension CodePage {
  /// The page of P0322.
  static let rateWithoutAUnit = CodePage(
    322, "rate-without-a-unit",
    title: "It is not said which days have a rate",
    meaning: """
      The rows of the table are bounds in hours, and the rate is by the day. Whether a day is 24
      hours, a date or a working day changes what is owed.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   {
          over         -> amount
          at most 72 h -> 5.00 EUR
          otherwise    -> 10.00 EUR
        } each day at its rate
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   {
          over                    -> amount
          at most 3 calendar days -> 5.00 EUR
          otherwise               -> 10.00 EUR
        } each day at its rate
      }
      """,
    advice: """
      Write the cells in calendar or working days, or add `per started calendar day over`.
      """)
}
