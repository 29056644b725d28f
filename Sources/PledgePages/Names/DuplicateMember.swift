extension CodePage {
  /// The page of P0105.
  static let duplicateMember = CodePage(
    105, "duplicate-member",
    title: "A value is listed twice",
    meaning: """
      The list of a field's values, of events or of names has one entry twice. Perhaps the second one
      should have been another.
      """,
    wrong: """
      ticket {
        event  reported, restored
        tier   one of gold, silver, gold
      }
      """,
    right: """
      ticket {
        event  reported, restored
        tier   one of gold, silver, bronze
      }
      """,
    advice: """
      Remove one of the two, or write what was meant.
      """)
}
