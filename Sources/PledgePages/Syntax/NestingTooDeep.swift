extension CodePage {
  /// The page of P0092.
  static let nestingTooDeep = CodePage(
    92, "nesting-too-deep",
    title: "Parentheses, blocks or operators stand too deep in each other",
    meaning: """
      There is a limit to how many levels may stand inside each other, far beyond what anybody can
      read. It keeps a damaged or hostile file from occupying the tool.
      """,
    wrong: .words(
      """
      let amount = ((((( … 1 … ))))), with more than 200 parentheses open at once.
      """),
    right: """
      let base = users * 2

      let amount = (base + 1) * 3
      """,
    advice: """
      Give the inner parts names with `let`.
      """)
}
