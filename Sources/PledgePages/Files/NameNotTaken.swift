extension CodePage {
  /// The page of P0706.
  static let nameNotTaken = CodePage(
    706, "name-not-taken",
    title: "A name of another file was not taken from it",
    meaning: """
      The policy already takes declarations from a file that has this name, but not this one. Each
      name that is used stands in a `use` line, so that it is seen where it comes from.
      """,
    wrong: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket, urgent from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { for ours; clock from reported until restored; within if urgent then 2 h else 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket {
          event  reported, restored
          cause  one of provider, customer
          users  integer
        }

        let ours = cause is provider

        let urgent = ours and users > 100
        """),
    ]),
    right: .files([
      .init(
        "sla.pledge",
        """
        pledge 1

        use ticket, urgent, ours from "shared.pledge"

        policy "Circuits" { id circuits; timezone UTC }

        target restore { for ours; clock from reported until restored; within if urgent then 2 h else 4 h }
        """),
      .init(
        "shared.pledge",
        """
        pledge 1

        ticket {
          event  reported, restored
          cause  one of provider, customer
          users  integer
        }

        let ours = cause is provider

        let urgent = ours and users > 100
        """),
    ]),
    advice: """
      Add the name to the `use` line.
      """)
}
