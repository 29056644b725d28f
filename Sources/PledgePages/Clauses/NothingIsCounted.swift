extension CodePage {
  /// The page of P0329.
  static let nothingIsCounted = CodePage(
    329, "nothing-is-counted", .warning,
    title: "A pause or an exclusion begins with the clock that it stops",
    meaning: """
      Up to the end of the pause nothing is counted, and where it never ends, the target is never
      breached. A pause that ends with the clock, or never, takes all of its time.
      """,
    wrong: """
      span hold = from reported until resumed

      target restore {
        clock   from reported until restored
        pause   hold
        within  4 h
      }
      """,
    right: """
      span hold = from held until resumed

      target restore {
        clock   from reported until restored
        pause   hold
        within  4 h
      }
      """,
    advice: """
      Let the pause begin later, or the clock run from the event that ends the pause. Time of grace is a
      pause with an end: `from reported until resumed up to 15 min`.
      """)
}
