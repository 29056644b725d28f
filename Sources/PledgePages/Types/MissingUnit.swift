extension CodePage {
  /// The page of P0209.
  static let missingUnit = CodePage(
    209, "missing-unit",
    title: "A unit is missing",
    meaning: """
      A number alone does not say whether it is hours, minutes or money. The place needs a figure with
      its unit, so that nobody reads the limit in another one.
      """,
    wrong: """
      target restore {
        clock   from reported until restored
        within  240
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  240 min
      }
      """,
    advice: """
      Write the unit behind the number.
      """)
}
