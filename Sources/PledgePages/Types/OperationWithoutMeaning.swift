extension CodePage {
  /// The page of P0201.
  static let operationWithoutMeaning = CodePage(
    201, "operation-without-meaning",
    title: "An operation makes no sense between these two",
    meaning: """
      Money and time cannot be added, nor two instants. The tool does not guess what could be meant,
      since every guess would be money in the end.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   circuit.monthly_fee + 5%
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   circuit.monthly_fee + 5% of circuit.monthly_fee
      }
      """,
    advice: """
      Bring both to one unit first; for a percent say what it is a percent of.
      """)
}
