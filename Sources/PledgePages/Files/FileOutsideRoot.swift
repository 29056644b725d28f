extension CodePage {
  /// The page of P0701.
  static let fileOutsideRoot = CodePage(
    701, "file-outside-root",
    title: "A file lies outside the folder of the policy",
    meaning: """
      A policy takes nothing from outside its root folder, so that a copy of the folder decides the
      same everywhere. The root is the nearest folder above the policy that holds a file
      `pledge.yaml`, or its own folder where there is none.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket from "../shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { clock from reported until restored; within 4 h }
        """)
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
      Move the file into the folder, or put a file `pledge.yaml` into the folder above that holds
      both.
      """)
}
