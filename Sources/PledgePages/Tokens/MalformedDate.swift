extension CodePage {
  /// The page of P0026.
  static let malformedDate = CodePage(
    26, "malformed-date",
    title: "This is not a date",
    meaning: """
      Dates are written year, month, day with two digits for month and day. Other orders mean
      different days in different countries, so there is only this one.
      """,
    wrong: """
      span freeze = during 2026-3-1 until 2026-04-01
      """,
    right: """
      span freeze = during 2026-03-01 until 2026-04-01
      """,
    advice: """
      Write dates as `2026-03-02`.
      """)
}
