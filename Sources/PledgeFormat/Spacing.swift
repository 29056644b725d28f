import PledgeSyntax

/// Which tokens have a blank between them.
enum Spacing {
  /// Whether a blank stands between two tokens of a line. `parent` is the node that has the second as its
  /// child, `before` the one that has the first.
  static func hasBlank(
    _ previous: TokenKind, in before: NodeKind, _ next: TokenKind, in parent: NodeKind
  ) -> Bool {
    if before == .word, parent == .word { return false }
    switch next {
    case .comma, .semicolon, .closeParen, .dot, .dotDot, .percent: return false
    case .openParen where parent == .call || parent == .event: return false
    case .minus where parent == .hours: return false
    case .closeBrace: return previous != .openBrace
    case .name, .quotedName, .number, .ordinal, .date, .time, .text, .openBrace, .openParen, .pipe,
      .arrow, .equals, .plus, .minus, .star, .slash, .less, .lessEqual, .greater, .greaterEqual, .unknown,
      .newline, .endOfFile:
      break
    }
    switch previous {
    case .openParen, .dot, .dotDot: return false
    case .minus: return !isSign(in: before)
    case .plus: return !isLeading(in: before)
    case .name, .quotedName, .number, .ordinal, .date, .time, .text, .percent, .comma, .semicolon, .openBrace,
      .closeBrace, .closeParen, .pipe, .arrow, .equals, .star, .slash, .less, .lessEqual, .greater,
      .greaterEqual, .unknown, .newline, .endOfFile:
      return true
    }
  }

  /// Whether a `-` in the node is the sign of its number, or joins two times of day.
  private static func isSign(in node: NodeKind) -> Bool {
    node == .hours || node == .numberLiteral || node == .percentLiteral || node == .quantityLiteral
  }

  /// Whether a `+` in the node begins it: `+15 min`.
  private static func isLeading(in node: NodeKind) -> Bool {
    node == .timelineLine || node == .testCase
  }
}
