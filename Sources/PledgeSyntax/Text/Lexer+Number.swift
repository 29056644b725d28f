import PledgeDiagnostics

extension Lexer {
  /// Scans what begins with a digit: a date, a time, an ordinal or a number.
  mutating func scanNumber() -> TokenKind {
    let start = position
    let digits = countDigits(at: position)
    if let length = foreignDateLength(digits: digits) {
      position += length
      report(.malformedDate(text: text(from: start, to: position)), from: start, to: position)
      return .date
    }
    if digits == 4, let length = dateLength() { return finishDate(from: start, length: length) }
    if digits <= 2, isColon(at: position + digits) > 0,
      countDigits(at: position + digits + isColon(at: position + digits)) > 0
    {
      return scanTime(from: start)
    }
    if let kind = scanOrdinal(digits: digits) { return kind }
    return scanPlainNumber(from: start)
  }

  private func countDigits(at offset: Int) -> Int {
    var end = offset
    while end < bytes.count, Lexer.isDigit(bytes[end]) { end += 1 }
    return end - offset
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: Dates

  /// The length of `yyyy-m…-d…` at the position, nil where something else stands there.
  private func dateLength() -> Int? {
    guard byte(4) == UInt8(ascii: "-") else { return nil }
    let month = countDigits(at: position + 5)
    guard month == 1 || month == 2, byte(5 + month) == UInt8(ascii: "-") else { return nil }
    let day = countDigits(at: position + 6 + month)
    return day == 1 || day == 2 ? 6 + month + day : nil
  }

  /// The length of a date as other formats write it at the position (`2026/03/02`, `02.03.2026`), nil where
  /// something else stands there.
  private func foreignDateLength(digits: Int) -> Int? {
    guard digits == 4 || digits == 1 || digits == 2 else { return nil }
    let sign = byte(digits)
    guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: ".") else { return nil }
    let middle = countDigits(at: position + digits + 1)
    guard middle == 1 || middle == 2, byte(digits + 1 + middle) == sign else { return nil }
    let last = countDigits(at: position + digits + 2 + middle)
    guard digits == 4 ? last == 1 || last == 2 : last == 4 else { return nil }
    // Years of this and the last century; `2400/12/2` is a division.
    let year = position + (digits == 4 ? 0 : digits + 2 + middle)
    guard ["19", "20"].contains(text(from: year, to: year + 2)) else { return nil }
    return digits + 2 + middle + last
  }

  private mutating func finishDate(from start: Int, length: Int) -> TokenKind {
    position += length
    let text = text(from: start, to: position)
    let date = DateDecoder.date(text)
    let isDate = length == 10 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
    if !isDate { report(.malformedDate(text: text), from: start, to: position) }
    return .date
  }

  // MARK: Times

  /// The length of an ASCII or full-width colon at an offset, 0 where there is none.
  private func isColon(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    if bytes[offset] == UInt8(ascii: ":") { return 1 }
    let isFullWidth =
      offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC
      && bytes[offset + 2] == 0x9A
    return isFullWidth ? 3 : 0
  }

  private mutating func scanTime(from start: Int) -> TokenKind {
    position += countDigits(at: position)
    var isTime = true
    var groups = 0
    while groups < 2, isColon(at: position) > 0 {
      let digits = countDigits(at: position + isColon(at: position))
      guard digits > 0 else { break }
      if digits != 2 { isTime = false }
      position += isColon(at: position) + digits
      groups += 1
    }
    if groups == 2, byte() == UInt8(ascii: "."), Lexer.isDigit(byte(1)) {
      let digits = countDigits(at: position + 1)
      if digits > 6 { isTime = false }
      position += 1 + digits
    }
    let text = text(from: start, to: position)
    if isTime {
      let time = DateDecoder.time(text)
      let isMidnight = time.hour == 24 && time.minute == 0 && time.second == 0 && time.microsecond == 0
      isTime = isMidnight || (time.hour < 24 && time.minute < 60 && time.second < 60)
    }
    if !isTime { report(.malformedTime(text: text), from: start, to: position) }
    return .time
  }

  // MARK: Ordinals and numbers

  private mutating func scanOrdinal(digits: Int) -> TokenKind? {
    let end = position + digits
    guard end + 2 <= bytes.count else { return nil }
    let suffix = text(from: end, to: end + 2)
    guard ["st", "nd", "rd", "th"].contains(suffix) else { return nil }
    if let (next, _) = scalar(at: end + 2), CharacterClass.continuesName(next) { return nil }
    let start = position
    let number = text(from: position, to: end)
    position = end + 2
    let right = Lexer.suffix(of: number)
    if number.first == "0" {
      report(.malformedOrdinal(text: number + suffix, expected: nil), from: start, to: position)
    } else if suffix != right {
      report(
        .malformedOrdinal(text: number + suffix, expected: number + right), from: start, to: position,
        fix: number + right)
    }
    return .ordinal
  }

  private static func suffix(of number: String) -> String {
    if number.hasSuffix("11") || number.hasSuffix("12") || number.hasSuffix("13") { return "th" }
    switch number.last {
    case "1": return "st"
    case "2": return "nd"
    case "3": return "rd"
    default: return "th"
    }
  }

  private mutating func scanPlainNumber(from start: Int) -> TokenKind {
    var isNumber = scanDigits()
    if byte() == UInt8(ascii: "."), Lexer.isDigit(byte(1)) {
      position += 1
      isNumber = scanDigits() && isNumber
    }
    if !isNumber {
      report(.malformedNumber(text: text(from: start, to: position)), from: start, to: position)
    }
    return .number
  }

  /// Scans digits with `_` between them; false where a `_` does not stand between two digits.
  private mutating func scanDigits() -> Bool {
    var isSound = true
    while Lexer.isDigit(byte()) || byte() == UInt8(ascii: "_") {
      if byte() == UInt8(ascii: "_"), !Lexer.isDigit(byte(1)) { isSound = false }
      position += 1
    }
    return isSound
  }
}
