extension CodePage {
  /// The page of P0107.
  static let circularDeclarations = CodePage(
    107, "circular-declarations",
    title: "Declarations need each other in a circle",
    meaning: """
      To know the first declaration one has to know the second, and for that the first again. Nothing
      could be decided by them. The message prints the way round.
      """,
    wrong: """
      let first_part = second_part + 1

      let second_part = first_part + 1
      """,
    right: """
      let first_part = users + 1

      let second_part = first_part + 1
      """,
    advice: """
      Let one of them do without the next.
      """)
}
