extension CodePage {
  /// The page of P0702.
  static let circularFiles = CodePage(
    702, "circular-files",
    title: "Files use each other in a circle",
    meaning: """
      The first file needs the second, and the second the first. Neither can be read before the other.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        span outage = from reported until restored

        target restore { clock outage; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        use outage from "sla.pledge"

        ticket { event reported, restored }
        """),
    ]),
    right: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        span outage = from reported until restored

        target restore { clock outage; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket { event reported, restored }
        """),
    ]),
    advice: """
      Put what both need into a file of its own.
      """)
}
