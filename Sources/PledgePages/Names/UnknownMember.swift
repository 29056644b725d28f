extension CodePage {
  /// The page of P0102.
  static let unknownMember = CodePage(
    102, "unknown-member",
    title: "A value is not one of those that the field can have",
    meaning: """
      A field `one of …` has exactly the values that are listed. A condition on any other value could
      never hold, so a misspelt value would silently switch the clause off.
      """,
    wrong: """
      exclusion relief { when cause is custommer }
      """,
    right: """
      exclusion relief { when cause is customer }
      """,
    advice: """
      Write one of the listed values, or add the value to the field.
      """)
}
