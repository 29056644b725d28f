import PledgeDiagnostics

extension Parser {
  /// Reads a name into a slot, or reports that it is missing.
  @discardableResult
  mutating func parseName(in slot: Slot = .name) -> Bool {
    guard atName() else {
      raiseExpected(.name)
      return false
    }
    takeName(in: slot)
    return true
  }

  /// Reads the name that a declaration gives. A reserved word is reported as such and read all the same.
  @discardableResult
  mutating func parseNewName(in slot: Slot = .name) -> Bool {
    guard !atName(), current == .name else { return parseName(in: slot) }
    let word = text(of: token(at: 0))
    let range = range(of: token(at: 0))
    raise(.reservedWord(word), at: range, fixes: [.replace(range, with: "`\(word)`", .suggestion)])
    reservedNames.insert(word)
    takeName(in: slot)
    return true
  }

  /// Reads the current token as a name.
  mutating func takeName(in slot: Slot) {
    let start = mark()
    advance(.name)
    finish(start, .name, in: slot)
  }

  /// Reads `NAME {"," NAME}`, each into the slot.
  mutating func parseNames(in slot: Slot = .name) {
    repeat { guard parseName(in: slot) else { return } } while take(kind: .comma)
  }

  /// Reads `NAME [STRING]`.
  mutating func parseHead() {
    let start = mark()
    parseNewName()
    if current == .text { parseText(in: .title) }
    finish(start, .head, in: .head)
  }

  /// Reads `NAME {"." NAME}`.
  mutating func parsePath(in slot: Slot) {
    let start = mark()
    repeat { guard parseName() else { break } } while take(kind: .dot)
    finish(start, .path, in: slot)
  }

  /// Reads a text, or reports that it is missing.
  @discardableResult
  mutating func parseText(in slot: Slot) -> Bool {
    guard current == .text else {
      raiseExpected(.text)
      return false
    }
    let start = mark()
    advance()
    finish(start, .textLiteral, in: slot)
    return true
  }

  /// Reads a WORD: a text, or the tokens up to a blank, a brace, a comma or a bar.
  @discardableResult
  mutating func parseWord() -> Bool {
    let start = mark()
    if current == .text {
      advance()
    } else {
      while isWordPart, waiting.count == start.waiting || token(at: 0).isJoined { advance() }
    }
    guard waiting.count > start.waiting else {
      raiseExpected(.word)
      return false
    }
    finish(start, .word, in: .word)
    return true
  }

  private var isWordPart: Bool {
    switch current {
    case .name, .quotedName, .number, .ordinal, .date, .time, .percent, .dot, .dotDot, .openParen,
      .closeParen, .arrow, .equals, .plus, .minus, .star, .slash, .less, .lessEqual, .greater, .greaterEqual:
      true
    case .text, .comma, .semicolon, .openBrace, .closeBrace, .pipe, .unknown, .newline, .endOfFile: false
    }
  }

  /// Reads `WORD {"," WORD}` behind `cite`.
  mutating func parseWords() {
    repeat { guard parseWord() else { return } } while take(kind: .comma)
  }

  /// Reads `"cite" words` as a line.
  mutating func parseCitation() {
    let start = mark()
    take(.cite)
    parseWords()
    finish(start, .citation, in: .line)
  }

  /// Reads the citation behind a declaration, if there is one; its words are children of the declaration.
  mutating func parseTrailingCitation() {
    if take(.cite) { parseWords() }
  }

  /// Reads the words of a rounding mode: `up`, `down`, `half up`, `half even`.
  mutating func parseRoundingMode() {
    if take(.half) {
      expect(oneOf: [.up, .even])
    } else {
      expect(oneOf: [.up, .down, .half])
    }
  }
}
