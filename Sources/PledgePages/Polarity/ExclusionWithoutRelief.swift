extension CodePage {
  /// The page of P0752.
  static let exclusionWithoutRelief = CodePage(
    752, "exclusion-without-relief", .warning,
    title: "Money is owed for an excused target as for a breached one",
    meaning: """
      The condition is true both where the target is breached and where it is excused. The exclusions
      of the target then relieve from nothing.
      """,
    wrong: """
      refund late_restore {
        when  not (restore is met)
        pay   10.00 EUR
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR
      }
      """,
    advice: """
      Write `TARGET is breached`.
      """)
}
