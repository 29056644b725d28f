extension CodePage {
  /// The page of P0740.
  static let overlappingVersions = CodePage(
    740, "overlapping-versions",
    title: "Two versions of a policy are in force at the same time",
    meaning: """
      Files with one `id` are versions of one policy, and the version in force decides a ticket. On
      the days on which two are in force it is not certain what was promised.
      """,
    wrong: .versions([
      .init(
        "sla-2025.pledge",
        """
        pledge 1

        policy "Circuits" {
          id        circuits
          version   "1"
          effective from 2025-01-01
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
      End the earlier version with `until` and the day on which the later one begins.
      """)
}
