extension CodePage {
  /// The page of P0090.
  static let fileTooLarge = CodePage(
    90, "file-too-large",
    title: "The file is larger than the tool reads",
    meaning: """
      A policy of a few thousand lines has less than a megabyte. A file far beyond that is no policy,
      most often a history of tickets that was given in its place, and it is not read.
      """,
    wrong: .words(
      """
      `pledge check tickets.ndjson` with an export of a gigabyte.
      """),
    right: """
      target restore {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Check which file was given. A policy that is really that large is split into files that take
      declarations from each other with `use`.
      """)
}
