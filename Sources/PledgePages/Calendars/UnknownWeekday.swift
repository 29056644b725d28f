extension CodePage {
  /// The page of P0403.
  static let unknownWeekday = CodePage(
    403, "unknown-weekday",
    title: "This is not a weekday",
    meaning: """
      Days of the week are written with three letters: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`,
      `sun`, and as ranges with two dots.
      """,
    wrong: """
      calendar desk { mon..fry 09:00-18:00 }
      """,
    right: """
      calendar desk { mon..fri 09:00-18:00 }
      """,
    advice: """
      Write one of the seven words.
      """)
}
