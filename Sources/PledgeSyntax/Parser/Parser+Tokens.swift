import PledgeDiagnostics

extension Parser {
  /// The kind of the token to be read next; `newline` where a line end comes first and counts.
  var current: TokenKind { kind(at: 0) }

  /// The kind of the token at a distance; `newline` where a line end that counts lies before it.
  func kind(at distance: Int) -> TokenKind {
    if position != lineTaken, endsLine(before: position) { return .newline }
    if distance > 0 {
      for index in 1...distance where endsLine(before: position + index) { return .newline }
    }
    return token(at: distance).kind
  }

  /// The token at a distance, whatever lies before it; the file's end behind the last one.
  func token(at distance: Int) -> Token {
    let index = min(position + distance, tokens.count - 1)
    return tokens[max(0, index)]
  }

  /// The keyword at a distance, nil where another token or a line end that counts stands there.
  func keyword(at distance: Int = 0) -> Keyword? {
    kind(at: distance) == .name && token(at: distance).mark == .none ? token(at: distance).keyword : nil
  }

  /// Whether a keyword stands at a distance.
  func at(_ keyword: Keyword, _ distance: Int = 0) -> Bool {
    self.keyword(at: distance) == keyword
  }

  /// Whether two keywords stand here.
  func at(_ first: Keyword, then second: Keyword) -> Bool {
    at(first) && at(second, 1)
  }

  /// Whether a token stands here that can be a name: one that is not reserved.
  func atName(_ distance: Int = 0) -> Bool {
    let kind = kind(at: distance)
    guard kind == .name else { return kind == .quotedName }
    guard token(at: distance).mark == .none else { return false }
    return token(at: distance).keyword.map { !KeywordTable.isReserved($0) } ?? true
  }

  /// Reads the word that closes what `within` began, if the dialect has one and it stands here.
  mutating func takeClosing() {
    if current == .name, token(at: 0).mark == .closing { advance() }
  }

  /// The text of a token.
  func text(of token: Token) -> String {
    String(decoding: file.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Whether nothing more of the line can be read: a line end, `;`, `}` or the end of the file comes next.
  var isAtLineEnd: Bool {
    [.newline, .semicolon, .closeBrace, .endOfFile].contains(current)
  }

  // MARK: Line ends

  /// Whether the line end before a token, if there is one, counts at the moment.
  private func endsLine(before index: Int) -> Bool {
    guard index > 0, index < tokens.count, tokens[index].startsLine else { return false }
    if tokens[index].kind == .endOfFile { return false }
    if beginsDeclaration(index) { return true }
    switch lineMode {
    case .table: return true
    case .parentheses: return looksLikeHead(index)
    case .clauses: return !continuesLine(index)
    }
  }

  private func continuesLine(_ index: Int) -> Bool {
    if beginsWithConnective(index) { return true }
    guard joinsLines(tokens[index - 1]) else { return false }
    return !looksLikeClause(index)
  }

  /// Whether a token begins a line that goes on with the clause before it.
  func beginsWithConnective(_ index: Int) -> Bool {
    lineMode != .table && tokens[index].keyword.map(Parser.connectives.contains) ?? false
  }

  private static let connectives: Set<Keyword> = [.and, .or, .minus, .then, .else]

  /// The words behind which a clause goes on in the next line.
  private static let joiners: Set<Keyword> = [.and, .or, .not, .minus, .is, .in, .of, .then, .else]

  /// Whether a line that ends with the token goes on in the next one.
  private func joinsLines(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .plus, .minus, .star, .slash, .less, .lessEqual, .greater, .greaterEqual, .equals, .dot: true
    case .name: token.keyword.map(Parser.joiners.contains) ?? false
    case .quotedName, .number, .ordinal, .date, .time, .text, .percent, .semicolon, .dotDot, .openBrace,
      .closeBrace, .openParen, .closeParen, .pipe, .arrow, .unknown, .newline, .endOfFile:
      false
    }
  }

  /// Whether the line of a token can only be a clause, because something follows its first word that no name
  /// has behind it. So a dangling operator does not swallow the next line.
  func looksLikeClause(_ index: Int) -> Bool {
    guard let word = tokens[index].keyword, clauseWords.contains(word), index + 1 < tokens.count else {
      return false
    }
    let next = tokens[index + 1]
    guard !next.startsLine else { return false }
    switch next.kind {
    case .quotedName, .number, .ordinal, .date, .time, .text, .openBrace: return true
    case .name: return next.keyword.map { !KeywordTable.isReserved($0) } ?? true
    case .percent, .comma, .semicolon, .dot, .dotDot, .closeBrace, .openParen, .closeParen, .pipe, .arrow,
      .equals, .plus, .minus, .star, .slash, .less, .lessEqual, .greater, .greaterEqual, .unknown, .newline,
      .endOfFile:
      return false
    }
  }

  // MARK: Declarations

  /// The words that begin a declaration.
  static let declarationWords: Set<Keyword> = Set(
    KeywordTable.rows.filter { $0.category == .declaration }.map(\.keyword))

  /// Whether a token in the first column of its line begins a declaration. That closes everything that is
  /// open.
  func beginsDeclaration(_ index: Int) -> Bool {
    isInFirstColumn(tokens[index]) && looksLikeDeclaration(index)
  }

  /// Whether a token begins a line as a declaration begins one, in whichever column.
  func looksLikeDeclaration(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.startsLine, token.kind == .name, let word = token.keyword,
      Parser.declarationWords.contains(word), index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    // Before a `}` it has changed places with it.
    guard !next.startsLine else { return next.kind != .closeBrace }
    // These words begin lines of a block too, and a text without indentation is a text.
    if word == .use { return next.keyword != .within }
    if word == .ticket { return next.kind != .text }
    if word == .register { return index + 2 >= tokens.count || tokens[index + 2].kind != .openBrace }
    return true
  }

  /// Whether a line in the first column begins with two names: so do only declarations, and what follows an
  /// unclosed parenthesis is no part of it.
  private func looksLikeHead(_ index: Int) -> Bool {
    guard isInFirstColumn(tokens[index]), index + 1 < tokens.count else { return false }
    return !tokens[index + 1].startsLine
      && tokens[index...index + 1].allSatisfy { $0.kind == .name && $0.keyword == nil }
  }

  private func isInFirstColumn(_ token: Token) -> Bool {
    let start = Int(token.start)
    guard start > 0 else { return true }
    let before = file.bytes[start - 1]
    return before == 0x0A || before == 0x0D || (start == 3 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }
}
