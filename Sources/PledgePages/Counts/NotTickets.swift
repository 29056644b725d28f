extension CodePage {
  /// The page of P0760.
  static let notTickets = CodePage(
    760, "not-tickets",
    title: "Only tickets can be counted with `where`",
    meaning: """
      `count(tickets where …)` counts the other tickets for which a condition holds. A span is counted
      without `where`, within one ticket.
      """,
    wrong: """
      let together = count(outage where tier is this.tier)
      """,
    right: """
      let together = count(tickets where tier is this.tier)
      """,
    advice: """
      Write `count(tickets where …)`.
      """)
}
