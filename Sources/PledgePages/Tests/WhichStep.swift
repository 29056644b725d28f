extension CodePage {
  /// The page of P0613.
  static let whichStep = CodePage(
    613, "which-step",
    title: "It is not said which step of an escalation is meant",
    meaning: """
      An escalation has several steps, each with a state of its own. They are numbered as they are
      written.
      """,
    wrong: """
      test "told" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect chain scheduled
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
      Write `expect chain step 1 …`.
      """)
}
