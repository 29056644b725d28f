extension CodePage {
  /// The page of P0503.
  static let emptyRange = CodePage(
    503, "empty-range",
    title: "A range is empty",
    meaning: """
      The lower end of the range is not below its upper end, so that no value lies in it. The ends are
      exchanged, or the row should begin where the one above it ends.
      """,
    wrong: """
      table charges {
        users     -> charge
        under 10  -> 5.00 EUR
        50 to 10  -> 3.00 EUR
        otherwise -> 1.00 EUR
      }
      """,
    right: """
      table charges {
        users     -> charge
        under 10  -> 5.00 EUR
        10 to 50  -> 3.00 EUR
        otherwise -> 1.00 EUR
      }
      """,
    advice: """
      Write the lower end first.
      """)
}
