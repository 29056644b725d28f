extension CodePage {
  /// The page of P0408.
  static let hoursEndAsTheyBegin = CodePage(
    408, "hours-end-as-they-begin",
    title: "Hours end when they begin",
    meaning: """
      `00:00-00:00` is a whole day to some and nothing to others. The two readings are 24 hours apart,
      every day.
      """,
    wrong: """
      calendar desk { mon..sun 00:00-00:00 }
      """,
    right: """
      calendar desk { mon..sun 00:00-24:00 }
      """,
    advice: """
      Write `00:00-24:00` for a whole day, or `closed`.
      """)
}
