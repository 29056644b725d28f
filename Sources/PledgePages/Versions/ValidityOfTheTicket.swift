extension CodePage {
  /// The page of P0742.
  static let validityOfTheTicket = CodePage(
    742, "validity-of-the-ticket",
    title: "When a version is in force follows from the ticket, and there is another version",
    meaning: """
      A policy can be in force from a date of the contract, such as its signing. With several
      versions, which one decides has to be known before the ticket is looked at, so they are told
      apart by fixed dates.
      """,
    wrong: .years(
      CircuitVersion(),
      CircuitVersion(
        name: "2", effective: "signed",
        ticket: """
          ticket {
            event   reported, restored
            signed  date
          }
          """, limit: "2 h")),
    right: .years(
      CircuitVersion(),
      CircuitVersion(name: "2", effective: "2026-01-01", limit: "2 h")),
    advice: """
      Give each version fixed dates.
      """)
}
