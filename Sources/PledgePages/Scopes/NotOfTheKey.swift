extension CodePage {
  /// The page of P0721.
  static let notOfTheKey = CodePage(
    721, "not-of-the-key",
    title: "Something differs from ticket to ticket where a key and a period are asked",
    meaning: """
      A credit for a circuit and month is one amount for all tickets of the circuit. The field that it
      uses is that of a single ticket, and the tickets of the month may differ in it.
      """,
    wrong: """
      refund credit per circuit each month {
        when  uptime is breached and cause is provider
        pay   10% of circuit.monthly_fee
      }
      """,
    right: """
      refund credit per circuit each month {
        when  uptime is breached
        pay   10% of circuit.monthly_fee
      }
      """,
    advice: """
      Use figures of the key's row, of a period target or a `param`; choose tickets in the target with
      `where` or an exclusion.
      """)
}
