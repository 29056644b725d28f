extension CodePage {
  /// The page of P0321.
  static let rateOfTheDelayItself = CodePage(
    321, "rate-of-the-delay-itself",
    title: "A rate depends on the delay in a way that has no days",
    meaning: """
      With `each day at its rate` every day of the delay is paid at the rate of the row in which it
      lies. For that the rows hold the delay against written bounds, in the unit that is paid for. A
      rate that is computed from the delay has no rows.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   (restore.over / 24 h) * 5.00 EUR per started 24 h over each day at its rate
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
      Write a table by `over` whose cells are in the unit that is paid for.
      """)
}
