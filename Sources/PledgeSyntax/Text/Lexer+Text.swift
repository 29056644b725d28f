import PledgeDiagnostics

extension Lexer {
  /// Scans a text up to its closing mark, at most to the end of the line.
  mutating func scanText(openedBy length: Int, closing: [Unicode.Scalar]) -> TokenKind {
    let start = position
    position += length
    while position < bytes.count, byte() != 0x0A, byte() != 0x0D {
      if byte() == UInt8(ascii: "\\") {
        scanEscape()
        continue
      }
      if let (scalar, length) = scalar(at: position), closing.contains(scalar) {
        position += length
        return .text
      }
      scanContents()
    }
    // Blanks at the line's end belong to the line, not to the text.
    while position > start + length, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 {
      position -= 1
    }
    report(.unterminatedText, from: start, to: position)
    return .text
  }

  private mutating func scanEscape() {
    let start = position
    position += 1
    guard let (scalar, length) = scalar(at: position), scalar != "\n", scalar != "\r" else { return }
    switch scalar {
    case "n", "t", "\"", "\\", "\u{201C}", "\u{201D}": position += length
    case "u": scanCodePoint(from: start)
    default:
      scanContents()
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      report(.unknownEscape(text: text), from: start, to: position)
    }
  }

  private mutating func scanCodePoint(from start: Int) {
    position += 1
    var digits = 0
    var value: UInt32 = 0
    if byte() == UInt8(ascii: "{") {
      position += 1
      while digits < 8, let digit = Lexer.hexadecimal(byte()) {
        value = value << 4 | digit
        digits += 1
        position += 1
      }
    }
    if digits > 0, byte() == UInt8(ascii: "}"), Unicode.Scalar(value) != nil {
      position += 1
      return
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    report(.unknownEscape(text: text), from: start, to: position)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
