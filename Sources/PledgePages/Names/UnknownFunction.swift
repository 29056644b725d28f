extension CodePage {
  /// The page of P0106.
  static let unknownFunction = CodePage(
    106, "unknown-function",
    title: "There is no such function",
    meaning: """
      The language has a small, closed set of functions such as `min`, `max`, `count`, `total` and
      `longest`. Others cannot be declared, so that every reader knows all of them.
      """,
    wrong: """
      let charge = biggest(users, 10)
      """,
    right: """
      let charge = max(users, 10)
      """,
    advice: """
      Take one of the functions that the message lists.
      """)
}
