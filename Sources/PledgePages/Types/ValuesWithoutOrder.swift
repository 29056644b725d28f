extension CodePage {
  /// The page of P0204.
  static let valuesWithoutOrder = CodePage(
    204, "values-without-order",
    title: "An order is asked of values that have none",
    meaning: """
      A text, a truth value or an enumeration has no greater and smaller: whether gold is more than
      silver is for the contract to say, not for the alphabet. Only numbers, amounts, times and
      lengths are ordered.
      """,
    wrong: """
      target restore { for circuit.customer > "M"; clock from reported until restored; within 4 h }
      """,
    right: """
      target restore { for circuit.customer is "M"; clock from reported until restored; within 4 h }
      """,
    advice: """
      Compare with `is` or `in` and list the values.
      """)
}
