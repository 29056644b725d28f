extension CodePage {
  /// The page of P0034.
  static let fullWidthForm = CodePage(
    34, "full-width-form",
    title: "A full-width form stands for another character",
    meaning: """
      Full-width letters and digits look like ordinary ones, but are other characters. The punctuation
      of Chinese texts is understood in a policy; of letters, digits and other signs only the ordinary
      form is, so that names and figures are unique.
      """,
    wrong: """
      target restore {
        clock  from reported until restored
        within ４ h
      }
      """,
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Write the ordinary character; the fix does it.
      """)
}
