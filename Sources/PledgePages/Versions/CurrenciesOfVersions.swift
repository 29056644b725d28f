extension CodePage {
  /// The page of P0745.
  static let currenciesOfVersions = CodePage(
    745, "currencies-of-versions",
    title: "A refund is in different currencies in two versions",
    meaning: """
      What a refund comes to in a year is added up over the versions. Amounts in two currencies have
      no sum.
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
          currency  CNY
        }

        ticket { event reported, restored }

        target restore { clock from reported until restored; within 4 h }

        refund late_restore { when restore is breached; pay 10.00 CNY }
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

        target restore { clock from reported until restored; within 4 h }

        refund late_restore { when restore is breached; pay 10.00 EUR }
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

        refund late_restore { when restore is breached; pay 10.00 EUR }
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

        target restore { clock from reported until restored; within 4 h }

        refund late_restore { when restore is breached; pay 10.00 EUR }
        """),
    ]),
    advice: """
      Rename one of the two refunds, so that each is added up in its own currency.
      """)
}
