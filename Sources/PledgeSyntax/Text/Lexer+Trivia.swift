import PledgeDiagnostics

extension Lexer {
  /// Scans blanks, comments, line ends and skipped characters; says whether a line end was among them.
  mutating func scanTrivia() -> Bool {
    var hasNewline = false
    while position < bytes.count {
      let start = position
      switch byte() {
      case 0x20, 0x09:
        while byte() == 0x20 || byte() == 0x09 { position += 1 }
        add(.blanks, from: start)
      case 0x0A, 0x0D:
        position += byte() == 0x0D && byte(1) == 0x0A ? 2 : 1
        add(.newline, from: start)
        hasNewline = true
      case UInt8(ascii: "#"):
        let isDocumentation = byte(1) == UInt8(ascii: "#")
        scanComment()
        add(isDocumentation ? .documentation : .comment, from: start)
      default:
        if skipForeignInstant() {
          add(.skipped, from: start)
          continue
        }
        guard skipCharacter() else { return hasNewline }
      }
    }
    return hasNewline
  }

  private mutating func add(_ kind: TriviaKind, from start: Int) {
    trivia.append(Trivia(kind: kind, start: UInt32(clamping: start), end: UInt32(clamping: position)))
  }

  private mutating func scanComment() {
    while position < bytes.count, byte() != 0x0A, byte() != 0x0D { scanContents() }
  }

  /// Scans one character inside a comment, a text or a quoted name and reports what may stand nowhere.
  mutating func scanContents() {
    let start = position
    guard let (scalar, length) = scalar(at: position) else {
      skipInvalidBytes()
      return
    }
    position += length
    if CharacterClass.isControl(scalar) {
      report(.controlCharacter(scalar: scalar.value), from: start, to: position)
    } else if CharacterClass.isInvisible(scalar) {
      report(.invisibleCharacter(scalar: scalar.value), from: start, to: position, fix: "")
    }
  }

  private mutating func skipInvalidBytes() {
    let start = position
    while position < bytes.count, scalar(at: position) == nil { position += 1 }
    report(.invalidUTF8(byteOffset: start), from: start, to: position)
  }

  /// Skips a character that begins no token, after having reported it; false where a token begins.
  private mutating func skipCharacter() -> Bool {
    let start = position
    guard let (scalar, length) = scalar(at: position) else {
      skipInvalidBytes()
      add(.skipped, from: start)
      return true
    }
    if scalar == "\u{FEFF}", position == 0 {
      position += length
      add(.byteOrderMark, from: start)
      return true
    }
    if CharacterClass.isBlank(scalar) {
      position += length
      add(.blanks, from: start)
      return true
    }
    if CharacterClass.isControl(scalar) || CharacterClass.isInvisible(scalar) {
      scanContents()
      add(.skipped, from: start)
      return true
    }
    guard !beginsToken(scalar) else { return false }
    skipUnknown()
    add(.skipped, from: start)
    return true
  }

  private func beginsToken(_ scalar: Unicode.Scalar) -> Bool {
    if foreignSign() != nil || Lexer.isCurrencySign(scalar) { return true }
    if scalar.isASCII {
      switch scalar {
      case "0"..."9", "\"", "`", "%", ",", ";", ".", "{", "}", "(", ")", "|", "=", "+", "-", "*", "/", "<",
        ">":
        return true
      default: return CharacterClass.startsName(scalar)
      }
    }
    return CharacterClass.startsName(scalar) || scalar == "\u{201C}"
      || CharacterClass.fullWidthToken(scalar) != nil || Lexer.operatorTwin(scalar) != nil
  }

  private mutating func skipUnknown() {
    let start = position
    if let (first, length) = scalar(at: position), let twin = CharacterClass.asciiTwin(first) {
      position += length
      let text = String(Character(first))
      report(.fullWidthForm(text: text, twin: String(twin)), from: start, to: position, fix: String(twin))
      return
    }
    // A run of such characters is one mistake.
    while let (next, length) = scalar(at: position), !beginsToken(next), !CharacterClass.isBlank(next),
      !CharacterClass.isControl(next), !CharacterClass.isInvisible(next), next != "\n", next != "\r",
      next != "#", position - start < 32
    {
      position += length
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    report(.unknownCharacter(text: text), from: start, to: position)
  }
}
