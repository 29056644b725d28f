extension TokenFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .unterminatedText:
      FactWords("a text has no closing quotation mark", hint: "a text ends on the line on which it begins")
    case .unknownEscape(let text):
      FactWords(
        "`\(text)` means nothing in a text",
        hint: #"the escapes are `\"`, `\\`, `\n`, `\t` and `\u{…}`; a backslash itself is `\\`"#)
    case .unterminatedName:
      FactWords(
        "a quoted name has no closing backquote", hint: "a quoted name ends on the line on which it begins")
    case .emptyName:
      FactWords("a quoted name is empty")
    case .nameNotNormalised(let name):
      FactWords(
        "the name `\(name)` is not in composed form (Unicode NFC)",
        hint: "the fix composes it; it looks the same")
    case .malformedNumber(let text):
      FactWords(
        "`\(text)` is not a number",
        hint: "a `_` stands between two digits, and a decimal point between digits")
    case .malformedDate(let text):
      FactWords("`\(text)` is not a date", hint: "dates are written `2026-03-02`: year, month, day")
    case .malformedTime(let text):
      FactWords(
        "`\(text)` is not a time of day",
        hint:
          "times run from `0:00` to `24:00`, with seconds `10:30:05` and at most six digits behind a point")
    case .malformedOrdinal(let text, let expected):
      FactWords("`\(text)` is not an ordinal", hint: expected.map { "write `\($0)`" })
    case .invalidUTF8(let offset):
      FactWords(
        "the file is not valid UTF-8 at byte \(offset)", label: "these bytes are no character",
        hint: "save the file as UTF-8")
    case .controlCharacter(let scalar):
      FactWords(
        "the control character \(TokenFact.codePoint(scalar)) cannot stand in a policy", hint: "remove it")
    case .invisibleCharacter(let scalar):
      FactWords(
        "the invisible character \(TokenFact.codePoint(scalar)) cannot stand in a policy",
        hint: "remove it: it makes text look other than it is")
    case .unknownCharacter(let text):
      FactWords(
        "`\(text)` has no meaning outside texts and comments",
        hint: text == ":" ? "leave it out" : text == "'" ? "texts stand in `\"`" : nil)
    case .foreignSign(let text, let instead):
      FactWords("`\(text)` has no meaning here", hint: "write `\(instead)`")
    case .foreignInstant(let text, let instead):
      FactWords(
        "`\(text)` is not how an instant is written",
        hint: "write `\(instead)`: instants are in the policy's timezone")
    case .fullWidthForm(let text, let twin):
      FactWords("`\(text)` is the full-width form of `\(twin)`", hint: "write `\(twin)`")
    case .fileTooLarge(let limit):
      FactWords("the file is larger than \(limit) bytes", hint: "split it and join the parts with `use`")
    case .tokenTooLong(let limit):
      FactWords("this is longer than \(limit) bytes, more than a policy can need")
    }
  }

  static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
