extension CodePage {
  /// The page of P0315.
  static let boundAlwaysMet = CodePage(
    315, "bound-always-met", .warning,
    title: "Every value meets a bound",
    meaning: """
      Availability and shares lie between 0% and 100%, counts and times are not below zero. A bound
      outside of that can never be breached, so that the target promises nothing.
      """,
    wrong: """
      target uptime per circuit each month {
        measure  availability of outage
        at most  100%
      }
      """,
    right: """
      target uptime per circuit each month {
        measure   availability of outage
        at least  99.9%
      }
      """,
    advice: """
      Check the figure, and whether `at least` or `at most` is meant.
      """)
}
