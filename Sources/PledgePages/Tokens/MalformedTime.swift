extension CodePage {
  /// The page of P0027.
  static let malformedTime = CodePage(
    27, "malformed-time",
    title: "This is not a time of day",
    meaning: """
      Times run from `0:00` to `24:00` with two digits for the minutes, and seconds may follow. The
      time that is written here does not exist.
      """,
    wrong: """
      calendar desk { mon..fri 09:00-18:75 }
      """,
    right: """
      calendar desk { mon..fri 09:00-18:45 }
      """,
    advice: """
      Write hours from 0 to 24 and minutes from 00 to 59. The end of a day is `24:00`.
      """)
}
