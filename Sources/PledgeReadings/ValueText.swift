import PledgeNumbers
import PledgeTickets
import PledgeTime

/// How values are written as text; the same in every format, in registers and in mappings.
enum ValueText {
  typealias Text = UnsafeBufferPointer<UInt8>
  typealias Reading = Result<Scalar, Rejection.Reason>

  /// How messages name a type.
  static func title(_ type: ValueType) -> String {
    switch type {
    case .truth: "a truth value"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .percent: "a percentage such as \"99.95%\""
    case .money(let currency): "an amount in \(currency.code)"
    case .duration: "a duration such as \"1 h 30 min\""
    case .instant: "a time such as \"2026-03-02T10:00:00+08:00\""
    case .date: "a date such as \"2026-03-02\""
    case .text: "a text"
    case .choice: "one of the declared values"
    case .key: "the key of a register"
    }
  }

  static func quote(_ text: Text) -> String {
    let shown = String(decoding: text.prefix(80), as: UTF8.self)
    return text.count > 80 ? shown + "…" : shown
  }

  static func truth(_ text: Text) -> Reading {
    switch quote(text).lowercased() {
    case "true", "yes", "1": .success(.truth(true))
    case "false", "no", "0": .success(.truth(false))
    default:
      .failure(.wrongType(expected: "true, false, yes, no, 1 or 0", found: "`\(quote(text))`"))
    }
  }

  @inline(__always) static func number(_ text: Text, whole: Bool) -> Reading {
    switch Decimal.parse(text) {
    case .success(let number):
      if whole, number.scale > 0, number.coefficient % tenTo(Int(number.scale)) != 0 {
        return .failure(.wrongType(expected: title(.integer), found: "`\(quote(text))`"))
      }
      return .success(.number(number))
    case .failure(let fault): return .failure(reason(fault, text, whole ? title(.integer) : title(.decimal)))
    }
  }

  static func tenTo(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<min(18, exponent) { power &*= 10 }
    return power
  }

  static func reason(_ fault: Decimal.Fault, _ text: Text, _ expected: String) -> Rejection.Reason {
    switch fault {
    case .empty: .missing
    case .malformed: .wrongType(expected: expected, found: "`\(quote(text))`")
    case .tooManyDigits, .tooManyFractionDigits: .numberTooLarge(text: quote(text))
    }
  }

  static let bareNumberForPercent = Reading.failure(
    .wrongType(expected: "a percentage such as \"99.95%\"", found: "a number without %"))

  static func percent(_ text: Text) -> Reading {
    guard text.last == 0x25 else {
      return .failure(.wrongType(expected: title(.percent), found: "`\(quote(text))`"))
    }
    var digits = text.count - 1
    while digits > 0, text[digits - 1] == 0x20 { digits -= 1 }
    let number = Text(rebasing: text[..<digits])
    // A hundredth of a decimal is the same digits with two more behind the point.
    let hasExponent = number.contains { $0 | 0x20 == 0x65 }
    let scaled = Array(number) + Array("e-2".utf8)
    let parsed =
      hasExponent ? .failure(.malformed(offset: 0)) : scaled.withUnsafeBufferPointer { Decimal.parse($0) }
    switch parsed {
    case .success(let share): return .success(.number(share))
    case .failure(let fault): return .failure(reason(fault, text, title(.percent)))
    }
  }

  /// A bare number is in the policy's currency; a code before or behind it must be that currency's.
  static func money(_ text: Text, _ currency: Currency) -> Reading {
    var first = 0
    var last = text.count
    let isLetter = { (byte: UInt8) in (byte | 0x20) &- 0x61 <= 25 }
    while last > 0, isLetter(text[last - 1]) { last -= 1 }
    while first < last, isLetter(text[first]) { first += 1 }
    let front = String(decoding: text[..<first], as: UTF8.self)
    let behind = String(decoding: text[last...], as: UTF8.self)
    while first < last, text[first] == 0x20 { first += 1 }
    while last > first, text[last - 1] == 0x20 { last -= 1 }
    let code = front.isEmpty ? behind : front
    if !code.isEmpty, code != currency.code || !(front.isEmpty || behind.isEmpty) {
      return .failure(.otherCurrency(text: quote(text), expected: currency.code))
    }
    let amount = Text(rebasing: text[first..<last])
    switch Decimal.parse(amount) {
    case .success(let number): return .success(.number(number))
    case .failure(let fault): return .failure(reason(fault, text, title(.money(currency))))
    }
  }

  /// `1 h 30 min`, `90 s`, `250 ms`: whole numbers, each unit at most once, from the largest to the smallest.
  static func duration(_ text: Text) -> Reading {
    let wrong = Reading.failure(.wrongType(expected: title(.duration), found: "`\(quote(text))`"))
    let tooLarge = Reading.failure(.numberTooLarge(text: quote(text)))
    var at = 0
    var total: Int64 = 0
    var lastUnit = Int64.max
    let isNegative = text.first == 0x2d
    if isNegative { at = 1 }
    while at < text.count {
      var value: Int64 = 0
      let start = at
      while at < text.count, text[at] &- 0x30 <= 9 {
        let (tens, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, overSum) = tens.addingReportingOverflow(Int64(text[at] &- 0x30))
        if over || overSum { return tooLarge }
        value = sum
        at += 1
      }
      if at == start { return wrong }
      while at < text.count, text[at] == 0x20 { at += 1 }
      let unitStart = at
      while at < text.count, (text[at] | 0x20) &- 0x61 <= 25 { at += 1 }
      guard let unit = units[String(decoding: text[unitStart..<at], as: UTF8.self)], unit < lastUnit else {
        return wrong
      }
      lastUnit = unit
      let (length, over) = value.multipliedReportingOverflow(by: unit)
      let (sum, overSum) = total.addingReportingOverflow(length)
      if over || overSum { return tooLarge }
      total = sum
      while at < text.count, text[at] == 0x20 { at += 1 }
    }
    if lastUnit == .max { return wrong }
    return .success(.duration(Duration(microseconds: isNegative ? -total : total)))
  }

  private static let units: [String: Int64] = [
    "h": 3_600_000_000, "min": 60_000_000, "s": 1_000_000, "ms": 1000, "us": 1,
  ]

  static func date(_ text: Text, _ patterns: [TimePattern]) -> Reading {
    for pattern in patterns {
      switch pattern.read(text) {
      case .civil(let date, let time) where time == .startOfDay: return .success(.date(date))
      case .civil, .instant, .other: continue
      case .impossible: return .failure(.impossible(expected: "date", text: quote(text)))
      case .leapSecond: return .failure(.leapSecond(text: quote(text)))
      case .tooFine: return .failure(.tooFine(text: quote(text)))
      }
    }
    switch Timestamp.parse(text) {
    case .success(.date(let date)): return .success(.date(date))
    case .success(.instant), .success(.civil):
      return .failure(.wrongType(expected: title(.date), found: "the time `\(quote(text))`"))
    case .failure(.noSuchDate): return .failure(.impossible(expected: "date", text: quote(text)))
    case .failure: return .failure(.wrongType(expected: title(.date), found: "`\(quote(text))`"))
    }
  }
}
