extension CodePage {
  /// The page of P0615.
  static let whichRepetition = CodePage(
    615, "which-repetition",
    title: "It is not said which time of a repeated step is meant, or a step is not repeated",
    meaning: """
      A step with `every` comes again and again, and each time has a state of its own: `step 2.1` is
      the first time of the second step. A step with `at` comes once and has no times to choose from.
      """,
    wrong: """
      test "told" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect chain step 1.1 scheduled
      }
      """,
    right: """
      test "told" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect chain step 1 scheduled
      }
      """,
    advice: """
      Write `step 2.1` of a repeated step and `step 1` of one that comes once.
      """)
}
