extension CodePage {
  /// The page of P0753.
  static let exclusionMovesWindow = CodePage(
    753, "exclusion-moves-window", .warning,
    title: "Excusing something could move the window that is paid for",
    meaning: """
      Of several windows that overlap and are breached one pays. Where an exclusion takes a fault out
      of the first, a later one may pay instead, and here that one could pay more.
      """,
    wrong: """
      target frequency per circuit rolling 30 calendar days {
        measure  count of outage
        at most  1
      }

      refund repeated per circuit rolling 30 calendar days {
        when  frequency is breached
        pay   10.00 EUR
        cap   100.00 EUR per circuit each month
      }
      """,
    right: """
      target frequency per circuit rolling 30 calendar days {
        measure  count of outage
        at most  1
      }

      refund repeated per circuit rolling 30 calendar days {
        when  frequency is breached
        pay   10.00 EUR
      }
      """,
    advice: """
      Let every window pay alike: an amount that does not change over time, without `claim`, and
      without a `cap` or `issue` of a period.
      """)
}
