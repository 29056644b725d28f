import PledgeTime

/// How a system writes its times: `d/M/yyyy HH:mm`.
///
/// `yyyy` takes four digits, `MM dd HH mm ss` two each, `M d H` one or two, `S` a fraction of one to six
/// digits, `XXX` an offset (`Z`, `+08:00`, `+0800`); everything else stands for itself, quoted between `'`
/// where it is a letter. A pattern without time means the beginning of the date.
package struct TimePattern: Sendable, Hashable {
  package let text: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case literal(UInt8)
    case year
    case month(minimum: Int)
    case day(minimum: Int)
    case hour(minimum: Int)
    case minute
    case second
    case fraction
    case offset
  }

  /// Reads a pattern; nil when it has an unknown letter, a part twice, or not all of year, month and day.
  package init?(_ text: String) {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    var quoted = false
    while let first = rest.first {
      let run = rest.prefix { $0 == first }.count
      if first == UInt8(ascii: "'") {
        quoted.toggle()
        rest.removeFirst()
      } else if quoted || !(first | 0x20 >= 0x61 && first | 0x20 <= 0x7a) {
        parts.append(.literal(first))
        rest.removeFirst()
      } else {
        guard let part = Self.part(first, run) else { return nil }
        parts.append(part)
        rest.removeFirst(run)
      }
    }
    let named = parts.compactMap { Self.slot($0) }
    guard !quoted, Set(named).count == named.count, Set([0, 1, 2]).isSubset(of: named) else { return nil }
    self.text = text
    self.parts = parts
  }

  private static func part(_ letter: UInt8, _ run: Int) -> Part? {
    switch (letter, run) {
    case (UInt8(ascii: "y"), 4): .year
    case (UInt8(ascii: "M"), 1...2): .month(minimum: run)
    case (UInt8(ascii: "d"), 1...2): .day(minimum: run)
    case (UInt8(ascii: "H"), 1...2): .hour(minimum: run)
    case (UInt8(ascii: "m"), 2): .minute
    case (UInt8(ascii: "s"), 2): .second
    case (UInt8(ascii: "S"), 1...6): .fraction
    case (UInt8(ascii: "X"), 1...3): .offset
    default: nil
    }
  }

  private static func slot(_ part: Part) -> Int? {
    switch part {
    case .literal: nil
    case .year: 0
    case .month: 1
    case .day: 2
    case .hour: 3
    case .minute: 4
    case .second: 5
    case .fraction: 6
    case .offset: 7
    }
  }

  /// What a text says under the pattern.
  package enum Reading: Sendable, Hashable {
    case instant(Instant)
    case civil(CivilDate, WallTime)
    /// The text is not written like the pattern.
    case other
    /// It is, but there is no such date or time.
    case impossible
    case leapSecond
    case tooFine
  }

  /// Reads the whole of `bytes`.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    var numbers = (year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, fraction: 0)
    var offset: Int64?
    var at = 0
    for part in parts {
      var taken: Int?
      switch part {
      case .literal(let byte):
        guard at < bytes.count, bytes[at] == byte else { return .other }
        at += 1
        continue
      case .year: taken = Self.number(bytes, &at, 4, 4, &numbers.year)
      case .month(let minimum): taken = Self.number(bytes, &at, minimum, 2, &numbers.month)
      case .day(let minimum): taken = Self.number(bytes, &at, minimum, 2, &numbers.day)
      case .hour(let minimum): taken = Self.number(bytes, &at, minimum, 2, &numbers.hour)
      case .minute: taken = Self.number(bytes, &at, 2, 2, &numbers.minute)
      case .second: taken = Self.number(bytes, &at, 2, 2, &numbers.second)
      case .fraction:
        taken = Self.number(bytes, &at, 1, 18, &numbers.fraction)
        guard let digits = taken else { return .other }
        if digits > 6 { return .tooFine }
        for _ in digits..<6 { numbers.fraction *= 10 }
      case .offset:
        offset = Self.offset(bytes, &at)
        taken = offset == nil ? nil : 1
      }
      if taken == nil { return .other }
    }
    guard at == bytes.count else { return .other }
    if numbers.second == 60 { return .leapSecond }
    guard let date = CivilDate(year: numbers.year, month: numbers.month, day: numbers.day),
      let time = WallTime(
        hour: numbers.hour, minute: numbers.minute, second: numbers.second, microsecond: numbers.fraction)
    else { return .impossible }
    guard let offset else { return .civil(date, time) }
    let day = Int64(date.dayNumber) * WallTime.microsecondsPerDay
    return .instant(Instant(microseconds: day + time.microseconds - offset * 1_000_000))
  }

  /// Takes `minimum...maximum` digits; the number of digits, or nil.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ minimum: Int, _ maximum: Int, _ value: inout Int
  ) -> Int? {
    var digits = 0
    while digits < maximum, at < bytes.count, bytes[at] &- 0x30 <= 9 {
      value = value * 10 + Int(bytes[at] &- 0x30)
      at += 1
      digits += 1
    }
    return digits >= minimum ? digits : nil
  }

  private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int64? {
    guard at < bytes.count else { return nil }
    let sign = bytes[at]
    at += 1
    if sign == UInt8(ascii: "Z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var hours = 0
    var minutes = 0
    guard number(bytes, &at, 2, 2, &hours) != nil else { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
    _ = number(bytes, &at, 2, 2, &minutes)
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
