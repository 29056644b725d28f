/// What a text's token says: without quotation marks, with escapes resolved.
enum TextDecoder {
  /// The contents of a text token, also where its closing mark is missing. Unknown escapes stand for
  /// themselves.
  static func contents(_ token: SyntaxToken) -> String {
    contents(token.text)
  }

  /// The contents of a text with its quotation marks.
  static func contents(_ text: String) -> String {
    // Nearly every text: nothing to resolve between two plain marks.
    let bytes = text.utf8
    if bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""),
      !bytes.contains(UInt8(ascii: "\\"))
    {
      return String(Substring(bytes.dropFirst().dropLast()))
    }
    var result = String.UnicodeScalarView()
    var scalars = Substring(text).unicodeScalars[...]
    guard let opening = scalars.popFirst() else { return "" }
    let closing: Unicode.Scalar = opening == "\u{201C}" ? "\u{201D}" : "\""
    while let scalar = scalars.popFirst() {
      if scalar == closing, scalars.isEmpty { break }
      guard scalar == "\\", let escape = scalars.popFirst() else {
        result.append(scalar)
        continue
      }
      switch escape {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "\"", "\\", "\u{201C}", "\u{201D}": result.append(escape)
      case "u":
        if let decoded = codePoint(&scalars) {
          result.append(decoded)
        } else {
          result.append(contentsOf: "\\u".unicodeScalars)
        }
      default: result.append(contentsOf: ["\\", escape])
      }
    }
    return String(result)
  }

  private static func codePoint(_ scalars: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard scalars.first == "{", let end = scalars.prefix(10).firstIndex(of: "}") else { return nil }
    let digits = String(scalars[scalars.index(after: scalars.startIndex)..<end])
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
    scalars = scalars[scalars.index(after: end)...]
    return scalar
  }
}
