/// What kind of token a run of bytes is.
package enum TokenKind: UInt8, Hashable, Sendable {
  /// A name or a keyword; the parser decides which by the place.
  case name
  /// A name in backquotes, which is never a keyword.
  case quotedName
  case number, ordinal, date, time, text
  case percent, comma, semicolon, dot, dotDot, openBrace, closeBrace, openParen, closeParen
  case pipe, arrow, equals, plus, minus, star, slash, less, lessEqual, greater, greaterEqual
  /// A character without meaning; reported by the lexer.
  case unknown
  /// What the parser sees where a line end counts; no token of a tree has it.
  case newline
  case endOfFile
}

/// One token: its bytes and the trivia before it. Offsets count from the file's first byte.
package struct Token: Sendable {
  /// The kind.
  package internal(set) var kind: TokenKind
  /// Where its leading trivia starts, which is where the token before it ended.
  package let triviaStart: UInt32
  /// Its first byte.
  package let start: UInt32
  /// The byte behind it.
  package let end: UInt32
  /// Its leading pieces in the tree's trivia.
  package let trivia: Range<Int>
  /// Whether it is the first token of its line.
  package let startsLine: Bool
  /// Whether the lexer reported something about it or about its leading trivia.
  package let isDamaged: Bool
  /// The word of the language that it spells, nil for other names.
  package internal(set) var keyword: Keyword?
  /// The unit that it spells, nil for other names.
  package internal(set) var unit: UnitWord?
  /// What else a dialect's word is.
  package internal(set) var mark = DialectMark.none

  /// Whether nothing stands between it and the token before it.
  package var isJoined: Bool { triviaStart == start }
}

/// What a dialect's word is beside the word of the language that it spells.
package enum DialectMark: UInt8, Hashable, Sendable {
  /// Nothing else.
  case none
  /// It stands between the operands of a share in the order whole, part.
  case swapped
  /// It closes what another word began.
  case closing
}

/// What kind of bytes stands between two tokens.
package enum TriviaKind: UInt8, Hashable, Sendable {
  /// Blanks and tabs.
  case blanks
  /// One line end.
  case newline
  /// A `#` comment without its line end.
  case comment
  /// A `##` comment without its line end; it documents the declaration that follows.
  case documentation
  /// A byte order mark at the file's beginning.
  case byteOrderMark
  /// Bytes that the lexer reported and skipped.
  case skipped
}

/// One run of bytes between two tokens.
package struct Trivia: Hashable, Sendable {
  /// The kind.
  package let kind: TriviaKind
  /// The first byte.
  package let start: UInt32
  /// The byte behind it.
  package let end: UInt32
}
