extension CodePage {
  /// The page of P0108.
  static let unknownType = CodePage(
    108, "unknown-type",
    title: "There is no such type",
    meaning: """
      A field is of one of the types of the language: `text`, `integer`, `decimal`, `percent`,
      `money`, `duration`, `date`, `instant`, `truth`, `one of …` or `key of …`. The type decides what
      can be done with the value.
      """,
    wrong: """
      ticket {
        event   reported, restored
        region  string
      }
      """,
    right: """
      ticket {
        event   reported, restored
        region  text
      }
      """,
    advice: """
      Write one of the types that the message lists.
      """)
}
