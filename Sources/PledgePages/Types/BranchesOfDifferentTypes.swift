extension CodePage {
  /// The page of P0214.
  static let branchesOfDifferentTypes = CodePage(
    214, "branches-of-different-types",
    title: "The branches of a choice are of different types",
    meaning: """
      Whatever branch or row is chosen, its result is used in the same place. One that gives money and
      another that gives a percent cannot both fit there.
      """,
    wrong: """
      let charge = if tier is gold then 10.00 EUR else 5%
      """,
    right: """
      let charge = if tier is gold then 10.00 EUR else 5.00 EUR
      """,
    advice: """
      Let all branches give a value of one type.
      """)
}
