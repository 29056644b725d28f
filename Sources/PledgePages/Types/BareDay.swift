extension CodePage {
  /// The page of P0206.
  static let bareDay = CodePage(
    206, "bare-day",
    title: "A day can mean three things",
    meaning: """
      "Two days" is 48 hours in one system, the same time two dates later in the next, and two working
      days in the third. Most disputes about limits begin here, so a policy has to say which one is
      promised.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  2 days
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        on      office
        within  2 working days
      }
      """,
    advice: """
      Write hours for elapsed time, `2 calendar days` for the same time on a later date, or `2 working
      days` for days of a calendar.
      """)
}
