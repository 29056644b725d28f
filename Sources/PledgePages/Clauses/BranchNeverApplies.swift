extension CodePage {
  /// The page of P0314.
  static let branchNeverApplies = CodePage(
    314, "branch-never-applies", .warning,
    title: "A branch never applies",
    meaning: """
      The branches above take every case of this one, or its own condition cannot hold. What it says
      is never used; where a condition is not known, it only keeps the value from being known.
      """,
    wrong: """
      let charge = first of {
        10.00 EUR when users >= 10
        20.00 EUR when users >= 100
        otherwise 0.00 EUR
      }
      """,
    right: """
      let charge = first of {
        20.00 EUR when users >= 100
        10.00 EUR when users >= 10
        otherwise 0.00 EUR
      }
      """,
    advice: """
      Put the narrower condition first, or remove the branch.
      """)
}
