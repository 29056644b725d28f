extension CodePage {
  /// The page of P0030.
  static let invalidUtf8 = CodePage(
    30, "invalid-utf8",
    title: "The file is not valid UTF-8",
    meaning: """
      Policies are stored as UTF-8, which has characters for all languages. These bytes are no
      character of it: the file was saved in another encoding such as GB 18030 or Latin-1, or it is
      damaged.
      """,
    wrong: .words(
      """
      A policy with Chinese names that an editor has saved as GB 18030.
      """),
    right: """
      target 恢复 {
        clock   from reported until restored
        within  4 h
      }
      """,
    advice: """
      Save the file as UTF-8. `iconv -f GB18030 -t UTF-8` converts it.
      """)
}
