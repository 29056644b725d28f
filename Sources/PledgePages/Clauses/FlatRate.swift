extension CodePage {
  /// The page of P0320.
  static let flatRate = CodePage(
    320, "flat-rate",
    title: "The rate is the same for every delay",
    meaning: """
      `each day at its rate` and `all days at the rate reached` say how several rates for several days
      of a delay go together. Here there is only one rate, so that they choose nothing.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   5.00 EUR per started calendar day over each day at its rate
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   5.00 EUR per started calendar day over
      }
      """,
    advice: """
      Write the rate as a table by `over`, or leave the words out.
      """)
}
