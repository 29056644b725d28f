import PledgeSyntax

/// A token as the recogniser sees it.
struct GrammarToken {
  let kind: TokenKind
  let keyword: Keyword?
  let isUnit: Bool
  let text: String
  let startsLine: Bool
  /// Whether nothing stands between it and the token before it.
  let isJoined: Bool

  init(_ token: SyntaxToken) {
    kind = token.kind
    keyword = token.keyword
    isUnit = token.unit != nil
    text = token.text
    startsLine = token.startsLine
    isJoined = token.fullRange.start == token.range.start
  }

  /// Whether it can be a name.
  var isName: Bool {
    kind == .quotedName || kind == .name && !(keyword.map(KeywordTable.isReserved) ?? false)
  }

  var isCurrency: Bool {
    kind == .name && text.utf8.count == 3 && text.allSatisfy { $0.isASCII && $0.isUppercase }
  }

  /// Whether it can stand in a WORD that is no text.
  var isWordPart: Bool {
    switch kind {
    case .text, .comma, .semicolon, .openBrace, .closeBrace, .pipe, .unknown, .newline, .endOfFile: false
    default: true
    }
  }

  /// Whether a line that ends with it goes on.
  var joinsLines: Bool {
    switch kind {
    case .comma, .plus, .minus, .star, .slash, .less, .lessEqual, .greater, .greaterEqual, .equals, .dot: true
    case .name: keyword.map { Self.joiners.contains($0) } ?? false
    default: false
    }
  }

  /// Whether a line that begins with it goes on with the line before.
  var continuesLine: Bool { kind == .name && keyword.map { Self.connectives.contains($0) } ?? false }

  private static let joiners: Set<Keyword> = [.and, .or, .not, .minus, .is, .in, .of, .then, .else]
  private static let connectives: Set<Keyword> = [.and, .or, .minus, .then, .else]

  /// The kinds of the signs of the page.
  static let signs: [String: TokenKind] = [
    "%": .percent, ",": .comma, ".": .dot, "..": .dotDot, "{": .openBrace, "}": .closeBrace,
    "(": .openParen, ")": .closeParen, "|": .pipe, "->": .arrow, "=": .equals, "+": .plus, "-": .minus,
    "*": .star, "/": .slash, "<": .less, "<=": .lessEqual, ">": .greater, ">=": .greaterEqual,
  ]

  /// The words of the page by their spelling.
  static let words: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: KeywordTable.rows.map { ($0.english, $0.keyword) })
}
