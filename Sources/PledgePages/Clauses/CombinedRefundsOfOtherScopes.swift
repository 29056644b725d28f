extension CodePage {
  /// The page of P0328.
  static let combinedRefundsOfOtherScopes = CodePage(
    328, "combined-refunds-of-other-scopes",
    title: "The refunds of a combination are not owed for the same thing",
    meaning: """
      One is owed for each ticket and the other once for a circuit and month. There is no single
      payment that both could be part of. A common limit can still hold them together.
      """,
    wrong: """
      refund per_fault { when restore is breached; pay 10.00 EUR }

      refund of_month per circuit each month { when uptime is breached; pay 20.00 EUR }

      combine payout = greatest of per_fault, of_month
      """,
    right: """
      refund per_fault {
        when  restore is breached
        pay   10.00 EUR
        cap   20.00 EUR per circuit each month across of_month
      }

      refund of_month per circuit each month { when uptime is breached; pay 20.00 EUR }
      """,
    advice: """
      Give both the same `per` and period, or hold them together with `cap … across`.
      """)
}
