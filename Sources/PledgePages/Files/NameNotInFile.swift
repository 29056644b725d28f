extension CodePage {
  /// The page of P0704.
  static let nameNotInFile = CodePage(
    704, "name-not-in-file",
    title: "A file does not declare a name that is taken from it",
    meaning: """
      The line `use` names a declaration that the other file does not have: it is misspelt, was
      renamed there or stands in another file.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket, ofice from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { clock from reported until restored; within 4 h }
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
      Check the spelling and the file.
      """)
}
