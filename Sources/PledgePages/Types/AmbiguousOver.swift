extension CodePage {
  /// The page of P0220.
  static let ambiguousOver = CodePage(
    220, "ambiguous-over",
    title: "It is not clear of which target `over` is the delay",
    meaning: """
      `over` is by how much a target was missed. It is taken from the target that `when` asks about;
      where `when` asks about several or about none, nobody can know which delay is paid for.
      """,
    wrong: """
      target repair { clock from reported until restored; within 8 h }

      refund late_restore {
        when  restore is breached or repair is breached
        pay   10.00 EUR per started 1 h over
      }
      """,
    right: """
      target repair { clock from reported until restored; within 8 h }

      refund late_restore {
        when  restore is breached or repair is breached
        pay   10.00 EUR per started 1 h restore.over
      }
      """,
    advice: """
      Write `TARGET.over`, or let `when` ask for one target that is breached.
      """)
}
