extension CodePage {
  /// The page of P0761.
  static let strayThis = CodePage(
    761, "stray-this",
    title: "`this` stands where no other ticket is meant",
    meaning: """
      `this` is the ticket at hand, and sets it apart from the other tickets that a count looks at.
      Outside of such a count there is only one ticket, and its fields are written without it.
      """,
    wrong: """
      let large = this.users > 100
      """,
    right: """
      let large = users > 100
      """,
    advice: """
      Leave `this.` out.
      """)
}
