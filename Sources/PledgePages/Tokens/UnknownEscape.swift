extension CodePage {
  /// The page of P0021.
  static let unknownEscape = CodePage(
    21, "unknown-escape",
    title: "A backslash stands before something that it does not go with",
    meaning: #"""
      In a text a backslash begins an escape: `\"`, `\\`, `\n`, `\t` and `\u{…}` exist. Before
      anything else it means nothing; usually a path was typed with backslashes.
      """#,
    wrong: #"""
      exclusion relief {
        cite "contracts\4.2"
        when  cause is customer
      }
      """#,
    right: #"""
      exclusion relief {
        cite  "contracts/4.2"
        when  cause is customer
      }
      """#,
    advice: #"""
      Write `\\` for a backslash itself, and `/` in paths.
      """#)
}
