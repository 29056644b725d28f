extension CodePage {
  /// The page of P0312.
  static let neverApplies = CodePage(
    312, "never-applies", .warning,
    title: "A declaration never applies",
    meaning: """
      The condition cannot hold for any ticket: a field is one thing at a time, and a figure is not
      below one bound and above another. The declaration stands in the policy and decides nothing,
      which hardly anybody wants.
      """,
    wrong: """
      exclusion relief { when cause is customer and cause is provider }
      """,
    right: """
      exclusion relief { when cause is customer or cause is unknown }
      """,
    advice: """
      Check the values; often `or` is meant where `and` stands.
      """)
}
