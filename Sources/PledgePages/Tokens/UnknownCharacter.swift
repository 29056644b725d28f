extension CodePage {
  /// The page of P0033.
  static let unknownCharacter = CodePage(
    33, "unknown-character",
    title: "A character has no meaning outside texts and comments",
    meaning: """
      Only a few signs mean something in a policy. This one belongs to none of its words, numbers and
      marks; it may come from another language, such as the colon behind a name.
      """,
    wrong: """
      ticket {
        event  reported, restored
        region: text
      }
      """,
    right: """
      ticket {
        event   reported, restored
        region  text
      }
      """,
    advice: """
      Remove the character, or put the text in quotation marks.
      """)
}
