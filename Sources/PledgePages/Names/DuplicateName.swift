extension CodePage {
  /// The page of P0104.
  static let duplicateName = CodePage(
    104, "duplicate-name",
    title: "Two declarations share a name",
    meaning: """
      Within a policy every name means one thing, so that a reader of any line knows what it speaks
      of. That holds across sorts too: a target cannot be called like a field.
      """,
    wrong: """
      target restore { clock from reported until restored; within 4 h }

      target restore { clock from reported until restored; within 8 h }
      """,
    right: """
      target restore { clock from reported until restored; within 4 h }

      target repair { clock from reported until restored; within 8 h }
      """,
    advice: """
      Rename one of the two.
      """)
}
