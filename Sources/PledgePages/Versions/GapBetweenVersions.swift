extension CodePage {
  /// The page of P0741.
  static let gapBetweenVersions = CodePage(
    741, "gap-between-versions",
    title: "No version of a policy is in force between two others",
    meaning: """
      A ticket that falls between two versions would be decided by none. Often the end of the earlier
      version is given as its last day; it is the day from which it no longer holds.
      """,
    wrong: .versions([
      .init(
        "sla-2025.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "1"
          effective from 2025-01-01 until 2025-12-31
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
      End the earlier version where the later one begins.
      """)
}
