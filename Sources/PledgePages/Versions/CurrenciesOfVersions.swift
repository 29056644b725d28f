extension CodePage {
  /// The page of P0745.
  static let currenciesOfVersions = CodePage(
    745, "currencies-of-versions",
    title: "A refund is in different currencies in two versions",
    meaning: """
      What a refund comes to in a year is added up over the versions. Amounts in two currencies have
      no sum.
      """,
    wrong: .years(
      CircuitVersion(currency: "CNY", refund: "10.00 CNY"),
      CircuitVersion(name: "2", effective: "2026-01-01", refund: "10.00 EUR")),
    right: .years(
      CircuitVersion(refund: "10.00 EUR"),
      CircuitVersion(name: "2", effective: "2026-01-01", refund: "10.00 EUR")),
    advice: """
      Rename one of the two refunds, so that each is added up in its own currency.
      """)
}
