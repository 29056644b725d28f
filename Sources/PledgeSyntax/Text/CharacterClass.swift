/// What the language makes of single characters.
enum CharacterClass {
  /// Whether a name can begin with the character.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == "_" || isLetter(scalar) : scalar.properties.isXIDStart
  }

  /// Whether a name can go on with the character.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == "_" || isLetter(scalar) || ("0"..."9").contains(scalar) : scalar.properties.isXIDContinue
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Whether the character is a zero-width or bidirectional control, which makes text look other than it is.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Whether the character is a control other than a tab or a line end.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether the character is a blank that separates tokens.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  /// The token that a full-width form of the language stands for.
  static func fullWidthToken(_ scalar: Unicode.Scalar) -> TokenKind? {
    switch scalar {
    case "\u{FF0C}", "\u{3001}": .comma
    case "\u{FF1B}": .semicolon
    case "\u{FF08}": .openParen
    case "\u{FF09}": .closeParen
    case "\u{FF5B}": .openBrace
    case "\u{FF5D}": .closeBrace
    case "\u{FF5C}": .pipe
    case "\u{FF05}": .percent
    default: nil
    }
  }

  /// The ASCII character that any other full-width form looks like.
  static func asciiTwin(_ scalar: Unicode.Scalar) -> Character? {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
  }
}
