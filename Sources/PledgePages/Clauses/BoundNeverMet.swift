extension CodePage {
  /// The page of P0316.
  static let boundNeverMet = CodePage(
    316, "bound-never-met", .warning,
    title: "No value can meet a bound",
    meaning: """
      The bound lies outside of what the measure can come to, so that every period is breached. A
      figure may be wrong, or `more than` stands where `at least` is meant.
      """,
    wrong: """
      target uptime per circuit each month {
        measure    availability of outage
        more than  100%
      }
      """,
    right: """
      target uptime per circuit each month {
        measure   availability of outage
        at least  99.9%
      }
      """,
    advice: """
      Check the figure, and which of the bounds is meant.
      """)
}
