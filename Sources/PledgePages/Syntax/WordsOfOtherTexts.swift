extension CodePage {
  /// The page of P0014.
  static let wordsOfOtherTexts = CodePage(
    14, "words-of-other-texts",
    title: "Words or signs of other texts stand for something of the language",
    meaning: """
      Contracts, spreadsheets and programs write things otherwise: `4 hours`, `hrs`, `per month`. What
      is meant is clear, but a policy has one spelling for each thing, so that everybody who reads it
      sees the same. The message says what is written here.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
        within 4 hrs
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write what the hint says; an editor can put it in as a fix.
      """)
}
