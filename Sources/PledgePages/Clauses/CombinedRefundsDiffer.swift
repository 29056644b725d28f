extension CodePage {
  /// The page of P0324.
  static let combinedRefundsDiffer = CodePage(
    324, "combined-refunds-differ",
    title: "The refunds of a combination differ",
    meaning: """
      What becomes one payment has to be in one currency, for the same payees and in one form: euros
      in cash and a voucher have no greater one.
      """,
    wrong: """
      refund in_cash { when restore is breached; pay 10.00 EUR }

      refund in_kind { when restore is breached; pay 20.00 EUR as voucher }

      combine payout = greatest of in_cash, in_kind
      """,
    right: """
      refund in_cash { when restore is breached; pay 10.00 EUR }

      refund more_in_cash { when restore is breached; pay 20.00 EUR }

      combine payout = greatest of in_cash, more_in_cash
      """,
    advice: """
      Let all of them agree in what the message names, or leave one out of the combination.
      """)
}
