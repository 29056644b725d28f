extension CodePage {
  /// The page of P0213.
  static let figureOutOfRange = CodePage(
    213, "figure-out-of-range",
    title: "A figure is too large",
    meaning: """
      The figure is beyond what the tool can hold exactly: times reach over hundreds of thousands of
      years and amounts beyond any budget. Usually a unit is wrong or digits were typed twice.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  999_999_999_999 h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  999 h
      }
      """,
    advice: """
      Check the digits and the unit.
      """)
}
