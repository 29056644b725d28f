extension CodePage {
  /// The page of P0103.
  static let unknownColumn = CodePage(
    103, "unknown-column",
    title: "A register, table or target has no such figure",
    meaning: """
      Behind the dot stands a column of the register, a result of the table or a figure of the target,
      and there is none of this name. The message lists those that exist.
      """,
    wrong: """
      refund late_restore {
        when  restore is breached
        pay   5% of circuit.monthly_charge
      }
      """,
    right: """
      refund late_restore {
        when  restore is breached
        pay   5% of circuit.monthly_fee
      }
      """,
    advice: """
      Write one of the names that the message lists, or add the column.
      """)
}
