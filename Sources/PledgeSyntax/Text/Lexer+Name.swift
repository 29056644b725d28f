import PledgeDiagnostics

extension Lexer {
  /// Scans a name. Invisible characters inside it are reported and kept, so that one mistake is one message.
  mutating func scanName() -> TokenKind {
    let start = position
    var needsCheck = false
    if dialect != .english, let kind = scanDialectWord() { return kind }
    while position < bytes.count {
      let next = byte()
      if next < 0x80 {
        guard Lexer.isASCIINamePart(next) else { break }
        position += 1
        continue
      }
      guard let (scalar, length) = scalar(at: position) else { break }
      if CharacterClass.continuesName(scalar) {
        position += length
        // Below U+0300 everything is composed.
        if scalar.value >= 0x300 { needsCheck = true }
      } else if CharacterClass.isInvisible(scalar), continuesName(at: position + length) {
        report(.invisibleCharacter(scalar: scalar.value), from: position, to: position + length, fix: "")
        position += length
      } else {
        break
      }
    }
    if needsCheck { checkNormalForm(from: start) }
    return .name
  }

  /// Scans an ordinal such as `第2`, or the unit directly behind a number; nil where neither stands.
  private mutating func scanDialectWord() -> TokenKind? {
    if let sign = DialectWords.ordinalSign(in: dialect), starts(with: Array(sign.utf8)),
      isDigit(at: position + sign.utf8.count)
    {
      position += sign.utf8.count
      while isDigit(at: position) { position += 1 }
      return .ordinal
    }
    guard let last = tokens.last?.kind, last == .number || last == .ordinal else { return nil }
    guard let unit = DialectWords.units(in: dialect).first(where: { starts(with: $0) }) else { return nil }
    // A word that begins like a unit is that word.
    let run = String(decoding: bytes[position..<endOfName(from: position)], as: UTF8.self)
    guard words[run] == nil, units[run] == nil else { return nil }
    position += unit.count
    return .name
  }

  private func endOfName(from start: Int) -> Int {
    var end = start
    while end - start <= SyntaxLimits.tokenBytes, let (scalar, length) = scalar(at: end),
      CharacterClass.continuesName(scalar)
    {
      end += length
    }
    return end
  }

  private func starts(with text: [UInt8]) -> Bool {
    position + text.count <= bytes.count && bytes[position..<position + text.count].elementsEqual(text)
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] >= UInt8(ascii: "0") && bytes[offset] <= UInt8(ascii: "9")
  }

  private func continuesName(at offset: Int) -> Bool {
    guard let (scalar, _) = scalar(at: offset) else { return false }
    return CharacterClass.continuesName(scalar)
  }

  private static func isASCIINamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func checkNormalForm(from start: Int) {
    guard position - start <= SyntaxLimits.tokenBytes else { return }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let composed = ComposedForm.other(than: name) else { return }
    report(.nameNotNormalised(name: name), from: start, to: position, fix: composed)
  }

  /// Scans a name in backquotes up to the closing one on the same line.
  mutating func scanQuotedName() -> TokenKind {
    let start = position
    position += 1
    while position < bytes.count, byte() != UInt8(ascii: "`"), byte() != 0x0A, byte() != 0x0D {
      scanContents()
    }
    guard byte() == UInt8(ascii: "`") else {
      // Without its end the name takes only what a plain name could, so that the rest of the line is still
      // read.
      position = start + 1
      while position < bytes.count, let (scalar, length) = scalar(at: position),
        CharacterClass.continuesName(scalar)
      {
        position += length
      }
      report(.unterminatedName, from: start, to: position)
      return .quotedName
    }
    position += 1
    if position - start == 2 {
      report(.emptyName, from: start, to: position)
    } else {
      checkNormalForm(from: start)
    }
    return .quotedName
  }
}
