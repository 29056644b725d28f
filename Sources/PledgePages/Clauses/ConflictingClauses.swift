extension CodePage {
  /// The page of P0302.
  static let conflictingClauses = CodePage(
    302, "conflicting-clauses",
    title: "Two lines of one declaration do not go together",
    meaning: """
      Each line is sound alone, but together they say nothing certain: a pause stops a clock, and a
      deadline that is bounded by an instant has no clock that could stop. The message names both and
      what goes with what.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
        by     end of promised
        pause  hold
      }
      """,
    right: """
      target restore {
        clock        from reported until restored
        by           end of promised
        extended by  hold
      }
      """,
    advice: """
      Follow the hint, or remove one of the two lines.
      """)
}
