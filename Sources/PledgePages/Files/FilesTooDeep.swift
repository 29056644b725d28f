extension CodePage {
  /// The page of P0703.
  static let filesTooDeep = CodePage(
    703, "files-too-deep",
    title: "Too many files use each other in a row",
    meaning: """
      A file uses a second one, that a third, and so on beyond the limit that the message states.
      Nobody can follow such a row to find out what a name means.
      """,
    wrong: .words(
      """
      A chain of files, each of which takes a name from the next, that is longer than the limit.
      """),
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
      Take the names directly from the files that declare them.
      """)
}
