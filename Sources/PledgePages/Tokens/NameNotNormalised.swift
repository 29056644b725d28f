extension CodePage {
  /// The page of P0024.
  static let nameNotNormalised = CodePage(
    24, "name-not-normalised",
    title: "A name is not in composed form",
    meaning: """
      Letters with accents can be stored in two ways, as one character or as a letter and a mark
      behind it. They look the same and are different names to a computer. Names of a policy use the
      composed form (Unicode NFC), so that two names that look alike are one name.
      """,
    wrong: """
      target re‹U+0301›parer {
        clock from reported until restored
        within 4 h
      }
      """,
    right: """
      target réparer {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Take the fix, or type the name again: keyboards write the composed form.
      """)
}
