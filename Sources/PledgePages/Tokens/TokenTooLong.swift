extension CodePage {
  /// The page of P0091.
  static let tokenTooLong = CodePage(
    91, "token-too-long",
    title: "One word, number or text is longer than a policy can need",
    meaning: """
      A single name, number or text is longer than the limit that the message states. Usually a
      quotation mark is missing, or a whole document was pasted into a text.
      """,
    wrong: .words(
      """
      A `cite` whose text is a contract of two hundred pages.
      """),
    right: """
      exclusion relief {
        cite  "Contract 17, clause 4.2"
        when  cause is customer
      }
      """,
    advice: """
      Name the place in the document instead of quoting the document.
      """)
}
