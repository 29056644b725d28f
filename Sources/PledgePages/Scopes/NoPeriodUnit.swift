extension CodePage {
  /// The page of P0725.
  static let noPeriodUnit = CodePage(
    725, "no-period-unit",
    title: "This is no period",
    meaning: """
      Periods are stretches of the calendar: weeks, months, quarters, years, also several of them, or
      windows that roll. A working week is none of them: it is how much open time a calendar has.
      """,
    wrong: """
      target quality per circuit each working week {
        measure   availability of outage
        at least  99.9%
      }
      """,
    right: """
      target quality per circuit each week {
        measure   availability of outage
        at least  99.9%
      }
      """,
    advice: """
      Write a period such as `each month`, `each quarter` or `rolling 30 calendar days`.
      """)
}
