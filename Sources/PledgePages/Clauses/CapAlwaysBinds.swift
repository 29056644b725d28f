extension CodePage {
  /// The page of P0319.
  static let capAlwaysBinds = CodePage(
    319, "cap-always-binds", .warning,
    title: "A cap is always below what is paid",
    meaning: """
      Wherever something is owed, the least that the refund pays exceeds the cap, so that the cap is paid
      every time, and what stands behind `pay` never counts.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   30% of circuit.monthly_fee per started 1 h over
        cap   5% of circuit.monthly_fee
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
      Check both figures: perhaps they were exchanged.
      """)
}
