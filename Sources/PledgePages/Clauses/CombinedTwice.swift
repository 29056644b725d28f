extension CodePage {
  /// The page of P0323.
  static let combinedTwice = CodePage(
    323, "combined-twice",
    title: "A refund is part of two combinations",
    meaning: """
      A combination turns several refunds into one payment. A refund in two combinations would be paid
      twice for one cause.
      """,
    wrong: """
      refund first_refund { when restore is breached; pay 10.00 EUR }

      refund second_refund { when restore is breached; pay 20.00 EUR }

      refund third_refund { when restore is breached; pay 30.00 EUR }

      combine payout = greatest of first_refund, second_refund

      combine bonus = sum of first_refund, third_refund
      """,
    right: """
      refund first_refund { when restore is breached; pay 10.00 EUR }

      refund second_refund { when restore is breached; pay 20.00 EUR }

      refund third_refund { when restore is breached; pay 30.00 EUR }

      combine payout = greatest of first_refund, second_refund, third_refund
      """,
    advice: """
      Combine all of them in one place.
      """)
}
