extension CodePage {
  /// The page of P0217.
  static let numberOfArguments = CodePage(
    217, "number-of-arguments",
    title: "A function has too few or too many arguments",
    meaning: """
      Each function takes a certain number of values between its parentheses. The message says how
      many this one needs.
      """,
    wrong: """
      let charge = max(users)
      """,
    right: """
      let charge = max(users, 10)
      """,
    advice: """
      Add what is missing, or remove what is too much.
      """)
}
