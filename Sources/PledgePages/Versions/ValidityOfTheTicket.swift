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
    wrong: .versions([
      .init(
        "sla-2025.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "1"
          effective from 2025-01-01 until 2026-01-01
          timezone  UTC
          currency  EUR
        }

        ticket { event reported, restored }

        target restore { clock from reported until restored; within 4 h }
        """),
      .init(
        "sla-2026.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "2"
          effective from signed
          timezone  UTC
          currency  EUR
        }

        ticket {
          event   reported, restored
          signed  date
        }

        target restore { clock from reported until restored; within 2 h }
        """),
    ]),
    right: .versions([
      .init(
        "sla-2025.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "1"
          effective from 2025-01-01 until 2026-01-01
          timezone  UTC
          currency  EUR
        }

        ticket { event reported, restored }

        target restore { clock from reported until restored; within 4 h }
        """),
      .init(
        "sla-2026.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "2"
          effective from 2026-01-01
          timezone  UTC
          currency  EUR
        }

        ticket { event reported, restored }

        target restore { clock from reported until restored; within 2 h }
        """),
    ]),
    advice: """
      Give each version fixed dates.
      """)
}
