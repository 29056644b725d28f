extension CodePage {
  /// The page of P0317.
  static let figureOfZero = CodePage(
    317, "figure-of-zero", .warning,
    title: "A figure of zero takes all effect away",
    meaning: """
      A limit of zero is breached by whatever is counted, and a payment or a cap of zero pays nothing.
      The policy can be meant so, but a placeholder that was forgotten looks the same.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   0.00 EUR
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR
      }
      """,
    advice: """
      Write the figure of the contract, or remove the line.
      """)
}
