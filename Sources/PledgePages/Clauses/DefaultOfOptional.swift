extension CodePage {
  /// The page of P0309.
  static let defaultOfOptional = CodePage(
    309, "default-of-optional",
    title: "A field with a default is never missing",
    meaning: """
      A default is taken where a ticket does not give the value, so that the field always has one.
      `optional` says that it can be missing. Both together contradict each other.
      """,
    wrong: """
      ticket {
        event   reported, restored
        region  text optional = "north"
      }
      """,
    right: """
      ticket {
        event   reported, restored
        region  text = "north"
      }
      """,
    advice: """
      Remove `optional`, or the default.
      """)
}
