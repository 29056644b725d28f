extension CodePage {
  /// The page of P0205.
  static let unknownCurrency = CodePage(
    205, "unknown-currency",
    title: "This is no currency",
    meaning: """
      Currencies are written with the three letters of ISO 4217, which also say how many digits the
      smallest coin has. `RMB`, `€` and `$` are not such codes.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUX
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR
      }
      """,
    advice: """
      Write the code, for example `CNY`, `EUR`, `GBP` or `USD`.
      """)
}
