extension CodePage {
  /// The page of P0755.
  static let owedWhileMet = CodePage(
    755, "owed-while-met", .warning,
    title: "Money is owed although the targets are met",
    meaning: """
      There are values for which the condition holds while every target that the refund reads is met, so
      that a promise is paid for that was kept.
      """,
    wrong: """
      refund late_restore {
        when  restore.counted > 3 h
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
      Ask for the breach: `TARGET is breached and …`.
      """)
}
