extension CodePage {
  /// The page of P0764.
  static let verdictOfAnotherTicket = CodePage(
    764, "verdict-of-another-ticket",
    title: "The verdict of another ticket is not known yet",
    meaning: """
      Other tickets are counted before anything is decided about them, since their verdicts may depend
      on counts themselves.
      """,
    wrong: """
      let late_ones = count(tickets where restore is breached)
      """,
    right: """
      let long_ones = count(tickets where total(outage) > 4 h)
      """,
    advice: """
      Choose the tickets by their fields, events and spans.
      """)
}
