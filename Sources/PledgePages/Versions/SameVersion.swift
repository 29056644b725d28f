extension CodePage {
  /// The page of P0743.
  static let sameVersion = CodePage(
    743, "same-version",
    title: "One version stands in two files",
    meaning: """
      Two files have the same `id` and the same `version`. Reports name the version that decided, and
      with this name nobody could tell which file it was.
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
          version   "1"
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
      Give each version a name of its own, or remove the copy.
      """)
}
