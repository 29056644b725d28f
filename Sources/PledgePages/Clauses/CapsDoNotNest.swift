extension CodePage {
  /// The page of P0326.
  static let capsDoNotNest = CodePage(
    326, "caps-do-not-nest",
    title: "Two caps share refunds, and neither lies inside the other",
    meaning: """
      Caps apply from the inside out: first that of each circuit and month, then that of the customer
      and month. Where two of them overlap without one lying in the other, what is left would depend
      on which comes first.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR
        cap   30.00 EUR per circuit.customer each month
        cap   20.00 EUR per circuit each quarter
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   10.00 EUR
        cap   20.00 EUR per circuit each month
        cap   30.00 EUR per circuit, circuit.customer each quarter
      }
      """,
    advice: """
      Let one cap name all keys of the other, and a period that lies within its period.
      """)
}
