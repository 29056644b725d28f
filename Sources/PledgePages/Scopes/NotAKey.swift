extension CodePage {
  /// The page of P0720.
  static let notAKey = CodePage(
    720, "not-a-key",
    title: "This cannot be a key",
    meaning: """
      A key is what tickets are put together by: a field, a column of its row such as
      `circuit.customer`, or a `let`. An expression in its place would be a key that nobody can name
      in a report.
      """,
    wrong: """
      target uptime per (users * 2) each month {
        measure   availability of outage
        at least  99.9%
      }
      """,
    right: """
      let size = users * 2

      target uptime per size each month {
        measure   availability of outage
        at least  99.9%
      }
      """,
    advice: """
      Give the expression a name with `let`.
      """)
}
