extension CodePage {
  /// The page of P0001.
  static let missingEdition = CodePage(
    1, "missing-edition",
    title: "The first line does not name the edition",
    meaning: """
      A policy begins with `pledge 1`: the edition of the language that it is written in. With it the
      file means the same in ten years, whatever words later editions add.
      """,
    wrong: .policy(
      """
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
      Write `pledge 1` as the first line; `pledge 1 zh` where the words are Chinese.
      """)
}
