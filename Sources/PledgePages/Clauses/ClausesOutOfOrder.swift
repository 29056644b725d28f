extension CodePage {
  /// The page of P0327.
  static let clausesOutOfOrder = CodePage(
    327, "clauses-out-of-order",
    title: "A line stands behind one that is applied later",
    meaning: """
      What is paid is rounded, then capped, then held to the minimum of `issue`. The lines stand in
      this order, so that a refund reads as it is computed.
      """,
    wrong: """
      refund late_restore {
        when   restore is breached
        pay    5% of circuit.monthly_fee
        cap    100.00 EUR
        round  up to 1.00 EUR
      }
      """,
    right: """
      refund late_restore {
        when   restore is breached
        pay    5% of circuit.monthly_fee
        round  up to 1.00 EUR
        cap    100.00 EUR
      }
      """,
    advice: """
      Exchange the two lines.
      """)
}
