extension CodePage {
  /// The page of P0400.
  static let calendarNeverOpens = CodePage(
    400, "calendar-never-opens",
    title: "A calendar is never open",
    meaning: """
      A clock on a calendar counts its open hours only. On one that never opens no clock would ever
      run, no limit would be reached and every promise would be kept.
      """,
    wrong: """
      calendar desk { mon..sun closed }
      """,
    right: """
      calendar desk { mon..fri 09:00-18:00 }
      """,
    advice: """
      Give the calendar hours.
      """)
}
