extension CodePage {
  /// The page of P0605.
  static let wrongFigure = CodePage(
    605, "wrong-figure",
    title: "What is expected has no such figure",
    meaning: """
      A target has no amount of money, and a step no delay. The figure behind the outcome belongs to
      another sort of declaration.
      """,
    wrong: """
      test "late" {
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached 10.00 EUR
      }
      """,
    right: """
      test "late" {
        2026-03-02 10:00  reported
        2026-03-02 18:00  restored
        expect restore breached over 4 h
      }
      """,
    advice: """
      Remove the figure, or expect it of the declaration that has it.
      """)
}
