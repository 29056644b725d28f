extension CodePage {
  /// The page of P0208.
  static let mixedUnits = CodePage(
    208, "mixed-units",
    title: "Several units do not add up to one length",
    meaning: """
      `1 h 30 min` is one length of elapsed time. A month and some hours are not: how long they are
      together depends on the date and on which is counted first, and the policy does not say that.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  1 month 2 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  1 month
      }
      """,
    advice: """
      Write one length, or two and how they go together, as in `first reported + 1 month + 2 h`.
      """)
}
