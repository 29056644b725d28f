import PledgeDiagnostics

extension Lexer {
  /// Scans the token at the position; trivia has been scanned, so there is one.
  mutating func scanToken() -> TokenKind {
    let first = byte()
    if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") { return scanNumber() }
    if first == UInt8(ascii: "\"") { return scanText(openedBy: 1, closing: ["\""]) }
    if first == UInt8(ascii: "`") { return scanQuotedName() }
    if let sign = foreignSign() { return scanForeign(sign) }
    guard let (scalar, length) = scalar(at: position) else { return skipOne() }
    if CharacterClass.startsName(scalar) { return scanName() }
    if Lexer.isCurrencySign(scalar) {
      position += length
      return .unknown
    }
    if scalar == "\u{201C}" { return scanText(openedBy: length, closing: ["\u{201D}"]) }
    if let kind = CharacterClass.fullWidthToken(scalar) {
      position += length
      return kind
    }
    if let twin = Lexer.operatorTwin(scalar) {
      let start = position
      position += length
      let text = String(Character(scalar))
      report(.fullWidthForm(text: text, twin: twin.text), from: start, to: position, fix: twin.text)
      return twin.kind
    }
    return scanPunctuation(first)
  }

  private mutating func skipOne() -> TokenKind {
    position += 1
    return .unknown
  }

  /// The operator that a full-width form looks like; it is reported, but read as the operator.
  static func operatorTwin(_ scalar: Unicode.Scalar) -> (kind: TokenKind, text: String)? {
    switch scalar {
    case "\u{FF0B}": (.plus, "+")
    case "\u{FF0D}": (.minus, "-")
    case "\u{FF0A}": (.star, "*")
    case "\u{FF0F}": (.slash, "/")
    case "\u{FF1C}": (.less, "<")
    case "\u{FF1E}": (.greater, ">")
    case "\u{FF1D}": (.equals, "=")
    case "\u{FF0E}": (.dot, ".")
    default: nil
    }
  }

  private mutating func scanPunctuation(_ first: UInt8) -> TokenKind {
    let second = byte(1)
    position += 1
    switch first {
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "."): return take(second == UInt8(ascii: "."), .dotDot, else: .dot)
    case UInt8(ascii: "{"): return .openBrace
    case UInt8(ascii: "}"): return .closeBrace
    case UInt8(ascii: "("): return .openParen
    case UInt8(ascii: ")"): return .closeParen
    case UInt8(ascii: "|"): return .pipe
    case UInt8(ascii: "="): return .equals
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "-"): return take(second == UInt8(ascii: ">"), .arrow, else: .minus)
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "<"): return take(second == UInt8(ascii: "="), .lessEqual, else: .less)
    case UInt8(ascii: ">"): return take(second == UInt8(ascii: "="), .greaterEqual, else: .greater)
    default: return .unknown
    }
  }

  private mutating func take(_ isLong: Bool, _ long: TokenKind, else short: TokenKind) -> TokenKind {
    guard isLong else { return short }
    position += 1
    return long
  }
}
