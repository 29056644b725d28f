extension CodePage {
  /// The page of P0305.
  static let unknownWord = CodePage(
    305, "unknown-word",
    title: "A word is not one of those that can stand here",
    meaning: """
      The place has a closed list of words, such as the forms of payment. Others would mean nothing to
      whoever settles the refund.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR as gift
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR as voucher
      }
      """,
    advice: """
      Take one of the words that the message lists.
      """)
}
