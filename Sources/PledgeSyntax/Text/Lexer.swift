import PledgeDiagnostics

/// Cuts a file into tokens and trivia so that every byte belongs to exactly one of them.
struct Lexer {
  let file: SourceFile
  let bytes: [UInt8]
  let words: [String: [Keyword]]
  let units: [String: UnitWord]
  let dialect: Dialect
  var position = 0
  var tokens: [Token] = []
  var trivia: [Trivia] = []
  var diagnostics: [Diagnostic] = []
  /// Whether something was reported since the last token.
  var isDamaged = false
  /// The words that the sign read last stands for; empty for tokens of the language.
  var foreignWords: [Keyword] = []
  /// Whether a `[` was reported whose `]` has not come yet.
  var hasOpenBracket = false

  /// The tokens of a file, the last one being the end of the file, and what is wrong with its characters.
  static func scan(_ file: SourceFile, dialect: Dialect) -> Lexer {
    var lexer = Lexer(file: file, dialect: dialect)
    lexer.scanFile()
    return lexer
  }

  private init(file: SourceFile, dialect: Dialect) {
    self.file = file
    bytes = file.bytes
    self.dialect = dialect
    words = KeywordTable.words(of: dialect)
    units = UnitTable.units(of: dialect)
    tokens.reserveCapacity(file.bytes.count / 5)
    trivia.reserveCapacity(file.bytes.count / 5)
  }

  private mutating func scanFile() {
    if bytes.count > SyntaxLimits.fileBytes {
      report(.fileTooLarge(limit: SyntaxLimits.fileBytes), from: 0, to: 0)
      position = bytes.count
      trivia.append(Trivia(kind: .skipped, start: 0, end: UInt32(clamping: bytes.count)))
      append(.endOfFile, triviaStart: 0, firstTrivia: 0, start: bytes.count, startsLine: true)
      return
    }
    var isAtEnd = false
    while !isAtEnd {
      let triviaStart = position
      let firstTrivia = trivia.count
      isDamaged = false
      let hasNewline = scanTrivia()
      let start = position
      let kind = position < bytes.count ? scanToken() : .endOfFile
      if position - start > SyntaxLimits.tokenBytes {
        report(.tokenTooLong(limit: SyntaxLimits.tokenBytes), from: start, to: position)
      }
      append(
        kind, triviaStart: triviaStart, firstTrivia: firstTrivia, start: start,
        startsLine: hasNewline || tokens.isEmpty)
      isAtEnd = kind == .endOfFile
    }
  }

  private mutating func append(
    _ kind: TokenKind, triviaStart: Int, firstTrivia: Int, start: Int, startsLine: Bool
  ) {
    var token = Token(
      kind: kind, triviaStart: UInt32(clamping: triviaStart), start: UInt32(clamping: start),
      end: UInt32(clamping: position), trivia: firstTrivia..<trivia.count, startsLine: startsLine,
      isDamaged: isDamaged, keyword: nil, unit: nil)
    guard kind == .name else {
      tokens.append(token)
      return
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let phrase = foreignWords.isEmpty ? words[text] ?? [] : foreignWords
    foreignWords = []
    token.keyword = phrase.first
    token.unit = units[text]
    if dialect != .english { token.mark = mark(of: text) }
    tokens.append(token)
    // A word that stands for several is followed by empty tokens for the others, so that the parser sees
    // them all.
    for keyword in phrase.dropFirst() {
      tokens.append(
        Token(
          kind: .name, triviaStart: UInt32(clamping: position), start: UInt32(clamping: position),
          end: UInt32(clamping: position), trivia: trivia.count..<trivia.count, startsLine: false,
          isDamaged: false, keyword: keyword, unit: units[KeywordTable.spelling(of: keyword, in: dialect)]))
    }
  }

  private func mark(of text: String) -> DialectMark {
    if text == DialectWords.swappedOf(in: dialect) { return .swapped }
    return text == DialectWords.closing(in: dialect) ? .closing : .none
  }
}

extension Lexer {
  /// The byte at a distance from the position, 0 behind the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  /// Reports a fact about the bytes of a range.
  mutating func report(_ fact: TokenFact, from start: Int, to end: Int, fix: String? = nil) {
    isDamaged = true
    guard diagnostics.count <= SyntaxLimits.messages else { return }
    let range = SourceRange(file: file.id, start: start, end: end)
    let fixes = fix.map { [Fix.replace(range, with: $0, .safe)] } ?? []
    diagnostics.append(Diagnostic(.token(fact), at: range, fixes: fixes))
  }

  /// The character at an offset and its length in bytes, nil where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length {
      let next = bytes[offset + index]
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    // Longer encodings than needed and surrogates are not UTF-8.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
