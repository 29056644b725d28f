extension CodePage {
  /// The page of P0210.
  static let tooManyDigits = CodePage(
    210, "too-many-digits",
    title: "A figure has more digits than can be kept exactly",
    meaning: """
      All figures are exact, and no rounding hides in a policy. For that a figure has at most as many
      digits as the message says, which is enough for any amount of money and any time.
      """,
    wrong: """
      param rate = 0.12345678901234567890123456789
      """,
    right: """
      param rate = 0.123456789
      """,
    advice: """
      Write the figure with fewer digits.
      """)
}
