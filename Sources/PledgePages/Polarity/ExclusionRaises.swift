extension CodePage {
  /// The page of P0750.
  static let exclusionRaises = CodePage(
    750, "exclusion-raises", .warning,
    title: "Excusing a target could raise what is owed",
    meaning: """
      Exclusions and pauses relieve the provider. This payment reads the verdict in such a way that it
      grows where the target is excused, so that an exclusion would cost the provider money.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR per started 1 h over
        cap   if restore is excused then 30.00 EUR else 20.00 EUR
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR per started 1 h over
        cap   20.00 EUR
      }
      """,
    advice: """
      Let the amount grow with `is breached`, or leave the warning where the contract really says so.
      """)
}
