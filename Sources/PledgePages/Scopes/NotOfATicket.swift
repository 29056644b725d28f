extension CodePage {
  /// The page of P0722.
  static let notOfATicket = CodePage(
    722, "not-of-a-ticket",
    title: "A figure of a key and a period is asked of one ticket",
    meaning: """
      The target belongs to a circuit and a month, and the declaration to a single ticket. A ticket
      can lie in several months and the month is not over when the ticket is decided.
      """,
    wrong: """
      target answer {
        for     uptime is met
        clock   from reported until answered
        within  1 h
      }
      """,
    right: """
      target answer {
        for     circuit.level is AAA
        clock   from reported until answered
        within  1 h
      }
      """,
    advice: """
      Write it in a target or refund with the same `per` and period.
      """)
}
