extension CodePage {
  /// The page of P0705.
  static let nameOfAnotherFile = CodePage(
    705, "name-of-another-file",
    title: "A name is declared in a third file",
    meaning: """
      The file from which the name is taken has itself taken it from another one. Names are taken from
      the file that declares them, so that a reader finds them with one look.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket, office from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { clock from reported until restored; on office; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        use office from "calendars.pledge"

        ticket { event reported, restored }
        """),
      .init(
        "calendars.pledge",
        """
        pledge 1

        calendar office { mon..fri 09:00-18:00 }
        """),
    ]),
    right: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket from "shared.pledge"
        use office from "calendars.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { clock from reported until restored; on office; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket { event reported, restored }
        """),
      .init(
        "calendars.pledge",
        """
        pledge 1

        calendar office { mon..fri 09:00-18:00 }
        """),
    ]),
    advice: """
      Write `use NAME from` with the path of the file that declares it.
      """)
}
