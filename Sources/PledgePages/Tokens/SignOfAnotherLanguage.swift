extension CodePage {
  /// The page of P0035.
  static let signOfAnotherLanguage = CodePage(
    35, "sign-of-another-language",
    title: "A sign of another language stands for something of this one",
    meaning: """
      Programs and formulas write `==`, `!=`, `&&` or `≥`. A policy is read by people who do not
      program, so it says these in words or with the few signs of the language. The message says
      which.
      """,
    wrong: """
      exclusion relief { when cause == customer }
      """,
    right: """
      exclusion relief { when cause is customer }
      """,
    advice: """
      Write what the hint says; an editor can put it in as a fix.
      """)
}
