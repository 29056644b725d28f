extension CodePage {
  /// The page of P0215.
  static let spanAsValue = CodePage(
    215, "span-as-value",
    title: "A span stands where a value is needed",
    meaning: """
      A span is a set of times, such as all outages of a ticket. It has no single number: it can be
      measured, counted, or asked whether it overlaps another.
      """,
    wrong: """
      exclusion short { when outage < 5 min }
      """,
    right: """
      exclusion short { when total(outage) < 5 min }
      """,
    advice: """
      Measure it with `total(…)`, `longest(…)` or `count(…)`, or ask with `overlaps` or `during`.
      """)
}
