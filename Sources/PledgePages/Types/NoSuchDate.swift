extension CodePage {
  /// The page of P0212.
  static let noSuchDate = CodePage(
    212, "no-such-date",
    title: "A date does not exist",
    meaning: """
      The date is well written, but no calendar has it: there is no 30 February and no 29 February in
      most years. It would be a guess which day is meant.
      """,
    wrong: """
      span freeze = during 2026-02-30 until 2026-04-01
      """,
    right: """
      span freeze = during 2026-02-28 until 2026-04-01
      """,
    advice: """
      Write a date that exists.
      """)
}
