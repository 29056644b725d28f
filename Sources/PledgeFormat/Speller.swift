import PledgeSyntax

/// How tokens are written: words and signs in their one form, all else as the author has it.
struct Speller {
  /// The text of a token; `parent` is the node that has it.
  func text(of token: SyntaxToken, in parent: NodeKind) -> String {
    if parent == .word { return token.text }
    switch token.kind {
    case .comma: return ","
    case .semicolon: return ";"
    case .openParen: return "("
    case .closeParen: return ")"
    case .openBrace: return "{"
    case .closeBrace: return "}"
    case .pipe: return "|"
    case .percent: return "%"
    case .time: return Speller.time(token.text)
    case .quotedName: return Speller.name(token.text)
    case .name, .number, .ordinal, .date, .text, .dot, .dotDot, .arrow, .equals, .plus, .minus, .star, .slash,
      .less, .lessEqual, .greater, .greaterEqual, .unknown, .newline, .endOfFile:
      return token.text
    }
  }

  /// A time with plain colons.
  private static func time(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(text.map { $0 == "\u{FF1A}" ? ":" : $0 })
  }

  /// A quoted name, without its quotes where it is no word of the language and needs none.
  private static func name(_ text: String) -> String {
    let name = String(text.dropFirst().dropLast())
    guard isPlainName(name), KeywordTable.words(of: .english)[name] == nil,
      UnitTable.units(of: .english)[name] == nil, !isCurrency(name)
    else { return text }
    return name
  }

  /// Whether a lexer reads the text as one name.
  static func isPlainName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && text.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
  }

  private static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
