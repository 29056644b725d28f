extension CodePage {
  /// The page of P0202.
  static let mixedCurrencies = CodePage(
    202, "mixed-currencies",
    title: "Amounts of two currencies do not mix",
    meaning: """
      An amount in euros and one in dollars have no sum without a rate and a day. A policy has no
      rates of exchange, so that its decisions do not change with the market.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR + 5.00 USD
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   15.00 EUR
      }
      """,
    advice: """
      Convert one of them outside of the policy and give it as a field or a `param`.
      """)
}
