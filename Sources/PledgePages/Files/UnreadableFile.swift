extension CodePage {
  /// The page of P0700.
  static let unreadableFile = CodePage(
    700, "unreadable-file",
    title: "A file that is used cannot be read",
    meaning: """
      The policy takes declarations from a file that is not there or may not be read. Without them it
      means nothing certain. A path is relative to the file in which it stands.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket from "sharde.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { clock from reported until restored; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

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

        target restore { clock from reported until restored; within 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket { event reported, restored }
        """),
    ]),
    advice: """
      Check the path and whether the file may be read.
      """)
}
