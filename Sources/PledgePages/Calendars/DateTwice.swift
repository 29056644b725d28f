extension CodePage {
  /// The page of P0410.
  static let dateTwice = CodePage(
    410, "date-twice",
    title: "A date has its hours twice",
    meaning: """
      Two lines give hours for one date, and the second does not say that it is an exception to the
      first. All hours of a date stand in one line; an exception to a range stands behind the range
      and inside of it.
      """,
    wrong: """
      calendar desk {
        mon..fri    09:00-18:00
        2026-12-24  09:00-12:00
        2026-12-24  13:00-15:00
      }
      """,
    right: """
      calendar desk {
        mon..fri    09:00-18:00
        2026-12-24  09:00-12:00, 13:00-15:00
      }
      """,
    advice: """
      Put the hours of the date into one line.
      """)
}
