extension CodePage {
  /// The page of P0325.
  static let clauseDoesNotBelongHere = CodePage(
    325, "clause-does-not-belong-here",
    title: "A line does not belong into a declaration of this sort",
    meaning: """
      The line exists in the language, but it says nothing in this sort of declaration: a right grants
      something and pays nothing, a target of one ticket has no measure. The message says where it
      belongs.
      """,
    wrong: """
      combine payout = sum of late_restore { pay 7.00 EUR }
      """,
    right: """
      combine payout = sum of late_restore { cap 70.00 EUR }
      """,
    advice: """
      Follow the hint: move the line, or remove it.
      """)
}
