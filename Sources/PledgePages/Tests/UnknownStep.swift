extension CodePage {
  /// The page of P0614.
  static let unknownStep = CodePage(
    614, "unknown-step",
    title: "An escalation has no such step",
    meaning: """
      The escalation has fewer steps than the number says, so that nothing could be expected of it.
      """,
    wrong: """
      test "told" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect chain step 4 scheduled
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
      Write the number of a step that exists.
      """)
}
