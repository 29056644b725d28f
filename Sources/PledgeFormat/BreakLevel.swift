import PledgeSyntax

/// Where a line that is too wide is broken first: at the word that joins the largest parts.
enum BreakLevel {
  /// Behind the `=` of a declaration, if all of the definition has room on the next line.
  static let definition = 9
  /// Parentheses hold together.
  static let parentheses = 10

  /// Before a word that joins, nil before any other.
  static func before(_ keyword: Keyword) -> Int? {
    joining[keyword]
  }

  private static let joining: [Keyword: Int] = [.then: 0, .else: 0, .or: 1, .and: 2, .minus: 4]

  /// Behind a sign, nil behind any other.
  static func behind(_ kind: TokenKind) -> Int? {
    switch kind {
    case .comma: 5
    case .less, .lessEqual, .greater, .greaterEqual: 6
    case .plus, .minus, .star, .slash: 7
    case .equals: definition
    case .name, .quotedName, .number, .ordinal, .date, .time, .text, .percent, .semicolon, .dot, .dotDot,
      .openBrace, .closeBrace, .openParen, .closeParen, .pipe, .arrow, .unknown, .newline, .endOfFile:
      nil
    }
  }
}
