extension CodePage {
  /// The page of P0604.
  static let unknownOutcome = CodePage(
    604, "unknown-outcome",
    title: "A target or refund cannot come to this",
    meaning: """
      Each sort of declaration has its own outcomes: a target is `met`, `breached`, `excused` and so
      on, a refund `owed`, `none`, `accruing`. The word that is expected is none of them, so that the
      test could never pass.
      """,
    wrong: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore kept
      }
      """,
    right: """
      test "in time" {
        2026-03-02 10:00  reported
        2026-03-02 12:00  restored
        expect restore met
      }
      """,
    advice: """
      Write one of the words that the message lists.
      """)
}
