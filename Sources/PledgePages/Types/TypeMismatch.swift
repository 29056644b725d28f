extension CodePage {
  /// The page of P0200.
  static let typeMismatch = CodePage(
    200, "type-mismatch",
    title: "A value of one type stands where another is needed",
    meaning: """
      Units are types: a number is no length of time, a percent is no amount of money. The message
      says what stands there and what the place needs. Nothing is converted silently.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   5%
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   5% of circuit.monthly_fee
      }
      """,
    advice: """
      Write the unit, the currency or what the percent is of.
      """)
}
