extension CodePage {
  /// The page of P0707.
  static let nameOfTwoFiles = CodePage(
    707, "name-of-two-files",
    title: "A name is declared in two files of one policy",
    meaning: """
      Every name of a policy means one thing, also where the policy stands in several files. Two
      calendars of one name would be one calendar to every reader.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket, office from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        calendar office { mon..sat 09:00-18:00 }

        target restore { clock from reported until restored; on office; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket { event reported, restored }

        calendar office { mon..fri 09:00-18:00 }
        """),
    ]),
    right: .files([
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

        ticket { event reported, restored }

        calendar office { mon..fri 09:00-18:00 }
        """),
    ]),
    advice: """
      Rename one of the two, or take the name from one file.
      """)
}
