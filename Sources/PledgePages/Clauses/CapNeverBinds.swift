extension CodePage {
  /// The page of P0318.
  static let capNeverBinds = CodePage(
    318, "cap-never-binds", .warning,
    title: "A cap is never below what is paid",
    meaning: """
      The most that the refund pays does not exceed the cap: behind its rounding, to all payees together, and
      under the caps inside. One of the two figures is wrong, or the cap was written for amounts that grow
      with the delay.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   5% of circuit.monthly_fee
        cap   30% of circuit.monthly_fee
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   5% of circuit.monthly_fee per started 1 h over
        cap   30% of circuit.monthly_fee
      }
      """,
    advice: """
      Check both figures, or remove the cap.
      """)
}
