extension CodePage {
  /// The page of P0724.
  static let noPeriod = CodePage(
    724, "no-period",
    title: "A target of several tickets has no period",
    meaning: """
      Availability is that of a month, a quarter or a window. Without a period the target would never
      be final.
      """,
    wrong: """
      target quality per circuit {
        measure   availability of outage
        at least  99.9%
      }
      """,
    right: """
      target quality per circuit each month {
        measure   availability of outage
        at least  99.9%
      }
      """,
    advice: """
      Write for example `each month` behind the key.
      """)
}
