extension CodePage {
  /// The page of P0401.
  static let overlappingHours = CodePage(
    401, "overlapping-hours",
    title: "Hours of one day overlap",
    meaning: """
      The two ranges share some time. Counted once or twice? The times of a day are listed in order
      and apart, so that the question does not come up.
      """,
    wrong: """
      calendar desk { mon..fri 09:00-13:00, 12:00-18:00 }
      """,
    right: """
      calendar desk { mon..fri 09:00-12:00, 13:00-18:00 }
      """,
    advice: """
      List each hour once.
      """)
}
