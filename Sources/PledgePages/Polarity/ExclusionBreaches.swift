extension CodePage {
  /// The page of P0751.
  static let exclusionBreaches = CodePage(
    751, "exclusion-breaches", .warning,
    title: "Excusing one target could breach another",
    meaning: """
      The target asks for the verdict of another in such a way that excusing the other makes this one
      worse: a share of kept tickets that may be at most 90%, for example. Mostly the bound or the
      word is the wrong way round.
      """,
    wrong: """
      target quality per circuit each month {
        measure  share of restore met
        at most  90%
      }
      """,
    right: """
      target quality per circuit each month {
        measure   share of restore met
        at least  90%
      }
      """,
    advice: """
      Check the bound; else ask for the fact itself and not for the verdict.
      """)
}
