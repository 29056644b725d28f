extension CodePage {
  /// The page of P0508.
  static let resultsThatTurn = CodePage(
    508, "results-that-turn", .warning,
    title: "The results of a table change direction",
    meaning: """
      Along a scale of tiers or amounts the results go up, and in one row down, or the other way
      round. Service levels and bands of credits nearly always go one way, so this row or its
      neighbour may have a wrong figure.
      """,
    wrong: """
      table charges {
        users     -> charge
        under 10  -> 5.00 EUR
        10 to 50  -> 25.00 EUR
        50 to 100 -> 10.00 EUR
        otherwise -> 50.00 EUR
      }
      """,
    right: """
      table charges {
        users     -> charge
        under 10  -> 5.00 EUR
        10 to 50  -> 10.00 EUR
        50 to 100 -> 25.00 EUR
        otherwise -> 50.00 EUR
      }
      """,
    advice: """
      Check both rows that the message shows. If the contract does say so, the warning can stay.
      """)
}
