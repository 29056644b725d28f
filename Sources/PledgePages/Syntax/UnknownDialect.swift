extension CodePage {
  /// The page of P0003.
  static let unknownDialect = CodePage(
    3, "unknown-dialect",
    title: "The dialect is none that this tool knows",
    meaning: """
      Behind the edition stands in which language the words of the policy are written: nothing for
      English, `zh` for Chinese. Any other word there is refused, since the rest of the file could not
      be read with certainty.
      """,
    wrong: .policy(
      """
      pledge 1 english

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
      Leave the dialect out for English words, or write one that the message names.
      """)
}
