/// What the lexer finds; codes P0020 to P0039, and P0090 for the limits.
package enum TokenFact: Hashable, Sendable {
  /// A text without its closing quotation mark on the same line.
  case unterminatedText
  /// A backslash in a text before something that has no escape.
  case unknownEscape(text: String)
  /// A quoted name without its closing mark on the same line.
  case unterminatedName
  /// A quoted name with nothing in it.
  case emptyName
  /// A name that is not in Unicode's composed normal form.
  case nameNotNormalised(name: String)
  /// Digits that make no number.
  case malformedNumber(text: String)
  /// Something like `2026-13-41`.
  case malformedDate(text: String)
  /// Something like `25:61`.
  case malformedTime(text: String)
  /// Something like `2st`.
  case malformedOrdinal(text: String, expected: String?)
  /// Bytes that are not UTF-8, with the offset of the first.
  case invalidUTF8(byteOffset: Int)
  /// A control character other than a line end or a tab.
  case controlCharacter(scalar: UInt32)
  /// A zero-width or bidirectional control, which makes text look other than it is.
  case invisibleCharacter(scalar: UInt32)
  /// A character that has no meaning outside texts and comments.
  case unknownCharacter(text: String)
  /// A full-width form without a meaning of its own, and its ASCII twin.
  case fullWidthForm(text: String, twin: String)
  /// A sign of another language for something of ours.
  case foreignSign(text: String, instead: String)
  /// An instant as other formats write it.
  case foreignInstant(text: String, instead: String)

  /// The file is larger than the tool reads.
  case fileTooLarge(limit: Int)
  /// One token is longer than the tool reads.
  case tokenTooLong(limit: Int)
}
