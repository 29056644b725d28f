extension CodePage {
  /// The page of P0020.
  static let unterminatedText = CodePage(
    20, "unterminated-text",
    title: "A text has no closing quotation mark",
    meaning: #"""
      A text in quotation marks ends on the line on which it begins. Where the second mark is missing,
      the rest of the line would become part of the text.
      """#,
    wrong: #"""
      exclusion relief {
        cite "4.2
        when  cause is customer
      }
      """#,
    right: #"""
      exclusion relief {
        cite  "4.2"
        when  cause is customer
      }
      """#,
    advice: #"""
      Write the closing `"`. A quotation mark inside of a text is written `\"`.
      """#)
}
