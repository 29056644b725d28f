extension CodePage {
  /// The page of P0002.
  static let unknownEdition = CodePage(
    2, "unknown-edition",
    title: "The edition is none that this tool knows",
    meaning: """
      The number behind `pledge` is not one that the installed tool can read. Either it is mistyped,
      or the policy is of a later edition and needs a newer tool. What is not known is not guessed at:
      the file is not decided by.
      """,
    wrong: .policy(
      """
      pledge 7

      policy "Circuits" { id circuits; timezone UTC }

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }
      """),
    right: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone UTC }

      ticket { event reported, restored }

      target restore { clock from reported until restored; within 4 h }
      """),
    advice: """
      Write the edition that the message names, or install a newer `pledge`.
      """)
}
