extension CodePage {
  /// The page of P0744.
  static let versionsGovernedDifferently = CodePage(
    744, "versions-governed-differently",
    title: "Versions of a policy choose by different events",
    meaning: """
      `governed by` says which event of a ticket decides by which version it is judged. Where one
      version asks for the report and another for the restoration, a ticket over New Year could belong
      to both or to none.
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
          governed by first reported
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
          governed by last restored
        }

        ticket { event reported, restored }

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
          governed by first reported
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
          governed by first reported
        }

        ticket { event reported, restored }

        target restore { clock from reported until restored; within 2 h }
        """),
    ]),
    advice: """
      Write the same `governed by` in all versions.
      """)
}
