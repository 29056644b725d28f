/// Reads a POSIX TZ string as RFC 9636 allows it in a TZif file: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+03>-3`.
struct ZoneRuleParser {
  private let text: [UInt8]
  private var at = 0

  /// A parser of the whole of `text`.
  init(_ text: [UInt8]) { self.text = text }

  /// What the text says; nil when it is none.
  mutating func parse() -> ZoneTable.Rule? {
    guard skipName(), let standard = offset() else { return nil }
    if at == text.count { return .fixed(standard) }
    guard skipName() else { return nil }
    var daylight = standard + 3600
    if peek() != UInt8(ascii: ",") {
      guard let stated = offset() else { return nil }
      daylight = stated
    }
    guard isInRange(daylight), let start = change(), let end = change(), at == text.count else {
      return nil
    }
    return .yearly(
      ZoneRule(standardOffset: standard, daylightOffset: daylight, start: start, end: end))
  }

  private func peek() -> UInt8? { at < text.count ? text[at] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// Three or more letters, or letters, digits and signs in angle brackets.
  private mutating func skipName() -> Bool {
    let isQuoted = skip("<")
    let start = at
    while let byte = peek(),
      ZoneRuleParser.isLetter(byte) || (isQuoted && ZoneRuleParser.isDigitOrSign(byte))
    {
      at += 1
    }
    return at - start >= 3 && (!isQuoted || skip(">"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isDigitOrSign(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// An offset, which POSIX counts to the west, as seconds to the east.
  private mutating func offset() -> Int32? {
    guard let west = time(hourLimit: 24), isInRange(-west) else { return nil }
    return -west
  }

  private func isInRange(_ offset: Int32) -> Bool { offset > -90_000 && offset < 93_600 }

  /// `[+|-]h[:mm[:ss]]` in seconds.
  private mutating func time(hourLimit: Int32) -> Int32? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(), hours <= hourLimit else { return nil }
    var seconds = hours * 3600
    if skip(":") {
      guard let minutes = number(), minutes < 60 else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let rest = number(), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// One to three digits.
  private mutating func number() -> Int32? {
    var value: Int32 = 0
    let start = at
    while at - start < 3, let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = value * 10 + Int32(byte - UInt8(ascii: "0"))
      at += 1
    }
    return at == start ? nil : value
  }

  /// `,date[/time]`; without a time it is 02:00.
  private mutating func change() -> ZoneRule.Change? {
    guard skip(","), let day = day() else { return nil }
    guard skip("/") else { return ZoneRule.Change(day: day, time: 7200) }
    guard let time = time(hourLimit: 167) else { return nil }
    return ZoneRule.Change(day: day, time: time)
  }

  private mutating func day() -> ZoneRule.Day? {
    if skip("J") {
      guard let day = number(), day >= 1, day <= 365 else { return nil }
      return .julian(Int(day))
    }
    if skip("M") {
      guard let month = number(), month >= 1, month <= 12, skip("."), let week = number(), week >= 1,
        week <= 5, skip("."), let day = number(), day <= 6
      else { return nil }
      return .weekday(month: Int(month), week: Int(week), day: Int(day))
    }
    guard let day = number(), day <= 365 else { return nil }
    return .zeroBased(Int(day))
  }
}
