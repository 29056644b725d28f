import PledgeDiagnostics

// Signs of other languages that stand for something of ours: reported with what to write, and read as that.

extension Lexer {
  /// A sign and what it is read as: words of the language, or another token.
  struct ForeignSign {
    let text: String
    let words: [Keyword]
    let kind: TokenKind
    /// What is written instead, where it is no word.
    let twin: String

    init(_ text: String, words: [Keyword]) {
      (self.text, self.words, kind, twin) = (text, words, .name, "")
    }

    init(_ text: String, _ kind: TokenKind, _ twin: String) {
      (self.text, words, self.kind, self.twin) = (text, [], kind, twin)
    }
  }

  /// The longer one of two that begin alike comes first.
  private static let foreignSigns = [
    ForeignSign("==", words: [.is]), ForeignSign("!=", words: [.is, .not]),
    ForeignSign("<>", words: [.is, .not]), ForeignSign("≠", words: [.is, .not]),
    ForeignSign("!", words: [.not]), ForeignSign("&&", words: [.and]), ForeignSign("&", words: [.and]),
    ForeignSign("≥", .greaterEqual, ">="), ForeignSign("≤", .lessEqual, "<="), ForeignSign("×", .star, "*"),
    ForeignSign("÷", .slash, "/"), ForeignSign("−", .minus, "-"), ForeignSign("–", .minus, "-"),
    ForeignSign("—", .minus, "-"), ForeignSign("→", .arrow, "->"), ForeignSign("…", .dotDot, ".."),
    ForeignSign("[", .openParen, "("), ForeignSign("]", .closeParen, ")"),
  ]

  /// For each byte whether a sign begins with it.
  private static let isFirst: [Bool] = {
    var isFirst = [Bool](repeating: false, count: 256)
    for sign in foreignSigns { if let first = sign.text.utf8.first { isFirst[Int(first)] = true } }
    return isFirst
  }()

  /// The sign at the position, nil where none stands there.
  func foreignSign() -> ForeignSign? {
    guard Lexer.isFirst[Int(byte())] else { return nil }
    return Lexer.foreignSigns.first { sign in
      position + sign.text.utf8.count <= bytes.count
        && bytes[position..<position + sign.text.utf8.count].elementsEqual(sign.text.utf8)
    }
  }

  /// Reads a sign, reports it and leaves its words for the token.
  mutating func scanForeign(_ sign: ForeignSign) -> TokenKind {
    let start = position
    position += sign.text.utf8.count
    let instead =
      sign.words.isEmpty
      ? sign.twin
      : sign.words.map { KeywordTable.spelling(of: $0, in: dialect) }.joined(separator: " ")
    foreignWords = sign.words
    // A bracket that closes one that was reported is part of the same slip.
    if sign.text == "]", hasOpenBracket {
      isDamaged = true
      hasOpenBracket = false
    } else {
      report(.foreignSign(text: sign.text, instead: instead), from: start, to: position)
    }
    if sign.text == "[" { hasOpenBracket = true }
    return sign.kind
  }

  /// Whether a sign of a currency stands at the position; the parser says what to write.
  static func isCurrencySign(_ scalar: Unicode.Scalar) -> Bool {
    ["$", "€", "£", "¥", "￥"].contains(scalar)
  }

  // MARK: Instants

  /// Skips what ISO 8601 writes between date and time, and behind the time: `T`, `Z`, `+08:00`.
  ///
  /// The `T` is reported with all that belongs to it; a zone alone behind a time is reported by itself.
  mutating func skipForeignInstant() -> Bool {
    guard let last = tokens.last, Int(last.end) == position else { return false }
    if last.kind == .date, byte() == UInt8(ascii: "T") || byte() == UInt8(ascii: "t"),
      let clock = clockLength(at: position + 1)
    {
      let end = position + 1 + clock
      report(
        .foreignInstant(
          text: text(Int(last.start), end + zoneLength(at: end)),
          instead: text(Int(last.start), position) + " " + text(position + 1, end)),
        from: Int(last.start), to: end + zoneLength(at: end))
      position += 1
      return true
    }
    let zone = last.kind == .time ? zoneLength(at: position) : 0
    guard zone > 0 else { return false }
    if !last.isDamaged {
      report(
        .foreignInstant(
          text: text(Int(last.start), position + zone), instead: text(Int(last.start), position)),
        from: Int(last.start), to: position + zone)
    }
    isDamaged = true
    position += zone
    return true
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] >= UInt8(ascii: "0") && bytes[offset] <= UInt8(ascii: "9")
  }

  private func isByte(_ byte: Unicode.Scalar, at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: byte)
  }

  /// The length of `10:00`, `10:00:30.5` at an offset, nil where none stands there.
  private func clockLength(at start: Int) -> Int? {
    guard isDigit(at: start), isDigit(at: start + 1), isByte(":", at: start + 2), isDigit(at: start + 3),
      isDigit(at: start + 4)
    else { return nil }
    var end = start + 5
    while end - start < 16,
      isDigit(at: end) || ((isByte(":", at: end) || isByte(".", at: end)) && isDigit(at: end + 1))
    {
      end += 1
    }
    return end - start
  }

  /// The length of `Z` or `+08:00` at an offset, 0 where none stands there. A minus belongs to open hours.
  private func zoneLength(at start: Int) -> Int {
    if isByte("Z", at: start) || isByte("z", at: start) {
      guard let (next, _) = scalar(at: start + 1) else { return 1 }
      return CharacterClass.continuesName(next) ? 0 : 1
    }
    guard isByte("+", at: start), isDigit(at: start + 1), isDigit(at: start + 2) else { return 0 }
    let colon = isByte(":", at: start + 3) ? 1 : 0
    guard isDigit(at: start + 3 + colon), isDigit(at: start + 4 + colon), !isDigit(at: start + 5 + colon)
    else { return 0 }
    return 5 + colon
  }
}
